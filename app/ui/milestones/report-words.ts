import { reportFields, type ReportDraft, type ReportField } from '#app/domain/milestones/report.ts'
import type { Speech } from '#app/i18n/speech.ts'

/** What each part of a report is called, on its form and wherever it is read. */
export const reportLabels = ({ t }: Pick<Speech, 't'>) =>
  Object.fromEntries(reportFields.map((field) => [field, t(`reporting.${field}`)])) as Record<
    ReportField,
    string
  >

export const isReportField = (field: string): field is ReportField =>
  reportFields.some((one) => one === field)

/** A number with its unit, as the register prints it. */
export const withUnit = ({ number }: Pick<Speech, 'number'>, value: number, unit: string) =>
  `${number(value)} ${unit}`

type Spoken = Pick<Speech, 't' | 'number' | 'date'>

/** One answer of a report in words; empty where nothing was written, or not yet. */
export function reportedText(
  speech: Spoken,
  content: ReportDraft,
  field: Exclude<ReportField, 'evidence'>,
  unit: string,
): string {
  switch (field) {
    case 'reached':
      return content.reached ? speech.t(`reporting.reached.${content.reached}`) : ''
    case 'value':
      return typeof content.value === 'number' ? withUnit(speech, content.value, unit) : ''
    case 'measuredOn':
      return content.measuredOn ? speech.date(content.measuredOn) : ''
    case 'happened':
    case 'behindReason':
    case 'next':
      return content[field] ?? ''
  }
}

/** The answers in the order of the form; evidence is shown by itself. */
export const answerFields = reportFields.filter((field) => field !== 'evidence')
/** Answers in somebody's own words, to be marked with their language. */
export const isProse = (field: ReportField) =>
  field === 'happened' || field === 'behindReason' || field === 'next'
