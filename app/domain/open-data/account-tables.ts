import { findings, reportStates } from '../milestones/report-state.ts'
import { reachedAnswers } from '../milestones/report.ts'
import { redactionBases } from '../redactions/redaction-state.ts'
import { stancesOnFinding } from '../reviews/reply.ts'
import type { PublicCommitment } from './commitment.ts'
import { ofCommitment, toCommitments } from './promise-tables.ts'
import { table, type Field } from './table.ts'

const must = { required: true } as const
const at = (what: string): Field => ({ type: 'datetime', says: `When it was ${what}.`, ...must })
const toReports = { fields: ['report', 'round'], to: 'reports', toFields: ['report', 'round'] }
const ofReport: Field = { type: 'string', says: 'Id of the report.', ...must }

const reportsIn = (one: PublicCommitment) =>
  one.milestones.flatMap(({ id: milestone, reports }) =>
    reports.map((report) => ({ milestone, ...report })),
  )

export const reportsTable = table({
  name: 'reports',
  title: 'Reports',
  says: 'What the lead claimed. A report sent back and handed in again has a row for each round.',
  primaryKey: ['report', 'round'],
  imported: true,
  refers: [{ fields: ['milestone'], to: 'milestones', toFields: ['id'] }],
  fields: {
    report: ofReport,
    round: { type: 'integer', says: 'Which handing in, from 1.', ...must },
    milestone: { type: 'string', says: 'Id of the milestone.', ...must },
    state: { type: 'string', says: 'Where the report stands now.', ...must, oneOf: reportStates },
    at: at('handed in'),
    reached: { type: 'string', says: 'Whether it was reached.', ...must, oneOf: reachedAnswers },
    value: { type: 'number', says: 'Claimed value, in the unit of the milestone.' },
    measuredOn: { type: 'date', says: 'Day it was measured.', ...must },
    lang: { type: 'string', says: 'Language of the words in this row.', ...must },
    happened: { type: 'string', says: 'What happened.' },
    behindReason: { type: 'string', says: 'Why it is behind.' },
    next: { type: 'string', says: 'What comes next.' },
    returnedAt: { type: 'datetime', says: 'When a coordinator sent this round back.' },
    questions: { type: 'array', says: 'What was asked when it was sent back.' },
    returnedReview: { type: 'string', says: 'Id of the review that sent it back.' },
  },
  rows: (one: PublicCommitment) =>
    reportsIn(one).flatMap(({ milestone, id, state, rounds }) =>
      rounds.map((round) => ({
        ...round,
        report: id,
        milestone,
        state,
        returnedAt: round.returned?.at,
        returnedReview: round.returned?.review,
        questions: round.returned?.questions ?? null,
      })),
    ),
})

export const evidenceTable = table({
  name: 'evidence',
  title: 'Evidence',
  says: 'What backs the reports. A public file stands at /files/<id> of the register.',
  primaryKey: ['id'],
  imported: true,
  refers: [toReports],
  fields: {
    id: { type: 'string', says: 'Id.', ...must },
    report: ofReport,
    round: { type: 'integer', says: 'Round it was first handed in with.', ...must },
    kind: { type: 'string', says: 'Kind.', ...must, oneOf: ['file', 'link', 'dataset'] },
    lang: { type: 'string', says: 'Its language.', ...must },
    access: { type: 'string', says: 'Whether it is shown.', ...must, oneOf: ['public', 'held'] },
    withheld: { type: 'boolean', says: 'True where it was withheld since.', ...must },
    addedOn: { type: 'date', says: 'Day it was added.', ...must },
    title: { type: 'string', says: 'Title.' },
    heldReason: { type: 'string', says: 'Why it is held.' },
    url: { type: 'string', says: 'Address of a link or dataset.' },
    mediaType: { type: 'string', says: 'Media type of a file.' },
    size: { type: 'integer', says: 'Size of a file in bytes.' },
    sha256: { type: 'string', says: 'SHA-256 of the bytes of a file, in hex.' },
  },
  rows: (one: PublicCommitment) =>
    reportsIn(one).flatMap(({ id: report, evidence }) =>
      evidence.map((piece) => ({ ...piece, report })),
    ),
})

