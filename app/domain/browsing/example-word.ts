import { asWritten } from './excerpt.ts'
import { fold, isDense } from './folding.ts'
import { readSearch, spansIn } from './search-text.ts'

const LONG_ENOUGH = 5

/** The word that most of these titles share, as one of them writes it: something worth a search. */
export function exampleWord(titles: readonly string[]): string | undefined {
  const times = new Map<string, number>()
  for (const title of titles)
    for (const word of readSearch(title).terms)
      if (isTelling(word)) times.set(word, (times.get(word) ?? 0) + 1)
  const [word] = [...times].toSorted(([a, n], [b, m]) => m - n || b.length - a.length).at(0) ?? []
  const title = titles.find((one) => word !== undefined && spansIn(fold(one), word).length > 0)
  return word === undefined || title === undefined ? undefined : asWritten(title, word)
}

/** Two words that stand beside each other in one of these titles, as it writes them. */
export function examplePhrase(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const pair = /[\p{L}\p{M}]{4,} [\p{L}\p{M}]{4,}/u.exec(title.normalize('NFC'))?.[0]
    if (pair !== undefined) return pair
  }
  return undefined
}

const isTelling = (word: string) =>
  !/[\d ]/.test(word) && (isDense(word) ? word.length > 1 : word.length >= LONG_ENOUGH)
