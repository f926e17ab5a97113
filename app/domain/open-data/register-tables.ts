import { clausesOf, licenceOf, stakeholderGroups } from '../declarations/declaration.ts'
import {
  changesTable,
  evidenceTable,
  findingsTable,
  reportsTable,
  versionsTable,
  withheldTable,
} from './account-tables.ts'
import type { PublicCommitment } from './commitment.ts'
import type { PublicDeclaration } from './declaration.ts'
import type { PublicOrganisation } from './organisation.ts'
import {
  commitmentsTable,
  furtherClausesTable,
  indicatorsTable,
  milestonesTable,
  partnersTable,
  placesTable,
  resourcesTable,
  sdgTargetsTable,
} from './promise-tables.ts'
import { table, type Table } from './table.ts'

const must = { required: true } as const
const derived = { derived: true } as const

const declarationsTable = table({
  name: 'declarations',
  title: 'Declarations',
  says: 'The texts that commitments are made under; whole in declarations.json.',
  primaryKey: ['key'],
  imported: false,
  refers: [],
  fields: {
    key: { type: 'string', says: 'Key, with which its clauses begin.', ...must },
    code: { type: 'string', says: 'Code, with which the numbers of commitments begin.', ...must },
    title: { type: 'object', says: 'Title by language.', ...must },
    adopted: { type: 'date', says: 'Day it was adopted.' },
    licence: { type: 'string', says: 'Licence of what is registered under it.', ...must },
    licenceUrl: { type: 'string', says: 'Text of that licence.', ...must },
    reportWithinDays: { type: 'integer', says: 'Days after a due day to report in.', ...must },
    silentAfterDays: { type: 'integer', says: 'Days until silence counts as No report.', ...must },
    replyWithinDays: { type: 'integer', says: 'Days to reply to a finding in.', ...must },
    openedAt: { type: 'datetime', says: 'When it was opened here.', ...must },
  },
  rows: (one: PublicDeclaration) => [
    {
      ...one.settings,
      ...one,
      adopted: one.adopted,
      licence: licenceOf(one).name,
      licenceUrl: licenceOf(one).url,
    },
  ],
})

const clausesTable = table({
  name: 'clauses',
  title: 'Clauses',
  says: 'The clauses a commitment can be made under.',
  primaryKey: ['key'],
  imported: false,
  refers: [{ fields: ['declaration'], to: 'declarations', toFields: ['key'] }],
  fields: {
    key: { type: 'string', says: 'Key.', ...must },
    declaration: { type: 'string', says: 'Its declaration.', ...must },
    number: {
      type: 'string',
      says: 'As it is cited: 2.1 is the first of the second theme.',
      ...must,
    },
    theme: { type: 'object', says: 'Title of its theme, by language.', ...must },
    summary: { type: 'object', says: 'Summary by language.', ...must },
    addressees: { type: 'array', says: 'Stakeholder groups it addresses.', ...must },
    demand: {
      type: 'string',
      says: 'What it does.',
      ...must,
      oneOf: ['records', 'affirms', 'commits'],
    },
    officialParagraph: { type: 'integer', says: 'Paragraph of the official text.' },
  },
  rows: (one: PublicDeclaration) =>
    clausesOf(one).map((clause) => ({
      ...clause,
      declaration: one.key,
      theme: clause.theme.title,
      officialParagraph: clause.officialParagraph,
    })),
})

/** What every declaration has rows in. */
export const declarationTables: readonly Table<PublicDeclaration>[] = [
  declarationsTable,
  clausesTable,
]

export const organisationsTable = table({
  name: 'organisations',
  title: 'Organisations',
  says: 'Organisations that were verified at some time.',
  primaryKey: ['id'],
  imported: true,
  refers: [],
  fields: {
    id: { type: 'string', says: 'Id, its place in addresses.', ...must },
    name: { type: 'string', says: 'Name in the language it registered in.', ...must, ...derived },
    names: { type: 'object', says: 'Names by language.', ...must },
    lang: { type: 'string', says: 'Language it registered in.', ...must },
    group: { type: 'string', says: 'Stakeholder group.', ...must, oneOf: stakeholderGroups },
    country: { type: 'string', says: 'ISO 3166-1 alpha-2, or worldwide.', ...must },
    website: { type: 'string', says: 'Its website.' },
    identifier: { type: 'string', says: 'scheme:identifier, of org-id.guide, ROR or LEI.' },
    externalId: { type: 'string', says: 'What an import calls it.' },
    invented: { type: 'boolean', says: 'True of a demonstration: it does not exist.', ...must },
    state: {
      type: 'string',
      says: 'Verified, or suspended.',
      ...must,
      oneOf: ['verified', 'suspended'],
    },
    suspendedReason: { type: 'string', says: 'Why it is suspended.' },
    joinedAt: { type: 'datetime', says: 'When it was first verified.', ...must },
  },
  rows: (one: PublicOrganisation) => [{ ...one, name: one.names[one.lang] ?? '' }],
})

/** What every commitment has rows in; the first is the table of the commitments themselves. */
export const commitmentTables: readonly [Table<PublicCommitment>, ...Table<PublicCommitment>[]] = [
  commitmentsTable,
  furtherClausesTable,
  placesTable,
  sdgTargetsTable,
  resourcesTable,
  partnersTable,
  milestonesTable,
  indicatorsTable,
  reportsTable,
  evidenceTable,
  findingsTable,
  versionsTable,
  changesTable,
  withheldTable,
]

/** Every table of the register's Data Package, in the order it lists them. */
export const registerTables: readonly Table<never>[] = [
  ...declarationTables,
  ...commitmentTables,
  organisationsTable,
]
