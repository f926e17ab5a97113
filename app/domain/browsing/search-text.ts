import { fold, isDense } from './folding.ts'

/** Longer searches are cut: nobody types them, and each word costs the register time. */
export const LONGEST_SEARCH = 200

/** What somebody looks for, as they wrote it and as the terms that must all be found. */
export type Search = {
  written: string
  /** There was more than is searched for at once. */
  cut: boolean
  /** Folded, each once: the beginning of a word, or several words in their order. */
  terms: readonly string[]
}

const QUOTED = /["“”„«»「」]([^"“”„«»「」]*)["“”„«»「」]/g
/** Words that hold sentences together: looked for only where nothing else is. */
const glue: ReadonlySet<string> = new Set(
  [
    ...['a an and as at by for in of on or the to with', 'de la le les du des en et el los y del'],
    ...['и в на с по к о у из за от для', 'في من على عن الي و', '的 和 与 在 了'],
  ].flatMap((words) => words.split(' ')),
)
/** Articles written in one with their word: `l’école`, and in Arabic with a particle before it. */
const ELIDED = /^(?:[cdjlmnst]|qu)['’](?=\p{L})/iu
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{3})/u
/** Endings that say how many or whose: without them `teachers` also finds a teacher. */
const ENDING =
  /(?<=^[a-z]{4,}[^s\W])s$|(?<=^[а-я]{4,})[аеиоуыэюяйьмхв]{1,3}$|(?<=^\p{Script=Arabic}{4,})(?:ون|ين|ات)$/u

/** Reads what was typed: words must all be found, those in quotation marks as they stand. */
export function readSearch(typed: string): Search {
  const whole = typed.replaceAll(/\s+/g, ' ').trim()
  const signs = Array.from(whole)
  const cut = signs.length > LONGEST_SEARCH
  const written = cut ? signs.slice(0, LONGEST_SEARCH).join('') : whole
  const quoted = Array.from(written.matchAll(QUOTED), ([, words = '']) => fold(words))
  const loose = written.replaceAll(QUOTED, ' ').split(' ').flatMap(termsIn)
  const weighty = loose.filter((term) => !glue.has(term))
  const asked = [...quoted, ...(weighty.length + quoted.length > 0 ? weighty : loose)]
  return { written, cut, terms: [...new Set(asked)].filter((term) => term !== '') }
}

/** One word as typed: `e-learning` is two that follow each other, `教师培训` two anywhere. */
function termsIn(typed: string): string[] {
  const folded = fold(typed.replace(ELIDED, ''))
  const words = folded.split(' ')
  if (words.some(isDense)) return words.flatMap((word) => (isDense(word) ? partsOf(word) : word))
  return words.length === 1 ? [folded.replace(ARTICLE, '').replace(ENDING, '')] : [folded]
}

let segmenter: Intl.Segmenter | undefined

/** A sign that stands alone belongs to the word before it: `联合国` is not a union and a state. */
function partsOf(stretch: string): string[] {
  if (signCount(stretch) < 4 || /\p{Script=Hangul}/u.test(stretch)) return [stretch]
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const parts: string[] = []
  for (const { segment } of segmenter.segment(stretch)) {
    const last = parts.at(-1)
    if (signCount(segment) > 1 || last === undefined || glue.has(segment) || glue.has(last))
      parts.push(segment)
    else parts[parts.length - 1] = last + segment
  }
  return parts
}

/**
 * What the index keeps of texts, a line each with a space around every word. Its tokens are three
 * signs, so that Chinese words of one or two would be beyond it: those are added with bars before
 * them, `||教|教师`.
 */
export function searchableText(texts: readonly string[]): string {
  const folded = texts.map(fold).filter((text) => text !== '')
  const short = new Set<string>()
  for (const word of folded.flatMap((text) => text.split(' '))) {
    if (!isDense(word)) continue
    const signs = Array.from(word)
    signs.forEach((sign, i) => {
      short.add(barred(sign))
      const next = signs[i + 1]
      if (next !== undefined) short.add(barred(sign + next))
    })
  }
  const lines = folded.map((text) => ` ${text} `)
  return [...lines, ...(short.size > 0 ? [[...short].join('')] : [])].join('\n')
}

const signCount = (text: string) => Array.from(text).length
const barred = (text: string) => '|'.repeat(3 - signCount(text)) + text

/** Written with what others write as words of their own at its front, or without any spaces. */
const INSIDE =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

/** The signs that follow each other in the index where the term stands: three or more. */
export function signsOf(term: string): string {
  const count = signCount(term)
  if (isDense(term)) return count < 3 ? barred(term) : term
  if (count < 3) return ` ${term} `
  return INSIDE.test(term) ? term : ` ${term}`
}

export type Span = { from: number; to: number }

/** Where a term stands in a folded text, by the same rule; of a word that has it, all. */
export function spansIn(folded: string, term: string): Span[] {
  const spans: Span[] = []
  const dense = isDense(term)
  const whole = !dense && signCount(term) < 3
  const anywhere = dense || (!whole && INSIDE.test(term))
  for (let from = folded.indexOf(term); from !== -1; from = folded.indexOf(term, from + 1)) {
    const to = from + term.length
    const begins = anywhere || from === 0 || folded[from - 1] === ' '
    const ends = !whole || to === folded.length || folded[to] === ' '
    if (begins && ends) spans.push(dense ? { from, to } : wordAround(folded, from, to))
  }
  return spans
}

function wordAround(folded: string, from: number, to: number): Span {
  const end = folded.indexOf(' ', to)
  return { from: folded.lastIndexOf(' ', from) + 1, to: end === -1 ? folded.length : end }
}
