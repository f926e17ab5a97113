import { isDense } from './folding.ts'

/** So short a word is near to too many others. */
const SHORTEST = 4

/** Pieces of a folded word, of which a word that is spelled almost alike has one. */
export function piecesOf(word: string): string[] {
  const signs = Array.from(word)
  if (signs.length < SHORTEST || word.includes(' ') || isDense(word)) return []
  const length = signs.length > 7 ? 4 : 3
  return signs
    .slice(0, signs.length - length + 1)
    .map((_, i) => signs.slice(i, i + length).join(''))
}

/** The word nearest to one that was found nowhere, one letter off, two where it is long. */
export function nearestWord(word: string, among: Iterable<string>): string | undefined {
  const allowed = word.length > 6 ? 2 : 1
  const seen = new Map<string, number>()
  for (const one of among) seen.set(one, (seen.get(one) ?? 0) + 1)
  let nearest: { one: string; distance: number; times: number } | undefined
  for (const [one, times] of seen) {
    if (one === word || Math.abs(one.length - word.length) > allowed) continue
    const distance = distanceOf(word, one)
    if (distance > allowed) continue
    const isNearer =
      !nearest ||
      distance < nearest.distance ||
      (distance === nearest.distance && times > nearest.times)
    if (isNearer) nearest = { one, distance, times }
  }
  return nearest?.one
}

/** Letters to add, leave out, change, or let change places with their neighbour. */
function distanceOf(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}
