import { foldWithPlaces, isDense } from './folding.ts'
import { spansIn, type Span } from './search-text.ts'

/** A stretch of somebody's words; `found` where it is what was searched for. */
export type Piece = { text: string; found: boolean }

/** How much of a text is shown, in letters; a Chinese sign says about what three letters do. */
const LENGTH = 220
const BEFORE = 70

type Marked = { text: string; spans: (Span & { term: number })[] }

function markedIn(written: string, terms: readonly string[]): Marked {
  const { text, folded, from, to } = foldWithPlaces(written)
  const spans = terms.flatMap((each, term) =>
    spansIn(folded, each).map((span) => ({
      from: from[span.from] ?? 0,
      to: to[span.to - 1] ?? text.length,
      term,
    })),
  )
  return { text, spans: spans.toSorted((a, b) => a.from - b.from) }
}

/** A whole text with what was found in it marked, as it stands: accents, signs and capitals. */
export function marked(written: string, terms: readonly string[]): Piece[] {
  const { text, spans } = markedIn(written, terms)
  return piecesOf(text, spans, 0, text.length)
}

/** How a text writes the word in which a folded term stands. */
export function asWritten(written: string, term: string): string | undefined {
  const { text, folded, from, to } = foldWithPlaces(written)
  const [span] = spansIn(folded, term)
  return span && text.slice(from[span.from], to[span.to - 1])
}

/** These terms as they were typed, several words of one in quotation marks; some may be replaced. */
export const typedAs = (
  written: string,
  terms: readonly string[],
  instead: ReadonlyMap<string, string> = new Map(),
): string =>
  terms
    .map((term) => instead.get(term) ?? asWritten(written, term) ?? term)
    .map((words) => (words.includes(' ') ? `"${words}"` : words))
    .join(' ')

/**
 * The part of a text with most of the terms in it, marked, with an ellipsis where it is cut; its
 * beginning where none is.
 */
export function excerptOf(
  written: string,
  terms: readonly string[],
): { pieces: Piece[]; found: number } {
  const { text, spans } = markedIn(written.replaceAll(/\s+/g, ' ').trim(), terms)
  const length = isMostlyDense(text) ? LENGTH / 2 : LENGTH
  let best = { at: 0, found: 0 }
  for (const { from } of spans) {
    const within = spans.filter((span) => span.from >= from && span.to <= from + length - BEFORE)
    const found = new Set(within.map(({ term }) => term)).size
    if (found > best.found) best = { at: from, found }
  }
  const [from, to] = windowOf(text, best.at, length)
  const pieces = piecesOf(text, spans, from, to)
  return {
    pieces: [
      ...(from > 0 ? [{ text: '… ', found: false }] : []),
      ...pieces,
      ...(to < text.length ? [{ text: ' …', found: false }] : []),
    ],
    found: best.found,
  }
}

const isMostlyDense = (text: string) => {
  const start = Array.from(text.slice(0, 60))
  return start.filter(isDense).length > start.length / 3
}

/** Where an excerpt around a place begins and ends: between words, where there are any. */
function windowOf(text: string, at: number, length: number): [number, number] {
  if (text.length <= length) return [0, text.length]
  const wanted = Math.max(0, Math.min(at - BEFORE, text.length - length))
  const space = wanted === 0 ? -1 : text.indexOf(' ', wanted)
  const from = wanted === 0 ? 0 : space !== -1 && space < at ? space + 1 : whole(text, wanted)
  const most = Math.min(text.length, from + length)
  const last = most === text.length ? -1 : text.lastIndexOf(' ', most)
  return [from, last > at ? last : whole(text, most)]
}

/** Not between the halves of one sign, and not before a mark that belongs to the sign before it. */
function whole(text: string, at: number): number {
  let place = at
  while (place < text.length && /^[\p{M}\p{Cf}\uDC00-\uDFFF]/u.test(text.slice(place))) place += 1
  return place
}

function piecesOf(text: string, spans: readonly Span[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  const add = (start: number, end: number, found: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), found })
  }
  let at = from
  for (const span of spans) {
    if (span.to <= at || span.from >= to) continue
    add(at, Math.max(at, span.from), false)
    add(Math.max(at, span.from), Math.min(span.to, to), true)
    at = Math.min(span.to, to)
  }
  add(at, to, false)
  return pieces
}
