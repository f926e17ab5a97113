import { expect, it } from 'vitest'

import { writing } from '#app/db/transaction.server.ts'
import { makeFindable } from '#app/db/write/search.server.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { fillSearch } from '#app/use-cases/browsing/fill-search.server.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { declineCommitment } from '#app/use-cases/commitments/decline-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { finishErasure } from '#app/use-cases/redactions/finish-erasure.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { checkSearch, foundBy } from '#tests/support/check-search.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { folderOf, tracesOf } from '#tests/support/traces.ts'
import { everyTable, unchanged } from '#tests/support/unchanged.ts'
import {
  drafted,
  granted,
  NOW,
  published,
  submitted,
  terms,
  world,
  type World,
} from '#tests/support/world.ts'

const filled = (w: World) => checkSearch(w.db, () => fillSearch(w.db))

it('finds what is published by every word that is public of it', async () => {
  const w = await world()
  const [milestone] = terms().milestones
  const { id, number } = await published(w, {
    title: 'Соединить сельские школы',
    text: 'تدريب المعلمين في المدارس الريفية على استخدام الموارد التعليمية المفتوحة.',
    problem: '乡村教师缺少数字培训',
    milestones: [{ ...milestone!, title: 'Première école reliée' }],
  })
  for (const typed of [
    'школ',
    'معلم',
    '教师',
    '乡',
    'ecole',
    number!,
    '0001',
    'Ministry of Learning',
  ])
    expect([typed, await foundBy(w.db, typed)]).toEqual([typed, [id]])
  for (const typed of ['zebra', 'Teachers for Open Learning', '师乡', 'inistry'])
    expect([typed, await foundBy(w.db, typed)]).toEqual([typed, []])
  await filled(w)
})

it('never finds what is not public', async () => {
  const w = await world()
  const title = 'Zebras in every school'
  await drafted(w, { title })
  await submitted(w, { title })
  const declined = await submitted(w, { title })
  granted(await declineCommitment(w.as(w.coordinator), declined.id, 'It is no commitment.'))
  const { id } = await published(w)
  await unchanged(w.db, () => writing(w.db, (tx) => makeFindable(tx, [declined.id, id])))
  expect(await foundBy(w.db, 'zebras')).toEqual([])
  expect((await everyTable(w.db))['search_texts']).toMatch(/^1 rows/)
})

it('finds the new words of an amendment, and no longer the old ones', async () => {
  const w = await world()
  const commitment = await published(w, { title: 'Train teachers of zebras' })
  const { milestones } = commitment.terms as Terms
  const title = 'Train teachers of giraffes'
  const amended = { ...terms({ title, milestones }), reason: 'Other animals.' }
  granted(await amendCommitment(w.as(w.partner), commitment.id, amended))
  expect(await foundBy(w.db, 'giraffes')).toEqual([commitment.id])
  expect(await foundBy(w.db, 'zebras')).toEqual([])
  await filled(w)
})

it('finds a partner by its name from when it has accepted until it leaves', async () => {
  const w = await world()
  const { id } = await published(w)
  const input = { organisationId: w.otherOrganisationId, role: 'Trains', share: 'A third' }
  const { party } = granted(await inviteParty(w.as(w.partner), id, input))
  const found = () => foundBy(w.db, '"Teachers for Open Learning"')
  expect(await found()).toEqual([])
  granted(await answerParty(w.as(w.otherPartner), party.id, 'accept', ''))
  expect(await found()).toEqual([id])
  await filled(w)
  granted(await answerParty(w.as(w.otherPartner), party.id, 'leave', 'We have no staff for it.'))
  expect(await found()).toEqual([])
})

it('still finds what was withdrawn', async () => {
  const w = await world()
  const { id } = await published(w)
  granted(await withdrawCommitment(w.as(w.partner), id, 'There is no money for it any more.'))
  expect(await foundBy(w.db, 'primary teachers')).toEqual([id])
  await filled(w)
})

it('loses withheld words at once, in every spelling, and leaves no trace of them in the files', async () => {
  const w = await world()
  const name = 'Zébulon Quartermain'
  const made = await namedRecord(w, name)
  await published(w)
  expect(await foundBy(w.db, name)).toEqual([made.id])
  const redaction = granted(
    await proposeRedaction(w.as(w.coordinator), made.id, {
      words: [name],
      evidenceIds: [],
      basis: 'gdpr-17',
      reason: 'Asked for by a person',
    }),
  ).redaction
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  for (const typed of [name, 'zebulon', 'quartermain'])
    expect(await foundBy(w.db, typed)).toEqual([])
  expect(await foundBy(w.db, 'trained and others')).toEqual([made.id])
  await filled(w)
  const segments = async (index: string) => {
    const { rows } = await w.db.$client.execute(
      `SELECT count(DISTINCT segid) AS n FROM ${index}_idx`,
    )
    return rows[0]?.['n']
  }
  expect(await segments('search')).toBeGreaterThan(1)
  await finishErasure({ db: w.db, files: { remove: async () => {} }, now: NOW })
  // One segment holds nothing of what was deleted: what was is merged with the note that it is gone.
  expect([await segments('search'), await segments('search_titles')]).toEqual([1, 1])
  expect(await foundBy(w.db, 'trained and others')).toEqual([made.id])
  for (const trace of [name, 'zebulon quartermain', 'quartermain'])
    expect(
      Object.keys(tracesOf(await folderOf(w.db), trace)).filter(
        (file) => !file.startsWith('files'),
      ),
    ).toEqual([])
})

it('asks for each record by its index', async () => {
  const w = await world()
  const { id } = await published(w)
  const plans = await plansOf(w.db, () => writing(w.db, (tx) => makeFindable(tx, [id])))
  expect(growing(plans)).toEqual([])
})
