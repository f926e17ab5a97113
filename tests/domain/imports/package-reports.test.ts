import { expect, it } from 'vitest'

import { reportsIn } from '#app/domain/imports/package-reports.ts'
import { grouped, readPackageTable } from '#app/domain/imports/package-rows.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'
import { evidenceTable, findingsTable, reportsTable } from '#app/domain/open-data/account-tables.ts'
import type { Table } from '#app/domain/open-data/table.ts'

type Cells = Readonly<Record<string, string>>
const round: Cells = {
  ...{ report: 'rpt_a', round: '1', milestone: 'mls_a', state: 'achieved' },
  ...{ at: '2026-11-01T09:00:00Z', reached: 'yes', value: '5', measuredOn: '2026-10-30' },
  ...{ lang: 'en', happened: 'All five were opened.' },
}
const piece: Cells = {
  ...{ id: 'evd_a', report: 'rpt_a', round: '1', kind: 'link', lang: 'en', access: 'public' },
  ...{ withheld: 'false', addedOn: '2026-11-01', title: 'Lists', url: 'https://a.example/lists' },
}
const file: Cells = {
  ...{ ...piece, id: 'evd_b', kind: 'file', url: '', mediaType: 'application/pdf', size: '9' },
  sha256: 'ab'.repeat(32),
}
const finding: Cells = {
  ...{ review: 'rvw_a', report: 'rpt_a', round: '1', kind: 'review', finding: 'achieved' },
  ...{ at: '2026-11-03T09:00:00Z', reasons: 'Counted.', rubricVersion: '1', people: '1' },
}

function read(rows: { reports?: Cells[]; evidence?: Cells[]; findings?: Cells[] }) {
  const problems: ImportProblem[] = []
  const note = (one: ImportProblem) => void problems.push(one)
  const rowsOf = (table: Table<never>, cells: readonly Cells[]) => {
    const columns = Object.keys(table.fields)
    const body = cells.map((row) => columns.map((name) => row[name] ?? ''))
    return readPackageTable(table, [columns, ...body], note)
  }
  const parts = {
    reports: grouped(rowsOf(reportsTable, rows.reports ?? [round]), 'milestone'),
    evidence: grouped(rowsOf(evidenceTable, rows.evidence ?? []), 'report'),
    findings: grouped(rowsOf(findingsTable, rows.findings ?? []), 'report'),
  }
  const reports = reportsIn('mls_a', parts, (at, column, code) => {
    note({ file: at.file, row: at.row, column, value: '', code })
    return undefined
  })
  return { reports, problems: problems.map(({ column, code }) => [column, code]) }
}

it('is what was handed in, round by round, with its evidence and what was found', () => {
  const again = { ...round, round: '2', at: '2026-11-02T09:00:00Z' }
  const asked = '[{"field":"value","text":"How were they counted?"}]'
  const back = { returnedAt: '2026-11-01T10:00:00Z', returnedReview: 'rvw_0', questions: asked }
  const answered = {
    ...{ replyStance: 'disputes', replyLang: 'en', replyText: 'No.' },
    replyAt: '2026-11-04T09:00:00Z',
  }
  const { reports, problems } = read({
    reports: [{ ...round, ...back }, again],
    evidence: [piece, file],
    findings: [{ ...finding, round: '2', ...answered }],
  })
  expect(problems).toEqual([])
  expect(reports).toMatchObject([
    {
      ...{ id: 'rpt_a', milestoneId: 'mls_a', state: 'achieved' },
      ...{ reportedAt: '2026-11-01T09:00:00Z', returnedAt: '2026-11-01T10:00:00Z' },
      rounds: [
        {
          round: 1,
          content: { value: 5, happened: 'All five were opened.', next: '' },
          returned: { review: 'rvw_0', questions: [{ field: 'value' }] },
        },
        { round: 2, returned: null },
      ],
      evidence: [
        { id: 'evd_a', url: 'https://a.example/lists', sha256: null, heldReason: null },
        { id: 'evd_b', url: null, size: 9 },
      ],
      findings: [{ review: 'rvw_a', scores: null, reviewedValue: null, reply: { text: 'No.' } }],
    },
  ])
})

it('of a withheld piece nothing is told, and nothing is missing', () => {
  const { title: _, url: __, ...left } = piece
  expect(read({ evidence: [{ ...left, withheld: 'true' }] }).problems).toEqual([])
})

it.for<[Parameters<typeof read>[0], string[]]>([
  [{ reports: [{ ...round, report: 'x' }] }, ['report', 'not-readable']],
  [{ reports: [{ ...round, lang: 'xx' }] }, ['lang', 'not-on-list']],
  [{ reports: [{ ...round, returnedAt: '2026-11-01T10:00:00Z' }] }, ['questions', 'not-readable']],
  [{ evidence: [{ ...piece, id: 'x' }] }, ['id', 'not-readable']],
  [{ evidence: [{ ...piece, title: '' }] }, ['title', 'missing']],
  [{ evidence: [{ ...piece, url: 'javascript:alert(1)' }] }, ['url', 'not-readable']],
  [{ evidence: [{ ...piece, access: 'held', url: '' }] }, ['heldReason', 'missing']],
  [{ evidence: [{ ...file, sha256: 'ab' }] }, ['sha256', 'not-readable']],
  [{ evidence: [{ ...file, mediaType: 'text/html' }] }, ['mediaType', 'not-readable']],
  [{ evidence: [{ ...file, size: '0' }] }, ['size', 'not-readable']],
  [{ findings: [{ ...finding, people: '3' }] }, ['people', 'not-readable']],
  [{ findings: [{ ...finding, review: 'x' }] }, ['review', 'not-readable']],
  [{ findings: [{ ...finding, replyStance: 'accepts' }] }, ['replyText', 'not-readable']],
])('names what cannot be: %o', ([rows, problem]) => {
  expect(read(rows).problems).toContainEqual(problem)
})
