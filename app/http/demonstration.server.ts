import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { z } from 'zod'

import { passwordMatches } from '#app/adapters/passwords/argon2.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { credentialsOf } from '#app/db/read/accounts.server.ts'

import type { DemonstrationAccount } from './context.server.ts'

const people = z.array(
  z.object({ name: z.string(), email: z.string(), shown: z.string().optional() }),
)

/** Everybody's in a demonstration, as its console says. */
const PUBLIC_PASSWORD = 'demonstration'

const invented = async () =>
  people.parse(
    JSON.parse(await readFile(resolve('declarations/demonstration/people.json'), 'utf8')),
  )

/** An account that anybody could sign in to who has read how a demonstration is tried. */
export async function openToAnybody(db: Database): Promise<string | undefined> {
  for (const { email } of await invented()) {
    const account = await credentialsOf(db, email)
    if (account && (await passwordMatches(PUBLIC_PASSWORD, account.passwordHash))) return email
  }
  return undefined
}

/** The invented people whose accounts a demonstration offers at its sign-in page. */
export async function demonstrationAccounts(): Promise<DemonstrationAccount[]> {
  return (await invented()).flatMap(({ shown, ...person }) =>
    shown === undefined ? [] : [{ ...person, shown }],
  )
}
