import { expect, it } from 'vitest'

import { commitmentStates } from '#app/domain/commitments/commitment-state.ts'
import { evidenceStates } from '#app/domain/evidence/evidence-state.ts'
import { reportStates } from '#app/domain/milestones/report-state.ts'
import {
  doubtsAbout,
  draftReport,
  editReport,
  keepReport,
  reportDraftInput,
  reportInput,
  reportLacks,
  submitReport,
  type Milestone,
  type Report,
} from '#app/domain/milestones/report.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'
import { answer, each, milestone, report, reportContent } from '#tests/support/facts.ts'

const draft = (earlier: readonly Pick<Report, 'state'>[], changes: Partial<Milestone> = {}) =>
  draftReport('rpt_9', milestone(changes), earlier, cast.editor, NOW)
const edit = (of: Report, content = reportContent) =>
  editReport(of, milestone(), cast.editor, content, NOW)
const submit = (of: Report, changes: Partial<Milestone> = {}, now = NOW) =>
  submitReport(of, milestone(changes), [], {}, cast.editor, now)

it('opens a report only on a published commitment', () => {
  const asked = each(commitmentStates, (commitmentState) => answer(draft([], { commitmentState })))
  expect(asked).toEqual({
    draft: 'commitment-not-published',
    submitted: 'commitment-not-published',
    returned: 'commitment-not-published',
    declined: 'commitment-not-published',
    published: 'done',
    withdrawn: 'commitment-not-published',
    closed: 'commitment-not-published',
  })
})

it('opens a second report only after a finding other than achieved', () => {
  expect(each(reportStates, (state) => answer(draft([{ state }])))).toEqual({
    drafted: 'report-already-open',
    reported: 'report-already-open',
    'under-review': 'report-already-open',
    returned: 'report-already-open',
    achieved: 'milestone-achieved',
    'partly-achieved': 'done',
    'not-achieved': 'done',
    'not-verifiable': 'done',
  })
})

it('asks the newest report whether another may be opened', () => {
  expect(answer(draft([{ state: 'not-achieved' }, { state: 'drafted' }]))).toBe(
    'report-already-open',
  )
  expect(answer(draft([{ state: 'not-achieved' }, { state: 'achieved' }]))).toBe(
    'milestone-achieved',
  )
})

it('opens a report empty, as a private act of the lead', () => {
  expect(draft([])).toMatchObject({
    ok: true,
    value: {
      report: { id: 'rpt_9', milestoneId: 'mls_1', state: 'drafted', content: null, rounds: 0 },
      act: { kind: 'report.drafted', subject: 'rpt_9', by: { organisationId: LEAD } },
    },
  })
})

it('edits a draft and a report sent back, no other', () => {
  expect(each(reportStates, (state) => answer(edit(report(state)), (v) => v.report.state))).toEqual(
    {
      drafted: 'drafted',
      reported: 'report-not-editable',
      'under-review': 'report-not-editable',
      returned: 'returned',
      achieved: 'report-not-editable',
      'partly-achieved': 'report-not-editable',
      'not-achieved': 'report-not-editable',
      'not-verifiable': 'report-not-editable',
    },
  )
})

it('keeps what is written so far wherever it could be edited, and asks nothing of it', () => {
  const keep = (of: Report) => keepReport(of, milestone(), cast.editor, { lang: 'fr' }, NOW)
  expect(each(reportStates, (state) => answer(keep(report(state)), (v) => v.report))).toMatchObject(
    {
      drafted: { state: 'drafted', content: { lang: 'fr' }, rounds: 0 },
      reported: 'report-not-editable',
      'under-review': 'report-not-editable',
      returned: { state: 'returned', content: { lang: 'fr' }, rounds: 1 },
      achieved: 'report-not-editable',
      'partly-achieved': 'report-not-editable',
      'not-achieved': 'report-not-editable',
      'not-verifiable': 'report-not-editable',
    },
  )
})

it('takes no measurement from the future', () => {
  const measured = (measuredOn: string) =>
    answer(edit(report('drafted'), { ...reportContent, measuredOn }))
  expect([measured('2026-11-23'), measured('2026-11-24')]).toEqual([
    'done',
    'measured-in-the-future',
  ])
})

it('hands in a draft and a report sent back, no other', () => {
  const asked = each(reportStates, (state) => answer(submit(report(state)), (v) => v.report.state))
  expect(asked).toEqual({
    drafted: 'reported',
    reported: 'report-not-editable',
    'under-review': 'report-not-editable',
    returned: 'reported',
    achieved: 'report-not-editable',
    'partly-achieved': 'report-not-editable',
    'not-achieved': 'report-not-editable',
    'not-verifiable': 'report-not-editable',
  })
})

