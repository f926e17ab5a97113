import { and, desc, eq, lt } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { loggedActs, logFeed, logPage, readLogFilters } from '#app/db/read/log-acts.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import type { Locale } from '#app/domain/shared/language.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { fullScans, growing, planOf, plansOf, sorts } from '#tests/support/query-plan.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { granted, NOW, published, reported, world, type World } from '#tests/support/world.ts'

type Asked = Pick<World, 'db'>
const list = (w: Asked, query: Record<string, string> = {}, locale: Locale = 'en') =>
  logPage(w.db, new URLSearchParams(query), locale, NOW)

it('tells acts newest first, what each is about, and who did it in what role', async () => {
  const w = await world()
  const commitment = await published(w)
  await reported(w, commitment)
  const { rows, shown, record, signed } = await list(w)
  expect(rows.map(({ entry }) => entry)).toEqual([4, 3, 2, 1, 0])
  expect(shown).toMatchObject({ from: 1, to: 5, total: 5, previous: undefined, next: undefined })
  expect([record.size, signed]).toEqual([5, undefined])
  const [handedIn, publication, , , opening] = rows
  const { number, terms } = commitment
  const step = terms.milestones![0]!
  expect(handedIn).toMatchObject({
    kind: 'milestone.reported',
    role: 'focal-point',
    organisation: { id: w.organisationId },
    subject: { of: 'commitment', number, title: terms.title, milestone: { title: step.title } },
  })
  expect(publication).toMatchObject({ role: 'coordinator', organisation: null })
  expect(publication?.subject).not.toHaveProperty('milestone')
  expect(rows.find(({ kind }) => kind === 'org.verified')?.subject).toMatchObject({
    of: 'organisation',
    id: w.otherOrganisationId,
  })
  expect(opening?.subject).toMatchObject({ of: 'declaration', key: 'qd2015' })
  await signLog(w.db)
  expect((await list(w)).signed).toMatchObject({ size: 5, witnesses: [] })
})

it('names no person, and nothing that is not public', async () => {
  const { w, db } = await worldWithSecrets()
  const told = JSON.stringify([
    await list({ db }),
    await logFeed(db, new URLSearchParams(), 'en', NOW),
  ])
  expect(told).not.toContain(SECRET)
  for (const { name, email, userId } of [w.partner, w.coordinator, w.administrator])
    for (const secret of [name, email, userId]) expect(told).not.toContain(secret)
})

it('says a title in the reader’s language where it was translated', async () => {
  const w = await world()
  const { id, terms } = await published(w)
  granted(
    await amendCommitment(w.as(w.partner), id, {
      version: 1,
      reason: 'It is read in French, too.',
      title: terms.title ?? '',
      text: terms.text ?? '',
      endOn: terms.endOn ?? '',
      milestones: terms.milestones ?? [],
      translations: { fr: { title: 'Former les maîtres', text: 'Nous formons les maîtres.' } },
    } as Parameters<typeof amendCommitment>[2]),
  )
  const [row] = (await list(w, {}, 'fr')).rows
  expect(row).toMatchObject({
    kind: 'commitment.amended',
    subject: { title: 'Former les maîtres', lang: 'fr' },
  })
})

it('narrows to one kind, takes no nonsense, and goes on by entry', async () => {
  const w = await world()
  const { id } = await published(w)
  // Fifteen partners come and go: 30 entries.
  for (let i = 0; i < 15; i += 1) {
    const input = { organisationId: w.otherOrganisationId, role: 'Trains', share: '' }
    const { party } = granted(await inviteParty(w.as(w.partner), id, input))
    granted(await answerParty(w.as(w.otherPartner), party.id, 'accept', ''))
    granted(await answerParty(w.as(w.otherPartner), party.id, 'leave', 'We have no staff for it.'))
  }
  expect(readLogFilters(new URLSearchParams({ kind: 'party.left' }))).toEqual({
    kind: 'party.left',
  })
  for (const kind of ['party.invited', 'constructor', ''])
    expect(readLogFilters(new URLSearchParams({ kind }))).toEqual({})

  const left = await list(w, { kind: 'party.left' })
  expect(left.rows).toHaveLength(15)
  expect(left.shown).toMatchObject({ from: 1, to: 15, total: 15 })

  const first = await list(w)
  expect(first.shown).toMatchObject({ from: 1, to: 25, total: 34, page: 1, previous: undefined })
  const second = await list(w, { after: first.shown.next! })
  expect(second.shown).toMatchObject({ from: 26, to: 34, total: 34, page: 2, next: undefined })
  expect([...first.rows, ...second.rows].map(({ entry }) => entry)).toEqual(
    Array.from({ length: 34 }, (_, i) => 33 - i),
  )
  expect((await list(w, { before: second.shown.previous! })).rows).toEqual(first.rows)

  const cursor = (key: unknown) => Buffer.from(JSON.stringify([key, ''])).toString('base64url')
  for (const key of ['x', null, -1, 1.5, 1e300, 99_999, 0])
    for (const direction of ['after', 'before'])
      expect((await list(w, { [direction]: cursor(key) })).shown).toMatchObject({ total: 34 })
  const inside = await list(w, { kind: 'party.left', after: cursor(left.rows[4]!.entry) })
  expect(inside.shown).toMatchObject({ from: 6, to: 15, total: 15 })
  const back = await list(w, { kind: 'party.left', before: cursor(left.rows[4]!.entry) })
  expect(back.shown).toMatchObject({ from: 1, to: 15 })
})

it('begins empty', async () => {
  const page = await list({ db: await freshDatabase() })
  expect(page).toMatchObject({ rows: [], shown: { total: 0 }, record: { size: 0 } })
})

it('reads by index, however long the log is', async () => {
  const { db } = await world()
  for (const where of [undefined, eq(acts.kind, 'org.verified')]) {
    const question = loggedActs(db, and(lt(acts.entry, 9), where), 'en')
      .orderBy(desc(acts.entry))
      .limit(25)
    const plan = await planOf(db, question)
    expect([...fullScans(plan), ...sorts(plan)]).toEqual([])
  }
  for (const query of [{}, { kind: 'org.verified' }] as Record<string, string>[]) {
    expect(growing(await plansOf(db, () => list({ db }, query)))).toEqual([])
    const feed = () => logFeed(db, new URLSearchParams(query), 'en', NOW)
    expect(growing(await plansOf(db, feed))).toEqual([])
  }
})
