import { z } from 'zod'

import { assurances } from '../accountability/assurance.ts'
import { outcomes } from '../accountability/outcome.ts'
import { dueStates } from '../browsing/due-index.ts'
import { dueChoices, reportingChoices } from '../browsing/filters.ts'
import { stakeholderGroups } from '../declarations/declaration.ts'
import { entryShape, FORMAT, publicCommitmentShape } from './commitment.ts'
import { publicDeclarationShape } from './declaration.ts'
import { milestoneSummaryShape } from './milestone-summary.ts'
import { publicOrganisationShape } from './organisation.ts'
import { problemShape } from './problem.ts'
import { commitmentSummaryShape } from './summary.ts'

const format = z.literal(FORMAT).describe('The version of the shapes this answer follows.')
const log = z
  .strictObject({
    size: z.int().min(0).describe('How many entries it had.'),
    root: z.string().describe('The root hash over them, in base64.'),
  })
  .describe('The public log when the answer was made.')
const today = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('The day, UTC, on which what is derived is true.')
const next = z
  .string()
  .exactOptional()
  .describe('The address of the page that follows; absent on the last. Also in the Link header.')
const common = { format, log }

const listOf = <shape extends z.ZodType>(item: shape) =>
  z.strictObject({
    ...common,
    today,
    filters: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .describe('What was asked for, as it was understood.'),
    total: z.int().min(0).describe('How many there are on all pages.'),
    isAll: z
      .literal(false)
      .exactOptional()
      .describe('Only where more match a search than are ranked: the newest thousand of them.'),
    items: z.array(item),
    next,
  })

/** Every shape that has a name in the document, by it. */
export const apiShapes = {
  CommitmentSummary: commitmentSummaryShape,
  MilestoneSummary: milestoneSummaryShape,
  Commitment: publicCommitmentShape,
  Organisation: publicOrganisationShape,
  Declaration: publicDeclarationShape,
  LogEntry: entryShape,
  LogState: log,
  Problem: problemShape,
  CommitmentList: listOf(commitmentSummaryShape),
  MilestoneList: listOf(milestoneSummaryShape),
  CommitmentAnswer: z.strictObject({ ...common, today, commitment: publicCommitmentShape }),
  RecordPage: z.strictObject({
    ...common,
    today,
    commitments: z.array(publicCommitmentShape),
    next,
  }),
  OrganisationAnswer: z.strictObject({ ...common, organisation: publicOrganisationShape }),
  OrganisationPage: z.strictObject({
    ...common,
    organisations: z.array(publicOrganisationShape),
    next,
  }),
  DeclarationAnswer: z.strictObject({ ...common, declaration: publicDeclarationShape }),
  DeclarationList: z.strictObject({ ...common, declarations: z.array(publicDeclarationShape) }),
  Document: z.looseObject({ openapi: z.string() }).describe('This document.'),
} as const
export type ApiShapeName = keyof typeof apiShapes

export type ApiParameter = {
  name: string
  says: string
  shape: z.ZodType
  example: string
  /** May be given several times: any of the values will do. */
  many?: boolean
  /** Part of the path. */
  isKey?: boolean
}

const text = z.string().min(1)
const many = (name: string, shape: z.ZodType, example: string, says: string): ApiParameter => ({
  ...{ name, shape, example, says },
  many: true,
})
const one = (name: string, shape: z.ZodType, example: string, says: string): ApiParameter => ({
  ...{ name, shape, example, says },
})
const key = (name: string, shape: z.ZodType, example: string, says: string): ApiParameter => ({
  ...{ name, shape, example, says },
  isKey: true,
})