it('hands in a report only while its commitment is published', () => {
  const asked = each(commitmentStates, (commitmentState) =>
    answer(submit(report('drafted'), { commitmentState })),
  )
  expect(asked).toEqual({
    draft: 'commitment-not-published',
    submitted: 'commitment-not-published',
    returned: 'commitment-not-published',
    declined: 'commitment-not-published',
    published: 'done',
    withdrawn: 'commitment-not-published',
    closed: 'commitment-not-published',
  })
})

it('does not hand in an empty report', () => {
  expect(answer(submit(report('drafted', { content: null })))).toBe('report-incomplete')
})

it('says every answer that is missing, in the order of the form, and hands in none of it', () => {
  const lacks = (content: Report['content'], now = NOW) => {
    const of = report('drafted', { content })
    const [first] = reportLacks(of, milestone(), now)
    expect(answer(submit(of, {}, now)) === 'done').toBe(first === undefined)
    return reportLacks(of, milestone(), now).map(({ field, code }) => `${field} ${code}`)
  }
  const all = [
    'reached missing',
    'value missing',
    'measuredOn missing',
    'lang not-a-language',
    'happened missing',
  ]
  expect(lacks(null)).toEqual(all)
  expect(lacks({})).toEqual(all)
  expect(lacks({ ...reportContent, happened: 'Fine.', value: null })).toEqual([
    'value missing',
    'happened too-short',
  ])
  expect(lacks({ ...reportContent, reached: 'no' })).toEqual(['behindReason reason-when-behind'])
  expect(lacks({ ...reportContent, measuredOn: '2026-11-24' })).toEqual([
    'measuredOn measured-in-the-future',
  ])
  expect(lacks(reportContent, new Date('2026-12-02T00:00:00Z'))).toEqual([
    'behindReason reason-when-late',
  ])
  expect(lacks(reportContent)).toEqual([])
})

it('names by its own code what alone is wrong at handing in', () => {
  const refused = (changes: Partial<typeof reportContent>) =>
    answer(submit(report('drafted', { content: { ...reportContent, ...changes } })))
  expect(refused({ happened: '' })).toBe('report-incomplete')
  expect(refused({ measuredOn: '2026-11-24' })).toBe('measured-in-the-future')
})

it('wants a reason for every answer but yes, however it was typed in', () => {
  const reached = (answered: 'yes' | 'partly' | 'no' | 'cannot-say', behindReason = '') => {
    const content = { ...reportContent, reached: answered, behindReason }
    return answer(submit(report('drafted', { content })))
  }
  expect([reached('yes'), reached('partly'), reached('no'), reached('cannot-say')]).toEqual([
    'done',
    'reason-when-behind',
    'reason-when-behind',
    'reason-when-behind',
  ])
  expect(reached('no', 'Floods closed the schools.')).toBe('done')
})

it('says what is claimed, the round, and whether it came late', () => {
  const act = (of: Report, now = NOW) => answer(submit(of, {}, now), (v) => v.act)
  expect(act(report('drafted'))).toMatchObject({
    kind: 'milestone.reported',
    subject: 'mls_1',
    commitmentId: 'cmt_1',
    clauses: ['td2020/access/1'],
    by: { organisationId: LEAD, role: 'editor' },
    fields: { report: 'rpt_1', round: 1, value: 3120, reached: 'yes', late: true },
  })
  expect(act(report('drafted'), new Date('2026-11-01T23:59:59Z'))).toMatchObject({
    fields: { late: false },
  })
  expect(act(report('returned'))).toMatchObject({ fields: { round: 2 } })
})

it('releases checked evidence as it was meant, and leaves what was released before', () => {
  const items = evidenceStates.flatMap((state) =>
    (['public', 'held'] as const).map((access) => ({ id: `${state} ${access}`, state, access })),
  )
  const release = (of: typeof items) =>
    answer(submitReport(report('drafted'), milestone(), of, {}, cast.editor, NOW), (v) =>
      Object.fromEntries(v.released.map(({ id, state }) => [id, state])),
    )
  expect(release(items.filter(({ state }) => state !== 'uploaded'))).toEqual({
    'scanned public': 'public',
    'scanned held': 'held',
    'public public': 'public',
    'public held': 'public',
    'held public': 'held',
    'held held': 'held',
    'withheld public': 'withheld',
    'withheld held': 'withheld',
  })
  expect(release(items)).toBe('evidence-not-checked')
})

