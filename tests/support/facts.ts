import type { CommitmentState } from '#app/domain/commitments/commitment-state.ts'
import type { Commitment, Party } from '#app/domain/commitments/commitment.ts'
import type { MilestoneTerms, Terms } from '#app/domain/commitments/terms.ts'
import type { Declaration } from '#app/domain/declarations/declaration.ts'
import type { ReportState } from '#app/domain/milestones/report-state.ts'
import type { Milestone, Report, ReportInput } from '#app/domain/milestones/report.ts'
import type { Case, FindingInput, Review, ReviewState } from '#app/domain/reviews/review.ts'
import type { Result } from '#app/domain/shared/result.ts'

import { cast, LEAD, NOW } from './cast.ts'

export const settings = { reportWithinDays: 30, silentAfterDays: 90, replyWithinDays: 14 }

export const declaration: Declaration = {
  key: 'td2020',
  code: 'TD',
  title: { en: 'A Test Declaration' },
  convenedBy: [],
  source: {},
  settings,
  preamble: [],
  themes: [
    {
      number: 1,
      key: 'access',
      title: { en: 'Access' },
      clauses: [
        {
          key: 'td2020/access/1',
          summary: { en: 'Everyone learns.' },
          addressees: ['government', 'academia'],
          demand: 'commits',
        },
        {
          key: 'td2020/access/2',
          summary: { en: 'Everyone teaches.' },
          addressees: ['civil-society'],
          demand: 'affirms',
        },
      ],
    },
    {
      number: 2,
      key: 'quality',
      title: { en: 'Quality' },
      clauses: [
        {
          key: 'td2020/quality/1',
          summary: { en: 'It is good.' },
          addressees: ['government'],
          demand: 'records',
        },
      ],
    },
  ],
}

export const milestoneTerms = (changes: Partial<MilestoneTerms> = {}): MilestoneTerms => ({
  id: 'mls_1',
  title: '3,000 teachers trained',
  dueOn: '2026-11-01',
  indicator: 'Teachers who finished the course',
  unit: 'teachers',
  baseline: 0,
  target: 3000,
  evidenceExpected: 'Attendance lists',
  responsible: '',
  code: '',
  indicators: [],
  translations: {},
  ...changes,
})

export const terms = (changes: Partial<Terms> = {}): Terms => ({
  lang: 'en',
  title: 'Train 12,000 primary teachers',
  text: 'We train 12,000 primary teachers in rural districts to teach with open resources, two weeks each, in every district of the country.',
  problem: '',
  clause: 'td2020/access/1',
  furtherClauses: ['td2020/quality/1'],
  scope: 'places',
  places: ['KE'],
  beneficiaries: 'Primary teachers',
  beneficiaryCount: 12_000,
  startOn: '2026-01-01',
  endOn: '2027-12-31',
  milestones: [milestoneTerms()],
  resources: [{ kind: 'financial', amount: 2_000_000, currency: 'KES', source: 'State budget' }],
  responsible: 'Directorate of Teacher Training',
  contactRole: 'Director of Teacher Training',
  sdgTargets: ['4.c'],
  translations: {},
  ...changes,
})

export const party = (changes: Partial<Party> = {}): Party => ({
  id: 'pty_1',
  commitmentId: 'cmt_1',
  organisationId: 'org_other',
  kind: 'partner',
  role: 'Trains the trainers',
  share: 'A third of the courses',
  state: 'invited',
  ...changes,
})

export const commitment = (
  state: CommitmentState,
  changes: Partial<Commitment> = {},
): Commitment => ({
  id: 'cmt_1',
  declaration: declaration.key,
  state,
  number: ['published', 'withdrawn', 'closed'].includes(state) ? 'TD-2026-0001' : null,
  version: 1,
  leadId: LEAD,
  terms: terms(),
  parties: [party({ id: 'pty_0', organisationId: LEAD, kind: 'lead', state: 'accepted' })],
  externalId: null,
  provenance: null,
  ...changes,
})

export const milestone = (changes: Partial<Milestone> = {}): Milestone => ({
  id: 'mls_1',
  commitmentId: 'cmt_1',
  leadId: LEAD,
  commitmentState: 'published',
  clauses: ['td2020/access/1'],
  title: '3,000 teachers trained',
  dueOn: '2026-11-01',
  unit: 'teachers',
  baseline: 0,
  target: 3000,
  reportWithinDays: 30,
  ...changes,
})

export const reportContent: ReportInput = {
  reached: 'yes',
  value: 3120,
  measuredOn: '2026-10-31',
  lang: 'en',
  happened: 'All districts held their courses and 3,120 teachers finished.',
  behindReason: '',
  next: '',
}

export const report = (state: ReportState, changes: Partial<Report> = {}): Report => ({
  id: 'rpt_1',
  milestoneId: 'mls_1',
  state,
  content: reportContent,
  rounds: state === 'drafted' ? 0 : 1,
  ...changes,
})

export const findingContent: FindingInput = {
  finding: 'achieved',
  reviewedValue: 3050,
  reasons: 'The attendance lists show 3,050 teachers who finished the course.',
  scores: {
    relevance: { score: 3, note: '' },
    sufficiency: { score: 2, note: '' },
    reliability: { score: 2, note: '' },
    measurement: { score: 3, note: '' },
  },
}

export const review = (state: ReviewState, changes: Partial<Review> = {}): Review => ({
  id: 'rvw_1',
  reportId: 'rpt_1',
  kind: 'review',
  state,
  coordinatorId: cast.coordinator.userId,
  confirmedById: null,
  finding: state === 'proposed' || state === 'decided' ? 'achieved' : null,
  reviewedValue: state === 'proposed' || state === 'decided' ? 3050 : null,
  reasons: state === 'proposed' || state === 'decided' ? findingContent.reasons : '',
  scores: null,
  rubricVersion: 1,
  questions: [],
  openedAt: NOW,
  decidedAt: state === 'decided' ? NOW : null,
  ...changes,
})

/** A report's case; the commitment has two milestones unless `otherFindings` says otherwise. */
export const caseOf = (state: ReportState, changes: Partial<Case> = {}): Case => ({
  commitment: commitment('published'),
  milestone: milestone(),
  report: report(state),
  otherFindings: [null],
  ...changes,
})

/** What a decision comes to: the value asked of its success, or the code of its refusal. */
export const answer = <result extends Result<unknown, string>>(
  result: result,
  of: (value: Extract<result, { ok: true }>['value']) => unknown = () => 'done',
): unknown => (result.ok ? of(result.value) : result.code)

/** Every key with what `ask` makes of it: a whole row of a table at once. */
export const each = <key extends string, value>(
  keys: readonly key[],
  ask: (key: key) => value,
): Record<key, value> =>
  Object.fromEntries(keys.map((key) => [key, ask(key)])) as Record<key, value>
