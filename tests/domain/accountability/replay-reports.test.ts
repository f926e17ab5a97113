import { expect, it } from 'vitest'

import type { OpenedAct } from '#app/domain/accountability/opened-act.ts'
import { commitmentFromActs } from '#app/domain/accountability/replay-commitment.ts'
import { followsReports, reportFacts } from '#app/domain/accountability/replay-reports.ts'
import type { Act } from '#app/domain/acts/act.ts'
import type { Evidence } from '#app/domain/evidence/evidence.ts'
import { findingContent, reportContent } from '#tests/support/facts.ts'
import { opened, saying } from '#tests/support/opened.ts'
import {
  correcting,
  deciding,
  outcomeOf,
  publishing,
  redacting,
  replying,
  reporting,
  returning,
  taking,
} from '#tests/support/replayed.ts'

const AT = '2026-11-23T10:00:00Z'
const publish = publishing()
const made = (acts: readonly OpenedAct[]) =>
  outcomeOf(commitmentFromActs(acts), ({ facts }) => facts.reports)
const after = (...acts: Act[]) => made(opened([publish, ...acts]))

const piece: Evidence = {
  id: 'evd_1',
  reportId: 'rpt_1',
  kind: 'file',
  title: 'Attendance lists',
  lang: 'en',
  access: 'public',
  heldReason: '',
  state: 'public',
  url: null,
  fileName: 'lists.pdf',
  storedName: 'abcdefgh01234567',
  mediaType: 'application/pdf',
  size: 1200,
  sha256: 'ab'.repeat(32),
  scan: 'clean',
  round: 1,
}
const held: Evidence = { ...piece, id: 'evd_2', access: 'held', heldReason: 'Has names.' }

const content = { ...reportContent, behindReason: 'The rains came early.' }
const first = { round: 1, at: AT, content, returned: null }

it('rebuilds what was claimed and what backs it', () => {
  expect(after(reporting(1, {}, [held, piece]))).toEqual([
    {
      id: 'rpt_1',
      milestoneId: 'mls_1',
      state: 'reported',
      reportedAt: AT,
      returnedAt: null,
      rounds: [first],
      evidence: [
        {
          id: 'evd_2',
          kind: 'file',
          lang: 'en',
          access: 'held',
          addedOn: '2026-11-23',
          withheld: false,
          round: 1,
          title: 'Attendance lists',
          heldReason: 'Has names.',
          url: null,
          mediaType: 'application/pdf',
          size: 1200,
          sha256: piece.sha256,
        },
        expect.objectContaining({ id: 'evd_1', heldReason: null, access: 'public' }),
      ],
      findings: [],
    },
  ])
})

it('follows a report through review, return and a second round', () => {
  expect(after(reporting(), taking())).toMatchObject([{ state: 'under-review' }])
  const questions = [{ field: 'value', text: 'How were they counted?' }]
  const returned = { review: 'rvw_1', at: AT, questions }
  expect(after(reporting(), taking(), returning())).toMatchObject([
    { state: 'returned', returnedAt: AT, rounds: [{ ...first, returned }] },
  ])
  const again = reporting(2, { value: 2990 }, [piece, held])
  expect(after(reporting(1, {}, [piece]), taking(), returning(), again)).toMatchObject([
    {
      state: 'reported',
      reportedAt: AT,
      rounds: [{ returned }, { round: 2, content: { value: 2990 }, returned: null }],
      evidence: [
        { id: 'evd_1', round: 1 },
        { id: 'evd_2', round: 2 },
      ],
    },
  ])
})

