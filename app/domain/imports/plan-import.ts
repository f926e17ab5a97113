import type { Indicator } from '../commitments/terms.ts'
import type { Declaration } from '../declarations/declaration.ts'
import { laterDay, type Day } from '../shared/dates.ts'
import type { LocalText } from '../shared/language.ts'
import { checkTable, contradictionsIn } from './check-table.ts'
import type { ImportMapping } from './mapping.ts'
import { planRow, type PlanRow } from './plan-row.ts'
import type { ImportProblem } from './problem.ts'
import type { ImportRow } from './read-rows.ts'

export type ImportedIndicator = Omit<Indicator, 'dueWords' | 'reading'> & {
  dueWords: LocalText
  /** How the register reads those words; null where a plain day was typed. */
  reading: LocalText | null
}

export type ImportedMilestone = {
  externalId: string
  /** As the table numbers it. */
  code: string
  title: LocalText
  /** The latest day of its indicators, where it has some. */
  dueOn: Day
  /** As typed; null where the indicators keep their own. */
  dueWords: LocalText | null
  reading: LocalText | null
  unit: LocalText
  baseline: number | null
  target: number
  responsible: LocalText | null
  indicators: ImportedIndicator[]
}

export type ImportedOrganisation = { externalId: string } & ImportMapping['organisations'][string]

export type ImportedCommitment = {
  externalId: string
  code: string
  lang: string
  title: LocalText
  text: LocalText
  clause: string
  /** Country and M49 codes; empty means worldwide. */
  places: string[]
  startOn: Day
  endOn: Day
  lead: ImportedOrganisation
  milestones: ImportedMilestone[]
  source: ImportMapping['source']
}

export type ImportPlan = {
  declaration: string
  source: ImportMapping['source']
  /** Those that lead something, each once. */
  organisations: ImportedOrganisation[]
  commitments: ImportedCommitment[]
  counts: { commitments: number; milestones: number; indicators: number }
}
export type PlannedImport =
  | { ok: true; plan: ImportPlan }
  | { ok: false; problems: ImportProblem[] }

/**
 * What a table's rows would bring into the register. All rows are read before anything is
 * answered, so one report names every problem; the order of rows changes nothing in the plan.
 */
export function planImport(
  mapping: ImportMapping,
  declaration: Declaration,
  rows: readonly ImportRow[],
): PlannedImport {
  const unfit = checkTable(mapping, declaration, rows)
  if (unfit.length > 0) return { ok: false, problems: unfit }

  const problems: ImportProblem[] = []
  const read = rows.flatMap((row) => {
    const planned = planRow(row, mapping, declaration, (problem) => problems.push(problem))
    return planned === undefined ? [] : [planned]
  })
  problems.push(...contradictionsIn(mapping, rows))
  if (problems.length > 0)
    return { ok: false, problems: problems.toSorted((a, b) => a.row - b.row) }

  const commitments = [...groupBy(read, (row) => row.commitment.code)]
    .map(([code, its]) => commitmentOf(code, its, mapping))
    .toSorted(byCode)
  const milestones = commitments.flatMap((commitment) => commitment.milestones)
  const organisations = new Map(commitments.map(({ lead }) => [lead.externalId, lead]))
  return {
    ok: true,
    plan: {
      declaration: declaration.key,
      source: mapping.source,
      organisations: [...organisations.values()],
      commitments,
      counts: {
        commitments: commitments.length,
        milestones: milestones.length,
        indicators: milestones.flatMap((milestone) => milestone.indicators).length,
      },
    },
  }
}

const codes = new Intl.Collator('en', { numeric: true })
const byCode = (a: { code: string }, b: { code: string }) =>
  codes.compare(a.code, b.code) || (a.code < b.code ? -1 : 1)

/** Rows in groups that are never empty. */
function groupBy<row>(
  rows: readonly row[],
  keyOf: (row: row) => string,
): Map<string, [row, ...row[]]> {
  const groups = new Map<string, [row, ...row[]]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

function commitmentOf(
  code: string,
  rows: [PlanRow, ...PlanRow[]],
  mapping: ImportMapping,
): ImportedCommitment {
  const { lead, ...terms } = rows[0].commitment
  return {
    ...terms,
    externalId: `${mapping.key}/${code}`,
    lang: mapping.languages[0] ?? 'en',
    places: mapping.levels.commitment.places,
    lead: organisationOf(lead, mapping),
    milestones: [...groupBy(rows, (row) => row.milestone.code)]
      .map(([its, same]) => milestoneOf(its, same, mapping))
      .toSorted(byCode),
    source: mapping.source,
  }
}

function organisationOf(key: string, mapping: ImportMapping): ImportedOrganisation {
  const known = mapping.organisations[key]
  if (known === undefined) throw new Error(`the mapping defines no organisation ${key}`)
  return { externalId: `${mapping.key}/${key}`, ...known }
}

function milestoneOf(
  code: string,
  rows: [PlanRow, ...PlanRow[]],
  mapping: ImportMapping,
): ImportedMilestone {
  const [{ milestone, leaf }] = rows
  const shared = {
    externalId: `${mapping.key}/${code}`,
    code,
    title: milestone.title,
    responsible: responsibleFor(rows, mapping.languages),
    unit: leaf.unit,
  }
  if (leaf.kind === 'milestone')
    return {
      ...shared,
      dueOn: leaf.due.due,
      dueWords: leaf.due.words,
      reading: leaf.due.reading,
      baseline: leaf.baseline,
      target: leaf.target,
      indicators: [],
    }

  const indicators = rows.flatMap(indicatorsOf).toSorted(byCode)
  return {
    ...shared,
    dueOn: indicators.map((indicator) => indicator.dueOn).reduce(laterDay),
    dueWords: null,
    reading: null,
    baseline: 0,
    target: indicators.length,
    indicators,
  }
}

function indicatorsOf({ leaf }: PlanRow): ImportedIndicator[] {
  if (leaf.kind === 'milestone') return []
  const { code, words, due } = leaf
  return [{ code, words, dueOn: due.due, dueWords: due.words, reading: due.reading }]
}

/** The units that any row names, each once, in the order of the rows' codes. */
function responsibleFor(rows: readonly PlanRow[], languages: readonly string[]): LocalText | null {
  const inOrder = rows.toSorted((a, b) => codes.compare(leafCode(a), leafCode(b)))
  const named = inOrder.flatMap((row) => row.milestone.responsible)
  if (named.length === 0) return null
  return Object.fromEntries(
    languages.map((language) => [
      language,
      [...new Set(named.map((names) => names[language] ?? ''))].join('; '),
    ]),
  )
}
const leafCode = ({ leaf }: PlanRow) => (leaf.kind === 'indicator' ? leaf.code : '')
