import type { Json } from '../acts/act.ts'
import { bearsNoSign, WITHHELD, writtenLength } from '../shared/written.ts'
import { saidIn, withoutWords } from './withhold.ts'

/** Nobody may withhold fewer letters than these (domain/redactions/redaction.ts). */
const LEAST_WORD = 3
/** How many places are tried for the pieces of one text before the best reading so far is taken. */
const STEPS = 2_000

/**
 * The words that were withheld, where a copy from before still holds them: what stands in the
 * original in place of each sign.
 * @param original a value as it was said
 * @param left the same value as a redaction left it
 * @returns undefined when this cannot be what was left of this original
 */
export function wordsWithheld(original: Json, left: Json): string[] | undefined {
  const before = saidIn(original)
  const after = saidIn(left)
  if (before.length !== after.length) return undefined
  const words = after.map(({ text }, i) => wordsIn(before[i]?.text ?? '', text))
  return words.every((found) => found !== undefined) ? [...new Set(words.flat())] : undefined
}

/** The same for one text: the fewest words that leave exactly what was left, where any do. */
export function wordsIn(original: string, left: string): string[] | undefined {
  if (!left.includes(WITHHELD)) return original === left ? [] : undefined
  const text = original.normalize('NFC')
  let best: { words: string[]; exact: boolean } | undefined
  for (const reading of readings(text, left.split(WITHHELD), { left: STEPS })) {
    // What was withheld before already is nobody's word.
    const words = [...new Set(reading)].filter(bearsNoSign)
    const exact = withoutWords(text, words) === left
    const better = !best || (exact && (!best.exact || words.length < best.words.length))
    if (better) best = { words, exact }
    if (exact && words.length <= 1) break
  }
  return best?.words
}

/** Every way in which words stand between the pieces, shortest first. */
function* readings(
  text: string,
  [first = '', ...rest]: readonly string[],
  steps: { left: number },
): Generator<string[]> {
  if (!text.startsWith(first)) return
  const after = text.slice(first.length)
  const [next] = rest
  if (next === undefined) {
    if (after === '') yield []
    return
  }
  // Nothing follows the last piece: there it stands at the end or nowhere.
  const isLast = rest.length === 1
  let at = isLast ? after.length - next.length : after.indexOf(next, 1)
  for (; at > 0 && steps.left > 0; at = isLast ? -1 : after.indexOf(next, at + 1)) {
    steps.left -= 1
    const word = after.slice(0, at)
    if (writtenLength(word) < LEAST_WORD && bearsNoSign(word)) continue
    for (const others of readings(after.slice(at), rest, steps)) yield [word, ...others]
  }
}
