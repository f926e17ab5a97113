import { asc, isNotNull, sql } from 'drizzle-orm'

import { closeDatabase } from '#app/db/client.server.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { countries } from '#app/domain/places/m49.ts'

import { seededRandom } from '../scratch/random.ts'
import { openScratch } from '../scratch/register.ts'

/** How many different questions are asked of each kind. */
const DIFFERENT = 200
const words = [
  'sign language',
  'open resources',
  'librarians',
  'solar power',
  'Ministry of Education',
]
const asked = [
  'refugee learners',
  'mobile networks',
  'by radio',
  'ressources libres',
  '开放教育资源',
]

export type Questions = Record<'filters' | 'numbers' | 'words', readonly string[]>

/** Questions by lot, the same for the same register: filters, numbers of records, words. */
export async function questionsFor(folder: string): Promise<Questions> {
  const random = seededRandom(7)
  const one = <thing>(all: readonly thing[]): thing => all[Math.floor(random() * all.length)]!
  const db = await openScratch(folder)
  const known = await db
    .select({
      number: sql<string>`${commitments.number}`,
      clause: sql<string>`${commitments.clause}`,
    })
    .from(commitments)
    .where(isNotNull(commitments.number))
    .orderBy(asc(commitments.number))
    .limit(20_000)
  closeDatabase(db)
  const filters: readonly (() => [string, string])[] = [
    () => ['outcome', one(outcomes.filter((outcome) => outcome !== 'registered'))],
    () => ['group', one(stakeholderGroups)],
    () => ['clause', one(known).clause],
    () => ['country', one(countries.slice(0, 200)).code],
  ]
  const many = <value>(make: () => value) => Array.from({ length: DIFFERENT }, make)
  return {
    // Two of the four, so that what is left is neither nothing nor everything.
    filters: many(() => {
      const first = Math.floor(random() * filters.length)
      const second = (first + 1 + Math.floor(random() * (filters.length - 1))) % filters.length
      return new URLSearchParams([filters[first]!(), filters[second]!()]).toString()
    }),
    numbers: many(() => one(known).number),
    words: [...words, ...asked],
  }
}