export const findingsTable = table({
  name: 'findings',
  title: 'Findings',
  says: 'What coordinators found of the reports, with the reply of the organisation.',
  primaryKey: ['review'],
  imported: true,
  refers: [toReports],
  fields: {
    review: { type: 'string', says: 'Id of the review.', ...must },
    report: ofReport,
    round: { type: 'integer', says: 'Round that was looked at.', ...must },
    kind: {
      type: 'string',
      says: 'A review, or a correction that overrides one.',
      ...must,
      oneOf: ['review', 'correction'],
    },
    at: at('decided'),
    finding: { type: 'string', says: 'What was found.', ...must, oneOf: findings },
    reviewedValue: { type: 'number', says: 'Value as reviewed, in the unit of the milestone.' },
    reasons: { type: 'string', says: 'Reasons.' },
    scores: { type: 'object', says: 'Scores by criterion of the rubric, with notes.' },
    rubricVersion: { type: 'integer', says: 'Version of the rubric.', ...must },
    people: { type: 'integer', says: 'How many coordinators decided it.', ...must },
    replyStance: { type: 'string', says: 'Whether the lead accepts it.', oneOf: stancesOnFinding },
    replyLang: { type: 'string', says: 'Language of the reply.' },
    replyText: { type: 'string', says: 'The reply.' },
    replyAt: { type: 'datetime', says: 'When the reply was made.' },
  },
  rows: (one: PublicCommitment) =>
    reportsIn(one).flatMap(({ id: report, findings: found }) =>
      found.map((finding) => ({
        ...finding,
        report,
        replyStance: finding.reply?.stance,
        replyLang: finding.reply?.lang,
        replyText: finding.reply?.text,
        replyAt: finding.reply?.at,
      })),
    ),
})

export const versionsTable = table({
  name: 'versions',
  title: 'Versions',
  says: 'Every version of every commitment, the first one included.',
  primaryKey: ['commitment', 'version'],
  imported: true,
  refers: [toCommitments],
  fields: {
    commitment: ofCommitment,
    version: { type: 'integer', says: 'Version, from 1.', ...must },
    at: at('published'),
    reason: { type: 'string', says: 'Why it was changed.' },
  },
  rows: (one: PublicCommitment) =>
    one.versions.map((version) => ({ commitment: one.number, ...version })),
})

export const changesTable = table({
  name: 'changes',
  title: 'Changes',
  says: 'What each version changed, field by field.',
  primaryKey: ['commitment', 'version', 'field'],
  imported: true,
  refers: [
    { fields: ['commitment', 'version'], to: 'versions', toFields: ['commitment', 'version'] },
  ],
  fields: {
    commitment: ofCommitment,
    version: { type: 'integer', says: 'Version that brought the change.', ...must },
    field: { type: 'string', says: 'Field; of a milestone `milestone.<id>.<field>`.', ...must },
    from: { type: 'any', says: 'Old value, as JSON.' },
    to: { type: 'any', says: 'New value, as JSON.' },
    slippageDays: { type: 'integer', says: 'Days a deadline moved, positive for later.' },
  },
  rows: (one: PublicCommitment) =>
    one.versions.flatMap(({ version, changes }) =>
      changes.map((change) => ({
        commitment: one.number,
        version,
        slippageDays: undefined,
        ...change,
      })),
    ),
})

export const withheldTable = table({
  name: 'withheld',
  title: 'Withheld',
  says: 'Orders by which content of a record was withheld. Withheld words read █.',
  primaryKey: ['entry'],
  imported: true,
  refers: [toCommitments],
  fields: {
    entry: { type: 'integer', says: 'Entry of the public log that ordered it.', ...must },
    commitment: ofCommitment,
    of: { type: 'integer', says: 'Entry whose content it withholds.', ...must },
    at: at('ordered'),
    basis: { type: 'string', says: 'Legal basis.', ...must, oneOf: redactionBases },
    reason: { type: 'string', says: 'Reason.' },
    ofAct: { type: 'string', says: 'What that entry tells: its act.', ...must },
    ofSubject: { type: 'string', says: 'Id of what it happened to.', ...must },
    ofTurn: { type: 'integer', says: 'Which act of that kind on it, from 1.', ...must },
  },
  rows: (one: PublicCommitment) =>
    one.withheld.map((order) => {
      const of = one.entries.find(({ index }) => index === order.of)
      const alike = one.entries.filter(
        ({ act, subject }) => act === of?.act && subject === of.subject,
      )
      const ofTurn = alike.findIndex(({ index }) => index === order.of) + 1
      return {
        commitment: one.number,
        ...order,
        ...{ ofAct: of?.act, ofSubject: of?.subject, ofTurn },
      }
    }),
})
