import { assurances } from '../accountability/assurance.ts'
import { outcomes } from '../accountability/outcome.ts'
import { publicCommitmentStates } from '../commitments/commitment-state.ts'
import { resourceKinds } from '../commitments/terms.ts'
import { stakeholderGroups } from '../declarations/declaration.ts'
import { findings } from '../milestones/report-state.ts'
import { timelinesses } from '../milestones/timeliness.ts'
import type { PublicCommitment } from './commitment.ts'
import { numbered, table, type Field } from './table.ts'

const must = { required: true } as const
const derived = { derived: true } as const

/** Which commitment a row of another table belongs to. */
export const ofCommitment: Field = { type: 'string', says: 'Number of the commitment.', ...must }
export const toCommitments = {
  fields: ['commitment'],
  to: 'commitments',
  toFields: ['number'],
} as const
const position: Field = { type: 'integer', says: 'Place in the order, from 1.', ...must }

export const commitmentsTable = table({
  name: 'commitments',
  title: 'Commitments',
  says: 'One row a commitment: what its current version promises, and how it stands.',
  primaryKey: ['number'],
  imported: true,
  refers: [
    { fields: ['declaration'], to: 'declarations', toFields: ['key'] },
    { fields: ['clause'], to: 'clauses', toFields: ['key'] },
    { fields: ['lead'], to: 'organisations', toFields: ['id'] },
  ],
  fields: {
    number: { type: 'string', says: 'Number, as it is cited. Never reused.', ...must },
    id: { type: 'string', says: 'Id in the public log.', ...must },
    declaration: { type: 'string', says: 'Declaration it was made under.', ...must },
    lang: { type: 'string', says: 'Language of the words in this row, a BCP 47 tag.', ...must },
    title: { type: 'string', says: 'Title.', ...must },
    text: { type: 'string', says: 'The commitment in words.', ...must },
    problem: { type: 'string', says: 'The problem it addresses.' },
    translations: {
      type: 'object',
      says: 'Title and text in other languages: {"fr": {"title": …, "text": …}}.',
      ...must,
    },
    clause: { type: 'string', says: 'Primary clause; further ones in further-clauses.', ...must },
    scope: {
      type: 'string',
      says: 'Worldwide, or in the places of the table places.',
      ...must,
      oneOf: ['worldwide', 'places'],
    },
    beneficiaries: { type: 'string', says: 'Who benefits.' },
    beneficiaryCount: { type: 'number', says: 'How many of them.' },
    startOn: { type: 'date', says: 'First day.', ...must },
    endOn: { type: 'date', says: 'Last day.', ...must },
    responsible: { type: 'string', says: 'Responsible unit within the lead.' },
    contactRole: { type: 'string', says: 'Role to ask for; never a person.' },
    lead: { type: 'string', says: 'Organisation that leads.', ...must },
    group: {
      type: 'string',
      says: 'Stakeholder group of the lead.',
      ...must,
      oneOf: stakeholderGroups,
    },
    invented: {
      type: 'boolean',
      says: 'True of a demonstration: neither it nor its organisation exists.',
      ...must,
    },
    externalId: { type: 'string', says: 'What an import calls it.' },
    provenanceTitle: { type: 'string', says: 'Where an imported one was first published.' },
    provenancePublisher: { type: 'string', says: 'Who published it there.' },
    provenanceLicence: { type: 'string', says: 'Under what licence.' },
    provenanceNotice: { type: 'string', says: 'The notice its publisher asks for.' },
    provenanceUrl: { type: 'string', says: 'Address of that publication.' },
    state: {
      type: 'string',
      says: 'Published, withdrawn or closed.',
      ...must,
      oneOf: publicCommitmentStates,
    },
    version: { type: 'integer', says: 'Version in force, from 1.', ...must, ...derived },
    outcome: {
      type: 'string',
      says: 'Public status: derived from dates, reports and findings, never typed.',
      ...derived,
      oneOf: outcomes,
    },
    assurance: {
      type: 'string',
      says: 'How far what was reported is checked.',
      ...derived,
      oneOf: assurances,
    },
    nextDueOn: { type: 'date', says: 'When the next report is due.', ...derived },
    publishedAt: { type: 'datetime', says: 'When it was published.', ...must },
    withdrawnAt: { type: 'datetime', says: 'When it was withdrawn.' },
    withdrawalReason: { type: 'string', says: 'Why it was withdrawn.' },
    closedAt: { type: 'datetime', says: 'When it was closed.' },
  },
  rows: (one: PublicCommitment) => [
    {
      ...one,
      provenanceTitle: one.provenance?.title,
      provenancePublisher: one.provenance?.publisher,
      provenanceLicence: one.provenance?.licence,
      provenanceNotice: one.provenance?.notice,
      provenanceUrl: one.provenance?.url,
      withdrawnAt: one.withdrawal?.at,
      withdrawalReason: one.withdrawal?.reason,
    },
  ],
})

/** A table of nothing but pairs: a commitment, and one of several things of a kind. */
const pairs = (
  named: { name: string; title: string; says: string; column: string; to?: string },
  of: Field,
  all: (one: PublicCommitment) => readonly string[],
) =>
  table({
    name: named.name,
    title: named.title,
    says: named.says,
    primaryKey: ['commitment', named.column],
    imported: true,
    refers: [
      toCommitments,
      ...(named.to ? [{ fields: [named.column], to: named.to, toFields: ['key'] }] : []),
    ],
    fields: { commitment: ofCommitment, [named.column]: of } as Record<string, Field>,
    rows: (one: PublicCommitment) =>
      all(one).map((thing) => ({ commitment: one.number, [named.column]: thing })),
  })

