import { hasClause, type Declaration } from '../declarations/declaration.ts'
import type { Day } from '../shared/dates.ts'
import type { LocalText } from '../shared/language.ts'
import { cellsOf, importLimits, type Cells, type Deadline } from './cells.ts'
import type { ImportMapping } from './mapping.ts'
import type { NoteProblem } from './problem.ts'
import type { ImportRow } from './read-rows.ts'

/** A row of the table, read at each level. Rows of one parent repeat what they say of it. */
export type PlanRow = {
  commitment: {
    code: string
    title: LocalText
    text: LocalText
    clause: string
    startOn: Day
    endOn: Day
    lead: string
  }
  milestone: { code: string; title: LocalText; responsible: LocalText[] }
  /** What is due, by when: the row's indicator, else its milestone. */
  leaf:
    | { kind: 'indicator'; code: string; words: LocalText; due: Deadline; unit: LocalText }
    | { kind: 'milestone'; due: Deadline; unit: LocalText; baseline: number | null; target: number }
}

type CommitmentLevel = ImportMapping['levels']['commitment']
type MilestoneLevel = ImportMapping['levels']['milestone']
type IndicatorLevel = NonNullable<ImportMapping['levels']['indicator']>

/** Reads one row by the mapping; undefined when anything in it was noted as a problem. */
export function planRow(
  row: ImportRow,
  mapping: ImportMapping,
  declaration: Declaration,
  note: NoteProblem,
): PlanRow | undefined {
  const cells = cellsOf(row, mapping.languages, note)
  const { levels } = mapping
  const commitment = readCommitment(cells, levels.commitment, mapping, declaration)
  const milestone = readMilestone(cells, levels.milestone)
  const leaf = levels.indicator
    ? readIndicator(cells, levels.indicator, mapping)
    : readMeasure(cells, levels.milestone, mapping)
  if (commitment === undefined || milestone === undefined || leaf === undefined) return undefined

  const { startOn, endOn } = commitment
  if (leaf.due.due < startOn || leaf.due.due > endOn) {
    const due = levels.indicator?.due ?? levels.milestone.due ?? ''
    const column = typeof due === 'string' ? due : (due[mapping.languages[0] ?? ''] ?? '')
    return cells.wrong(column, 'milestone-outside-dates')
  }
  return { commitment, milestone, leaf }
}

function readCommitment(
  cells: Cells,
  level: CommitmentLevel,
  mapping: ImportMapping,
  declaration: Declaration,
): PlanRow['commitment'] | undefined {
  const code = cells.code(level.code)
  const title = cells.words(level.title, importLimits.title)
  const text =
    level.text === undefined || cells.isBlank(level.text)
      ? title
      : cells.words(level.text, importLimits.text)
  const clause = readClause(cells, level.clause, declaration)
  const startOn = cells.day(level.startOn)
  const endOn = cells.day(level.endOn)
  const lead = readLead(cells, level.lead, mapping)
  if (code === undefined || title === undefined || text === undefined) return undefined
  if (clause === undefined || lead === undefined) return undefined
  if (startOn === undefined || endOn === undefined) return undefined
  if (endOn < startOn) {
    const blamed = [level.endOn, level.startOn].find((source) => typeof source === 'object')
    return cells.wrong(typeof blamed === 'object' ? blamed.column : '', 'end-before-start')
  }
  return { code, title, text, clause, startOn, endOn, lead }
}

function readClause(
  cells: Cells,
  source: CommitmentLevel['clause'],
  declaration: Declaration,
): string | undefined {
  if ('key' in source) return source.key
  const key =
    source.keys === undefined
      ? cells.code(source.column)
      : cells.lookUp(source.column, source.keys, 'unknown-clause')
  if (key === undefined || hasClause(declaration, key)) return key
  return cells.wrong(source.column, 'unknown-clause')
}

function readLead(
  cells: Cells,
  source: CommitmentLevel['lead'],
  mapping: ImportMapping,
): string | undefined {
  if ('organisation' in source) return source.organisation
  const known = cells.lookUp(source.column, mapping.organisations, 'unknown-organisation')
  return known === undefined ? undefined : cells.at(source.column)
}

function readMilestone(cells: Cells, level: MilestoneLevel): PlanRow['milestone'] | undefined {
  const code = cells.code(level.code)
  const title = cells.words(level.title, importLimits.title)
  const responsible = readResponsible(cells, level.responsible)
  if (code === undefined || title === undefined || responsible === undefined) return undefined
  return { code, title, responsible }
}

/** The units named, or none: a row need not name any. */
function readResponsible(
  cells: Cells,
  source: MilestoneLevel['responsible'],
): LocalText[] | undefined {
  if (source === undefined) return []
  if ('columns' in source) {
    if (cells.isBlank(source.columns)) return []
    const words = cells.words(source.columns, importLimits.title)
    return words && [words]
  }
  const { column, separator, names } = source
  const typed = cells.at(column)
  if (typed === '') return []
  const codes = separator === undefined ? [typed] : typed.split(separator)
  const known = codes.map((code) => code.trim()).filter((code) => Object.hasOwn(names, code))
  const named = known.flatMap<LocalText>((code) => names[code] ?? [])
  return named.length === codes.length ? named : cells.wrong(column, 'unknown-department')
}

function readIndicator(
  cells: Cells,
  level: IndicatorLevel,
  mapping: ImportMapping,
): PlanRow['leaf'] | undefined {
  const code = cells.code(level.code)
  const words = cells.words(level.words, importLimits.title)
  const due = cells.deadline(level.due, mapping.deadlines)
  if (code === undefined || words === undefined || due === undefined) return undefined
  return { kind: 'indicator', code, words, due, unit: level.unit }
}

function readMeasure(
  cells: Cells,
  level: MilestoneLevel,
  mapping: ImportMapping,
): PlanRow['leaf'] | undefined {
  // mappingSchema sees to it that a table without indicators names these columns.
  const due = cells.deadline(level.due ?? '', mapping.deadlines)
  const unit = cells.words(level.unit ?? {}, importLimits.unit)
  const target = cells.number(level.target ?? '')
  const noBaseline = level.baseline === undefined || cells.at(level.baseline) === ''
  const baseline = noBaseline ? null : cells.number(level.baseline ?? '')
  if (due === undefined || unit === undefined) return undefined
  if (target === undefined || baseline === undefined) return undefined
  return { kind: 'milestone', due, unit, baseline, target }
}