it('is in the hands of the lead’s own members alone', () => {
  const people = {
    stranger: cast.person,
    other: cast.otherFocalPoint,
    former: cast.former,
    coordinator: cast.coordinator,
    administrator: cast.administrator,
  }
  for (const actor of Object.values(people)) {
    expect(answer(draftReport('rpt_9', milestone(), [], actor, NOW))).toBe('not-your-organisation')
    expect(answer(editReport(report('drafted'), milestone(), actor, reportContent, NOW))).toBe(
      'not-your-organisation',
    )
    expect(answer(keepReport(report('drafted'), milestone(), actor, {}, NOW))).toBe(
      'not-your-organisation',
    )
    expect(answer(submitReport(report('drafted'), milestone(), [], {}, actor, NOW))).toBe(
      'not-your-organisation',
    )
  }
})

const typed = {
  reached: 'yes',
  value: '3 120',
  measuredOn: '2026-10-31',
  lang: 'en',
  happened: 'All districts held their courses.',
}
const problems = (changes: Record<string, unknown>) =>
  reportInput
    .safeParse({ ...typed, ...changes })
    .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)

it('reads what a partner types', () => {
  expect(reportInput.parse(typed)).toEqual({
    ...typed,
    value: 3120,
    behindReason: '',
    next: '',
  })
})

it('names by code what is missing or wrong in a report', () => {
  expect(problems({ reached: undefined })).toEqual(['reached missing'])
  expect(problems({ value: '' })).toEqual(['value missing'])
  expect(problems({ value: 'many' })).toEqual(['value not-a-number'])
  expect(problems({ measuredOn: '' })).toEqual(['measuredOn missing'])
  expect(problems({ measuredOn: '31.10.2026' })).toEqual(['measuredOn not-a-date'])
  expect(problems({ lang: 'tlh' })).toEqual(['lang not-a-language'])
  expect(problems({ happened: 'Fine.' })).toEqual(['happened too-short'])
  expect(problems({ reached: 'partly' })).toEqual(['behindReason reason-when-behind'])
  expect(problems({ reached: 'no', behindReason: '   ' })).toEqual([
    'behindReason reason-when-behind',
  ])
})

it('reads a report that is half written, and what it can make nothing of it names', () => {
  const draft = (written: Record<string, unknown>) => reportDraftInput.safeParse(written)
  const empty = { reached: '', value: '', measuredOn: '', lang: '', happened: ' ' }
  const none = { value: null, happened: '', behindReason: '', next: '' }
  expect(draft({}).data).toEqual(none)
  expect(draft(empty).data).toEqual(none)
  expect(draft({ happened: 'Fine.', value: '3 120' }).data).toEqual({
    ...none,
    happened: 'Fine.',
    value: 3120,
  })
  const unreadable = { ...typed, value: 'many', measuredOn: '31.10.2026', next: 'n'.repeat(2001) }
  expect(
    draft(unreadable).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
  ).toEqual(['value not-a-number', 'measuredOn not-a-date', 'next too-long'])
})

it('asks for no number from who cannot say', () => {
  const answered = { reached: 'cannot-say', behindReason: 'The survey is late.' }
  expect(problems({ ...answered, value: '' })).toBeUndefined()
})

const doubts = (
  content: Partial<typeof reportContent>,
  previous: number | null = null,
  of: Partial<Milestone> = {},
) => doubtsAbout({ ...reportContent, ...content }, milestone(of), previous)

it('doubts a yes below the target and a no above it, and refuses neither', () => {
  expect(doubts({ reached: 'yes', value: 2999 })).toEqual(['doubt-below-target'])
  expect(doubts({ reached: 'yes', value: 3000 })).toEqual([])
  expect(doubts({ reached: 'no', value: 3000 })).toEqual(['doubt-target-met'])
  expect(doubts({ reached: 'no', value: 2999 })).toEqual([])
})

it('reads a falling target the other way round', () => {
  const falling = { baseline: 40, target: 10 }
  expect(doubts({ reached: 'yes', value: 11 }, null, falling)).toEqual(['doubt-below-target'])
  expect(doubts({ reached: 'yes', value: 10 }, null, falling)).toEqual([])
})

it('doubts a value more than three times the one before, unless the target is met', () => {
  expect(doubts({ reached: 'partly', value: 301 }, 100)).toEqual(['doubt-jump'])
  expect(doubts({ reached: 'partly', value: 300 }, 100)).toEqual([])
  expect(doubts({ reached: 'yes', value: 3001 }, 100)).toEqual([])
  expect(doubts({ reached: 'partly', value: 500 }, null, { baseline: 100 })).toEqual(['doubt-jump'])
})

it('has no doubts about a value nobody gave', () => {
  expect(doubts({ reached: 'cannot-say', value: null })).toEqual([])
})
