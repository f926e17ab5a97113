import { setTimeout as sleep } from 'node:timers/promises'

import { asc, eq } from 'drizzle-orm'

import { closeDatabase } from '#app/db/client.server.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { paths as places } from '#app/paths.ts'

import { openScratch } from '../scratch/register.ts'
import { rates } from './load.ts'
import { milliseconds, type Bench, type Row } from './measure.ts'
import { questionsFor } from './questions.ts'
import { serving } from './serving.ts'

const LIMIT_MS = 50
const BETWEEN_MS = 100

/** Everything at once: pages kept and not, data, searches, and a coordinator who publishes. */
export async function benchMixed({ register, sizes, loads }: Bench): Promise<Row[]> {
  const place = await register(sizes.usual)
  const { filters, numbers, words } = await questionsFor(place)
  const waiting = await submitted(place)
  const paths = filters.flatMap((one, i) => [
    `/en/commitments?${one}`,
    '/en',
    `/en/commitments/${numbers[i % numbers.length]}`,
    `/api/v1/commitments?${one}&limit=25`,
    `/en/search?${new URLSearchParams({ q: words[i % words.length] ?? '' }).toString()}`,
    '/en/coverage',
  ])
  return serving(place, async ({ url, delay }) => {
    await rates({ all: { url, paths } }, { seconds: 1, rounds: 1 })
    const coordinator = await signedIn(url)
    let published = 0
    let goesOn = true
    const publishing = (async () => {
      for (const id of waiting) {
        if (!goesOn) return
        published += await coordinator.publishes(id)
        await sleep(BETWEEN_MS)
      }
    })()
    await delay()
    await rates({ all: { url, paths } }, loads)
    const kept = await delay()
    goesOn = false
    await publishing
    return [
      {
        work: `event loop delay, 99 of 100, under mixed load with ${published} publications`,
        limit: milliseconds(LIMIT_MS),
        kept: milliseconds(kept),
        ratio: kept / LIMIT_MS,
        budget: { atMost: 1 },
      },
    ]
  })
}

async function submitted(folder: string): Promise<string[]> {
  const db = await openScratch(folder)
  const rows = await db
    .select({ id: commitments.id })
    .from(commitments)
    .where(eq(commitments.state, 'submitted'))
    .orderBy(asc(commitments.id))
  closeDatabase(db)
  return rows.map(({ id }) => id)
}

/** The coordinator's browser, as far as the register can tell. */
async function signedIn(url: string) {
  const { port } = new URL(url)
  const send = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: `http://localhost:${port}`, 'sec-fetch-site': 'same-origin', cookie },
      body: new URLSearchParams(fields),
    })
  const person = { email: 'coordinator@scratch.example', password: 'scratch and throw away' }
  const answer = await send(places.signIn('en'), { ...person, 'sign-in': '' })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  if (!cookie) throw new Error(`the coordinator cannot sign in: ${answer.status}`)
  return {
    async publishes(id: string): Promise<number> {
      const told = await send(places.screenCommitment('en', id), { decision: 'publish' }, cookie)
      if (told.status !== 303) throw new Error(`not published: ${told.status}`)
      return 1
    },
  }
}
