import { isYear, type Period } from '#app/domain/browsing/due-index.ts'
import type { Speech } from '#app/i18n/speech.ts'

/** "March 2027", or "2027". */
export const periodInWords = (period: Period, { month }: Pick<Speech, 'month'>): string =>
  isYear(period) ? period : month(`${period}-01`)
