import { beforeAll, expect, it } from 'vitest'

import { commitmentSummaries, summaryRows } from '#app/db/read/summaries.server.ts'
import { commitmentSummaryShape } from '#app/domain/open-data/summary.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { fullScans, planOf } from '#tests/support/query-plan.ts'
import { worldWithSecrets } from '#tests/support/secrets.ts'
import { drafted } from '#tests/support/world.ts'

const origin = 'https://kept.example'
let full: FullRecord
beforeAll(async () => {
  full = await fullRecord()
})

it('says of a commitment what a row of a list says, in the order asked', async () => {
  const { db, id, other, w } = full
  const found = await commitmentSummaries(db, [other.id, id], origin)
  expect(found.map(({ number }) => number)).toEqual([other.number, full.number])
  for (const one of found) expect(commitmentSummaryShape.parse(one)).toEqual(one)
  expect(found[1]).toEqual({
    number: full.number,
    url: `${origin}/r/${full.number}`,
    declaration: 'qd2015',
    version: 2,
    title: 'Train 12,000 primary teachers well',
    lang: 'en',
    translations: {},
    lead: {
      id: w.organisationId,
      name: 'Ministry of Learning',
      lang: 'en',
      translations: {},
      group: 'government',
      country: 'KE',
    },
    clauses: ['qd2015/quality/2', 'qd2015/oer/1'],
    worldwide: false,
    places: ['KE'],
    startOn: '2026-01-27',
    endOn: '2027-09-19',
    nextDueOn: '2027-04-02',
    outcome: 'behind',
    assurance: 'reviewed',
    milestones: 2,
    publishedAt: '2026-05-09T10:00:00Z',
    updatedAt: '2026-11-19T10:00:00Z',
    invented: false,
    imported: false,
  })
  expect(found[0]).toMatchObject({ outcome: 'withdrawn', updatedAt: '2026-11-21T10:00:00Z' })
})

it('says nothing of what is not public', async () => {
  const { w, db, commitment } = await worldWithSecrets()
  const draft = await drafted(w)
  const found = await commitmentSummaries(db, [draft.id, commitment.id, 'cmt_nothing'], origin)
  expect(found.map(({ number }) => number)).toEqual([commitment.number])
})

it('is one question that reads no table from end to end', async () => {
  const plan = await planOf(full.db, summaryRows(full.db, [full.id, full.other.id]))
  expect(fullScans(plan).filter((step) => !/VIRTUAL TABLE|subquery/i.test(step))).toEqual([])
  expect(plan.join('\n')).toContain('acts_of_commitment')
})