const filters: readonly ApiParameter[] = [
  many('outcome', z.enum(outcomes), 'no-report', 'What became of it, as of today.'),
  many('assurance', z.enum(assurances), 'reviewed', 'How far what is said has been looked at.'),
  many('declaration', text, 'qd2015', 'The key of a declaration.'),
  many('clause', text, 'qd2015/oer/1', 'The key of a clause; further clauses count.'),
  many('group', z.enum(stakeholderGroups), 'government', 'The group of the lead organisation.'),
  many(
    'country',
    z.string().regex(/^(?:[A-Z]{2}|\d{3}|worldwide)$/),
    '002',
    'A place it is for: ISO 3166-1 alpha-2, a three-digit UN M49 region with all within it, or worldwide.',
  ),
  many('year', z.string().regex(/^20\d\d$/), '2026', 'The year of publication, UTC.'),
  one('organisation', text, 'org_…', 'The id of the lead organisation.'),
]
const due = one('due', z.enum(dueChoices), 'soon', 'Which are due by today, or before long.')
const reporting = one(
  'reporting',
  z.enum(reportingChoices),
  'late',
  'How its milestones were reported on.',
)
const after = one('after', text, '', 'Where the page before ended, as its next says.')
const limit = (usual: number) =>
  one('limit', z.int().min(1).max(200).default(usual), '100', 'How many a page holds at most.')

export type ApiOperation = {
  id: string
  path: string
  says: string
  parameters: readonly ApiParameter[]
  answer: ApiShapeName
}

/** Everything that can be asked of the API; all of it is read by GET. */
export const apiOperations: readonly ApiOperation[] = [
  {
    id: 'listCommitments',
    path: '/api/v1/commitments',
    says: 'Public commitments, a row each, with the filters and the search of the pages.',
    parameters: [
      one('q', text, 'teacher training', 'Words that stand in it, in any of its languages.'),
      ...filters,
      due,
      reporting,
      one(
        'sort',
        z.enum(['relevance', 'newest', 'due']),
        'due',
        'The order: by relevance where words are searched for, else the newest first.',
      ),
      after,
      limit(25),
    ],
    answer: 'CommitmentList',
  },
  {
    id: 'getCommitment',
    path: '/api/v1/commitments/{number}',
    says: 'The whole public record of one commitment.',
    parameters: [key('number', text, 'QD-2026-0001', 'Its number, as the pages show it.')],
    answer: 'CommitmentAnswer',
  },
  {
    id: 'listRecords',
    path: '/api/v1/records',
    says: 'The whole public records of all commitments, in the order of their numbers.',
    parameters: [
      one('after', text, 'QD-2026-0001', 'The last number of the page before.'),
      limit(200),
    ],
    answer: 'RecordPage',
  },
  {
    id: 'listMilestones',
    path: '/api/v1/milestones',
    says: 'Public milestones by the day they fall due, with the filters of the calendar.',
    parameters: [
      one(
        'month',
        z.string().regex(/^(?:\d{4}(?:-\d\d)?|all)$/),
        '2027-03',
        'A month, a year, or `all` years.',
      ),
      many('state', z.enum(dueStates), 'overdue', 'Where it stands today.'),
      ...filters,
      reporting,
      after,
      limit(25),
    ],
    answer: 'MilestoneList',
  },
  {
    id: 'listOrganisations',
    path: '/api/v1/organisations',
    says: 'All public organisations, in the order of their ids.',
    parameters: [one('after', text, 'org_…', 'The last id of the page before.'), limit(200)],
    answer: 'OrganisationPage',
  },
  {
    id: 'getOrganisation',
    path: '/api/v1/organisations/{id}',
    says: 'The public record of one organisation.',
    parameters: [key('id', text, 'org_…', 'Its id.')],
    answer: 'OrganisationAnswer',
  },
  {
    id: 'listDeclarations',
    path: '/api/v1/declarations',
    says: 'Every declaration that was opened, whole.',
    parameters: [],
    answer: 'DeclarationList',
  },
  {
    id: 'getDeclaration',
    path: '/api/v1/declarations/{key}',
    says: 'One declaration with its settings, themes and clauses.',
    parameters: [key('key', text, 'qd2015', 'Its key.')],
    answer: 'DeclarationAnswer',
  },
  {
    id: 'getDocument',
    path: '/api/v1/openapi.json',
    says: 'This description of the API, in OpenAPI 3.1.',
    parameters: [],
    answer: 'Document',
  },
]
