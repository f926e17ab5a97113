import { z } from 'zod'

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Stands where words were withheld (domain/redactions). Nobody types it. */
export const WITHHELD = '█'

/** For fields of every kind: `.refine(bearsNoSign, SIGN_TYPED)`. */
export const bearsNoSign = (text: string) => !text.includes(WITHHELD)
export const SIGN_TYPED = 'withheld-sign'

const signsIn = (value: unknown) => (JSON.stringify(value) ?? '').split(WITHHELD).length - 1

/** Whether a text that may already hold the sign is given back with more of them than it had. */
export const addsSign = (before: unknown, after: unknown): boolean =>
  signsIn(after) > signsIn(before)

/** How much a text says, in letters: a Chinese character says about what three letters do. */
export const writtenLength = (text: string): number =>
  text.length + 2 * (text.match(DENSE) ?? []).length

const said = (most: number) =>
  z.string({ error: 'missing' }).trim().min(1, 'missing').max(most, 'too-long')

/** Words that must say something: at least so many letters' worth, at most so many characters. */
export const written = (least: number, most: number) =>
  said(most)
    .refine((text) => text === '' || writtenLength(text) >= least, 'too-short')
    .refine(bearsNoSign, SIGN_TYPED)

/** The same for a text that can stand on the record already, with words withheld from it. */
export const rewritten = (least: number, most: number) =>
  said(most).refine(
    (text) => text === '' || !bearsNoSign(text) || writtenLength(text) >= least,
    'too-short',
  )

/** Words that may be left out. */
export const maybeWritten = (most: number) =>
  z.string().trim().max(most, 'too-long').refine(bearsNoSign, SIGN_TYPED).default('')