it('keeps claim, finding, reply and correction apart', () => {
  const acts = [reporting(), taking(), deciding(), replying(), correcting()]
  expect(after(...acts)).toMatchObject([
    {
      state: 'not-achieved',
      findings: [
        {
          review: 'rvw_1',
          kind: 'review',
          round: 1,
          at: AT,
          finding: 'achieved',
          reviewedValue: 3050,
          reasons: findingContent.reasons,
          scores: null,
          rubricVersion: 1,
          people: 2,
          reply: { stance: 'disputes', lang: 'en', text: 'We counted them twice.', at: AT },
        },
        { review: 'rvw_2', kind: 'correction', finding: 'not-achieved', reply: null },
      ],
    },
  ])
  const unknown = { finding: 'not-verifiable' as const, reviewedValue: null }
  const { scores } = findingContent
  expect(after(reporting(), taking(), deciding('rvw_1', { ...unknown, scores }))).toMatchObject([
    { findings: [{ finding: 'not-verifiable', reviewedValue: null, scores }] },
  ])
})

it('shows of withheld evidence only that it was there', () => {
  const acts = opened([publish, reporting(1, {}, [piece])])
  const remains = {
    kind: 'file',
    lang: 'en',
    access: 'public',
    addedOn: '2026-11-23',
    withheld: true,
  }
  const { act, left } = redacting(acts[1]!, { 'evidence.evd_1': remains })
  expect(made([acts[0]!, left, ...opened([act], 2)])).toMatchObject([
    { evidence: [{ ...remains, id: 'evd_1', title: null, url: null, sha256: null, round: 1 }] },
  ])
})

it('names the act that cannot have happened', () => {
  const report = reporting()
  const cases: [string, Act[]][] = [
    ['subject-unknown 1 mls_9', [reporting(1, {}, [], 'mls_9')]],
    ['act-out-of-order 1 round', [reporting(2)]],
    ['act-out-of-order 2 round', [report, report]],
    ['act-out-of-order 1 report', [taking()]],
    ['act-out-of-order 3 report', [report, taking(), taking('rvw_2')]],
    ['act-out-of-order 2 report', [report, deciding()]],
    ['act-out-of-order 2 report', [report, returning()]],
    ['act-out-of-order 3 report', [report, taking(), correcting()]],
    ['act-out-of-order 2 review', [report, replying()]],
    ['act-out-of-order 4 review', [report, taking(), deciding(), replying('rvw_7')]],
    ['act-out-of-order 5 review', [report, taking(), deciding(), replying(), replying()]],
  ]
  expect(cases.map(([, acts]) => after(...acts))).toEqual(cases.map(([code]) => code))
})

it('takes no act about a report of another milestone', () => {
  const acts = opened([publish, reporting(), taking()])
  const other = { ...acts[2]!, entry: { ...acts[2]!.entry, subject: 'mls_2' } }
  expect(made([acts[0]!, acts[1]!, other])).toBe('act-out-of-order 2 report')
})

it('names the field it cannot read', () => {
  const acts = opened([publish, reporting(1, {}, [piece]), taking(), deciding()])
  const changed = (place: number, fields: Record<string, unknown>) =>
    made(acts.map((act, i) => (i === place ? saying(act, fields) : act)))
  expect(changed(1, { reached: 'certainly' })).toBe('act-unreadable 1 reached')
  expect(changed(1, { value: '3120' })).toBe('act-unreadable 1 value')
  expect(changed(1, { 'evidence.evd_1': null })).toBe('act-unreadable 1 evidence.evd_1')
  expect(changed(2, { report: undefined })).toBe('act-unreadable 2 report')
  expect(changed(3, { finding: 'superb' })).toBe('act-unreadable 3 finding')
  expect(changed(3, { decidedBy: 3 })).toBe('act-unreadable 3 decidedBy')
})

it('keeps reports in the order of their first handing in', () => {
  const record = { reports: new Map(), milestones: new Map([['mls_1', {}]]) }
  const [first_] = opened([reporting()])
  for (const id of ['rpt_b', 'rpt_a'])
    followsReports['milestone.reported'](record, saying(first_!, { report: id }))
  expect(reportFacts(record).map(({ id }) => id)).toEqual(['rpt_b', 'rpt_a'])
})
