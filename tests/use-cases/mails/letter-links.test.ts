import { createHash } from 'node:crypto'

import { expect, it } from 'vitest'

import { accountTokens } from '#app/db/schema/accounts.ts'
import { mails } from '#app/db/schema/acts.ts'
import {
  linkMark,
  withLink,
  withoutLink,
  workingText,
} from '#app/use-cases/mails/letter-links.server.ts'
import { ORIGIN_MARK } from '#app/use-cases/notifications/tell-about.server.ts'
import { savePerson } from '#tests/support/accounts.ts'
import { freshDatabase } from '#tests/support/database.ts'

const now = new Date('2027-03-01T08:00:00Z')
const later = new Date('2027-03-02T08:00:00Z')
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const letterWith = (mark: string) =>
  `Dear Ada,\n${ORIGIN_MARK}/en/account/reset?token=${mark}&to=x\n`

/** A link as another process made it: its token is nowhere any more. */
async function world(token = 'made-elsewhere', expiresAt = later) {
  const db = await freshDatabase()
  const { id: userId, email } = await savePerson(db, 'ada')
  const hash = hashOf(token)
  const link = { tokenHash: hash, purpose: 'reset-password' as const, email, expiresAt }
  await db.insert(accountTokens).values({ ...link, userId, createdAt: now })
  const letter = { id: 'mal_1', to: email, text: letterWith(`letter-link-${hash}`) }
  const { text } = letter
  await db.insert(mails).values({ ...letter, subject: 'A', locale: 'en', createdAt: now })
  const tokenIn = (said: string | undefined) => /token=([\w-]+)&/.exec(said ?? '')?.[1] ?? ''
  return { db, letter, email, hash, text, tokenIn }
}

it('hides a secret, shows it while this process knows it, and touches no other words', () => {
  const text = letterWith(linkMark('the-secret'))
  expect(text).not.toContain('the-secret')
  expect(withLink(text)).toBe(letterWith('the-secret'))
  expect(withoutLink(text)).toBe(letterWith('…'))
  expect(withLink(letterWith(`letter-link-${hashOf('another')}`))).toBe(letterWith('…'))
  expect([withLink('No link'), withoutLink('No link')]).toEqual(['No link', 'No link'])
})

it('gives a link that another process made a new token, and keeps it for the next try', async () => {
  const w = await world()
  const text = await workingText(w.db, w.letter, now)
  const token = w.tokenIn(text)
  expect(token).toMatch(/^[\w-]{32}$/)
  expect(text).toBe(letterWith(token))
  expect(await w.db.select().from(accountTokens)).toMatchObject([{ tokenHash: hashOf(token) }])
  const [kept] = await w.db.select().from(mails)
  expect(kept?.text).toBe(letterWith(`letter-link-${hashOf(token)}`))
  expect(await workingText(w.db, kept!, now)).toBe(text)
})

it('has no link to give once it was used, ran out, or is somebody else’s', async () => {
  const used = await world()
  await used.db.update(accountTokens).set({ usedAt: now })
  expect(await workingText(used.db, used.letter, now)).toBeUndefined()
  const late = await world()
  expect(await workingText(late.db, late.letter, later)).toBeUndefined()
  const other = await world()
  const stolen = { ...other.letter, to: 'eve@example.org' }
  expect(await workingText(other.db, stolen, now)).toBeUndefined()
  expect(await other.db.select().from(accountTokens)).toMatchObject([{ tokenHash: other.hash }])
})

it('takes what people wrote into a letter for words', async () => {
  const w = await world()
  linkMark('known-here')
  const name = `letter-link-${hashOf('known-here')}`
  const typed = `Registered: ${ORIGIN_MARK}/x?token=${name} of Ada\n\nSee:\n${ORIGIN_MARK}/en/desk\n`
  expect(await workingText(w.db, { ...w.letter, text: typed }, now)).toBe(typed)
  expect(withLink(typed)).toBe(typed)
})
