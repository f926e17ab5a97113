import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { z } from 'zod'

import type { DemonstrationAccount } from './context.server.ts'

const people = z.array(
  z.object({ name: z.string(), email: z.string(), shown: z.string().optional() }),
)

/** The invented people whose accounts a demonstration offers at its sign-in page. */
export async function demonstrationAccounts(): Promise<DemonstrationAccount[]> {
  const text = await readFile(resolve('declarations/demonstration/people.json'), 'utf8')
  return people
    .parse(JSON.parse(text))
    .flatMap(({ shown, ...person }) => (shown === undefined ? [] : [{ ...person, shown }]))
}
