import { expect, it } from 'vitest'

import { comparedVersions, isOnRecord, recordPage } from '#app/db/read/record.server.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { proposedInSecret, SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import {
  dayFromNow,
  daysFromNow,
  drafted,
  findingContent,
  granted,
  NOW,
  published,
  reportContent,
  submitted,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const open = (w: Pick<World, 'db'>, number: string | null, query: Record<string, string> = {}) =>
  recordPage(w.db, number ?? '', new URLSearchParams(query), NOW)

it('exists for nobody before it is published', async () => {
  const w = await world()
  await drafted(w)
  await submitted(w)
  for (const number of ['', 'QD-2026-0001', 'null'])
    expect([await open(w, number), await isOnRecord(w.db, number)]).toEqual([undefined, false])
  const { number } = await published(w)
  expect(await isOnRecord(w.db, number ?? '')).toBe(true)
})

it('holds what was handed in and nothing that was not', async () => {
  const { db, number, w } = await worldWithSecrets()
  const page = await open({ db }, number)
  const all = JSON.stringify(page)
  expect(all).not.toContain(SECRET)
  for (const person of [w.partner, w.coordinator]) {
    expect(all).not.toContain(person.userId)
    expect(all).not.toContain(person.email)
    expect(all).not.toContain(person.name)
  }
  const [first, second, third] = page?.milestones ?? []
  expect(first).toMatchObject({ timeliness: 'reported', finding: null, daysLate: 6 })
  expect(first?.reports).toMatchObject([
    {
      state: 'under-review',
      rounds: [{ content: { value: 3120 }, questions: [] }],
      findings: [],
      evidence: [
        { state: 'public', url: 'https://lists.example/all' },
        { state: 'held', heldReason: 'Names of minors', url: null },
      ],
    },
  ])
  expect(second).toMatchObject({ timeliness: 'report-due', reports: [] })
  expect(third).toMatchObject({ timeliness: 'planned', reports: [] })
  expect(page?.partners).toEqual([])
})

it('keeps a proposed finding to those who weigh it, and prints both values once it is decided', async () => {
  const { w, db, review, number } = await proposedInSecret()
  const before = await open({ db }, number)
  expect(JSON.stringify(before)).not.toContain(SECRET)
  expect(JSON.stringify(before)).not.toContain('2999.5')
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  granted(
    await replyToFinding(w.as(w.partner), review.id, {
      stance: 'disputes',
      lang: 'en',
      text: 'Two districts were left out of the count.',
    }),
  )
  const page = await open({ db }, number)
  expect(page).toMatchObject({ outcome: 'kept', assurance: 'disputed' })
  expect(page?.milestones[0]?.reports[0]?.findings).toMatchObject([
    { finding: 'achieved', reviewedValue: 2999.5, people: 2, stance: 'disputes' },
  ])
})

it('keeps earlier rounds with the questions that sent them back', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  granted(
    await returnReport(w.as(w.coordinator), review.id, [
      { field: 'value', text: 'Which districts are counted?' },
    ]),
  )
  granted(await editReport(w.as(w.partner), report.id, { ...reportContent, value: 3000 }))
  const number = 'QD-2026-0001'
  const returned = (await open(w, number))?.milestones[0]
  expect(returned?.reports[0]).toMatchObject({
    state: 'returned',
    rounds: [{ content: { value: 3120 } }],
  })
  granted(await submitReport(w.as(w.partner), report.id))
  const rounds = (await open(w, number))?.milestones[0]?.reports[0]?.rounds
  expect(rounds).toMatchObject([
    { round: 2, content: { value: 3000 }, questions: [] },
    { round: 1, content: { value: 3120 }, questions: [{ text: 'Which districts are counted?' }] },
  ])
})

it('compares any two versions, field by field, and says how far a deadline moved', async () => {
  const w = await world()
  const commitment = await published(w)
  const { terms } = commitment
  const milestones = (terms.milestones ?? []).map((one) => ({ ...one, dueOn: dayFromNow(20) }))
  granted(
    await amendCommitment(w.as(w.partner), commitment.id, {
      reason: 'The school year was moved by law.',
      title: terms.title ?? '',
      text: terms.text ?? '',
      endOn: terms.endOn ?? '',
      milestones,
    }),
  )
  const page = await open(w, commitment.number, { from: '2', to: '1' })
  expect(page?.versions.map(({ version }) => version)).toEqual([2, 1])
  expect(page?.comparison).toMatchObject({
    from: 1,
    to: 2,
    changes: [{ from: dayFromNow(-10), to: dayFromNow(20), slippageDays: 30 }],
  })
  expect((await open(w, commitment.number, { from: '1', to: '7' }))?.comparison).toBeUndefined()
})

it('takes only two different versions that exist for a comparison', () => {
  const asked = (from: string, to: string) => comparedVersions(new URLSearchParams({ from, to }), 3)
  expect(asked('3', '1')).toEqual({ from: 1, to: 3 })
  for (const [from, to] of [
    ['1', '1'],
    ['0', '2'],
    ['1', '4'],
    ['1.5', '2'],
    ['a', 'b'],
    ['', '2'],
  ])
    expect(asked(from ?? '', to ?? '')).toBeUndefined()
})

it('shows a partner once it accepted, and every public act with its entry', async () => {
  const w = await world()
  const commitment = await published(w)
  const { party } = granted(
    await inviteParty(w.as(w.partner), commitment.id, {
      organisationId: w.otherOrganisationId,
      role: 'Trains the trainers',
      share: 'Forty trainers',
    }),
  )
  expect((await open(w, commitment.number))?.partners).toEqual([])
  granted(await answerParty(w.as(w.otherPartner), party.id, 'accept', ''))
  granted(await withdrawCommitment(w.as(w.partner), commitment.id, 'The budget line was cut.'))
  const page = await open(w, commitment.number)
  expect(page?.partners).toMatchObject([{ role: 'Trains the trainers', share: 'Forty trainers' }])
  expect(page).toMatchObject({ state: 'withdrawn', endReason: 'The budget line was cut.' })
  expect(page?.history.map(({ kind }) => kind)).toEqual([
    'commitment.withdrawn',
    'party.accepted',
    'commitment.published',
  ])
  const entries = page?.history.map(({ entry }) => entry) ?? []
  expect(entries).toEqual(entries.toSorted((a, b) => b - a))
  expect(page?.history.every(({ leafHash }) => /^[0-9a-f]{64}$/.test(leafHash))).toBe(true)
})

it('says one coordinator where one was enough', async () => {
  const w = await world()
  const [first] = (await drafted(w)).terms.milestones ?? []
  const later = { ...first!, id: 'mls_2', dueOn: dayFromNow(100) }
  const commitment = await published(w, { milestones: [first!, later] })
  const { review } = await underReview(w, commitment)
  granted(await proposeFinding(w.as(w.coordinator, daysFromNow(-1)), review.id, findingContent))
  const page = await open(w, commitment.number)
  expect(page?.milestones[0]?.reports[0]?.findings[0]).toMatchObject({
    people: 1,
    reviewedValue: 3050,
  })
})

it('reads no more the longer the register has gone on, of redactions neither', async () => {
  const w = await world()
  const { number } = await published(w)
  const plans = await plansOf(w.db, () => open(w, number))
  // The parts are asked for at once; their steps all stand in the plan.
  expect(plans.flat().length).toBeGreaterThan(60)
  expect(growing(plans)).toEqual([])
})