export const furtherClausesTable = pairs(
  {
    name: 'further-clauses',
    title: 'Further clauses',
    says: 'Clauses a commitment answers beside its primary one.',
    column: 'clause',
    to: 'clauses',
  },
  { type: 'string', says: 'A further clause.', ...must },
  (one) => one.furtherClauses,
)

export const placesTable = pairs(
  {
    name: 'places',
    title: 'Places',
    says: 'Where a commitment takes effect; none where it is worldwide.',
    column: 'place',
  },
  {
    type: 'string',
    says: 'Country or area (ISO 3166-1 alpha-2) or region (three-digit UN M49, zeros kept).',
    ...must,
  },
  (one) => one.places,
)

export const sdgTargetsTable = pairs(
  {
    name: 'sdg-targets',
    title: 'SDG targets',
    says: 'Targets of the Sustainable Development Goals a commitment names.',
    column: 'target',
  },
  { type: 'string', says: 'Target, such as 4.4.', ...must },
  (one) => one.sdgTargets,
)

export const resourcesTable = table({
  name: 'resources',
  title: 'Resources',
  says: 'What a commitment is to be done with.',
  primaryKey: ['commitment', 'position'],
  imported: true,
  refers: [toCommitments],
  fields: {
    commitment: ofCommitment,
    position,
    kind: { type: 'string', says: 'Kind of resource.', ...must, oneOf: resourceKinds },
    amount: { type: 'number', says: 'Amount, where there is a figure.' },
    currency: { type: 'string', says: 'Currency of the amount, ISO 4217.' },
    source: { type: 'string', says: 'Where it comes from.' },
  },
  rows: (one: PublicCommitment) =>
    numbered(one.resources).map((of) => ({ commitment: one.number, ...of })),
})

export const partnersTable = table({
  name: 'partners',
  title: 'Partners',
  says: 'Organisations that have accepted a part of their own in a commitment.',
  primaryKey: ['commitment', 'organisation'],
  imported: true,
  refers: [toCommitments, { fields: ['organisation'], to: 'organisations', toFields: ['id'] }],
  fields: {
    commitment: ofCommitment,
    organisation: { type: 'string', says: 'The partner.', ...must },
    role: { type: 'string', says: 'What it does in it.' },
    share: { type: 'string', says: 'Its share.' },
  },
  rows: (one: PublicCommitment) => one.partners.map((of) => ({ commitment: one.number, ...of })),
})

export const milestonesTable = table({
  name: 'milestones',
  title: 'Milestones',
  says: 'Dated, measurable steps, in the order they were promised in.',
  primaryKey: ['id'],
  imported: true,
  refers: [toCommitments],
  fields: {
    id: { type: 'string', says: 'Id in the public log.', ...must },
    commitment: ofCommitment,
    position,
    title: {
      type: 'string',
      says: 'What is to be reached, in the language of the commitment.',
      ...must,
    },
    translations: { type: 'object', says: 'The title in other languages, by language.', ...must },
    dueOn: { type: 'date', says: 'When it is due.', ...must },
    indicator: { type: 'string', says: 'What is measured.' },
    unit: { type: 'string', says: 'Unit of baseline, target and values.', ...must },
    baseline: { type: 'number', says: 'Where it starts from.' },
    target: { type: 'number', says: 'What is promised.', ...must },
    evidenceExpected: { type: 'string', says: 'What will count as evidence.' },
    responsible: { type: 'string', says: 'Responsible unit.' },
    code: { type: 'string', says: 'What an import calls it.' },
    timeliness: {
      type: 'string',
      says: 'Where its reporting stands on the day of the download.',
      ...must,
      ...derived,
      oneOf: timelinesses,
    },
    daysLate: {
      type: 'integer',
      says: 'Days from the due day to the first report, or to today while there is none.',
      ...must,
      ...derived,
    },
    finding: { type: 'string', says: 'Newest finding on it.', ...derived, oneOf: findings },
  },
  rows: (one: PublicCommitment) =>
    numbered(one.milestones).map((of) => ({ commitment: one.number, ...of })),
})

export const indicatorsTable = table({
  name: 'indicators',
  title: 'Indicators',
  says: 'Single indicators of a milestone that is counted by how many of them are met.',
  primaryKey: ['milestone', 'position'],
  imported: true,
  refers: [{ fields: ['milestone'], to: 'milestones', toFields: ['id'] }],
  fields: {
    milestone: { type: 'string', says: 'Id of the milestone.', ...must },
    position,
    code: { type: 'string', says: 'What an import calls it.' },
    dueOn: { type: 'date', says: 'When it is due.', ...must },
    words: { type: 'object', says: 'The indicator in words, by language.', ...must },
    dueWords: {
      type: 'object',
      says: 'Its deadline as its authors wrote it, by language.',
      ...must,
    },
    reading: {
      type: 'object',
      says: 'How the register reads that deadline, by language.',
      ...must,
    },
  },
  rows: (one: PublicCommitment) =>
    one.milestones.flatMap((milestone) =>
      numbered(milestone.indicators).map((of) => ({ milestone: milestone.id, ...of })),
    ),
})
