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

/**
 * The database's driver hands a text out up to its first NUL: with one in it a record would say
 * less than its log. What HTML shows in its place is kept instead.
 */
export const withoutNul = (text: string): string => text.replaceAll('\0', '\ufffd')

/** The same for a file from elsewhere. Throws a SyntaxError where it is not JSON. */
export const parsedJson = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? withoutNul(value) : value))

/** What somebody typed; every field that is kept in words begins with it. */
export const typed = () => z.string({ error: 'missing' }).overwrite(withoutNul)

const said = (most: number) => typed().trim().min(1, 'missing').max(most, 'too-long')

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
  typed().trim().max(most, 'too-long').refine(bearsNoSign, SIGN_TYPED).default('')
