import { z } from 'zod'

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** How much a text says, in letters: a Chinese character says about what three letters do. */
export const writtenLength = (text: string): number =>
  text.length + 2 * (text.match(DENSE) ?? []).length

/** Words that must say something: at least so many letters' worth, at most so many characters. */
export const written = (least: number, most: number) =>
  z
    .string({ error: 'missing' })
    .trim()
    .min(1, 'missing')
    .max(most, 'too-long')
    .refine((text) => text === '' || writtenLength(text) >= least, 'too-short')
