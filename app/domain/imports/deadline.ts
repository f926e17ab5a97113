import { z } from 'zod'

import { isDay, type Day } from '../shared/dates.ts'
import type { LocalText } from '../shared/language.ts'

const YEAR = '{year}'
const withYear = (text: string, year: string) => text.replaceAll(YEAR, year)

/**
 * How a deadline in words is read. `{year}` stands for four digits in the words and comes back in
 * the day and the reading. No regular expressions: a mapping is uploaded and must not run long.
 */
export const deadlineRule = z
  .strictObject({
    words: z.array(z.string().trim().min(1, 'missing')).min(1, 'missing'),
    due: z.string().trim(),
    reading: z.record(z.string(), z.string().trim().min(1, 'missing')),
  })
  .superRefine((rule, context) => {
    // 2100 is no leap year: a day that only some years have is no reading of them all.
    if (!isDay(withYear(rule.due, '2100')))
      context.addIssue({ code: 'custom', path: ['due'], message: 'not-a-date' })
    const speaksOfYear = rule.due.includes(YEAR) || Object.values(rule.reading).some(hasYear)
    rule.words.forEach((words, at) => {
      const years = words.split(YEAR).length - 1
      if (years > 1 || (speaksOfYear && years === 0))
        context.addIssue({ code: 'custom', path: ['words', at], message: 'year-needed-once' })
    })
  })
export type DeadlineRule = z.infer<typeof deadlineRule>

const hasYear = (text: string) => text.includes(YEAR)
const plain = (words: string) => words.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** The year that `{year}` stands for in these words, '' when they match without one. */
function yearIn(pattern: string, words: string): string | undefined {
  const [before = '', after] = plain(pattern).split(YEAR)
  if (after === undefined) return words === before ? '' : undefined
  if (words.length !== before.length + 4 + after.length) return undefined
  if (!words.startsWith(before) || !words.endsWith(after)) return undefined
  const year = words.slice(before.length, before.length + 4)
  return /^[0-9]{4}$/.test(year) ? year : undefined
}

export type ReadDeadline = { due: Day; reading: LocalText | null }

/**
 * The day a deadline falls on: a day as it stands, else the first rule whose words are these,
 * whole phrases before patterns. Case and spacing do not count. Undefined: nobody said how to read.
 */
export function readDeadline(
  rules: readonly DeadlineRule[],
  typed: string,
): ReadDeadline | undefined {
  if (isDay(typed.trim())) return { due: typed.trim(), reading: null }
  const words = plain(typed)
  let fromPattern: ReadDeadline | undefined
  for (const rule of rules)
    for (const pattern of rule.words) {
      const year = yearIn(pattern, words)
      if (year === undefined) continue
      const reading = Object.fromEntries(
        Object.entries(rule.reading).map(([lang, text]) => [lang, withYear(text, year)]),
      )
      const read = { due: withYear(rule.due, year), reading }
      if (year === '') return read
      fromPattern ??= read
    }
  return fromPattern
}
