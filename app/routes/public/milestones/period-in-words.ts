import { ALL_YEARS, isYear, type Period } from '#app/domain/browsing/due-index.ts'
import type { Speech } from '#app/i18n/speech.ts'

/** "March 2027", "2027", or "All years". */
export function periodInWords(period: Period, { t, month }: Pick<Speech, 't' | 'month'>): string {
  if (period === ALL_YEARS) return t('calendar.all-years')
  return isYear(period) ? period : month(`${period}-01`)
}
