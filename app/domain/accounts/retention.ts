import { monthsBefore } from '../shared/dates.ts'

/** How long what is known about people is kept. The privacy page says these very numbers. */
export const kept = {
  signInMonths: 12,
  refusedMonths: 12,
  addressMonths: 12,
  letterTextDays: 30,
  letterMonths: 12,
  linkDays: 30,
} as const

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** From when on each kind is still kept: what is older is to go. */
export const keptSince = (now: Date) => ({
  signIns: monthsBefore(now, kept.signInMonths),
  refused: monthsBefore(now, kept.refusedMonths),
  addresses: monthsBefore(now, kept.addressMonths),
  letterTexts: daysBefore(now, kept.letterTextDays),
  letters: monthsBefore(now, kept.letterMonths),
  links: daysBefore(now, kept.linkDays),
})
export type KeptSince = ReturnType<typeof keptSince>
