import { termsWords, type Terms } from '../commitments/terms.ts'
import { wordsIn, type Locale, type LocalText } from '../shared/language.ts'
import { excerptOf, marked, type Piece } from './excerpt.ts'

/** Words with their language, and in them what was searched for. */
export type MarkedText = { lang: string; pieces: Piece[] }

/** Where the words shown under a title come from. */
export type SnippetSource = 'title' | 'text' | 'problem' | 'milestone' | 'organisation'
export type Snippet = MarkedText & { of: SnippetSource }

type Candidate = { of: SnippetSource; lang: string; text: string }

/**
 * A commitment's title in the reader's language where it was translated, and of its other words
 * those in which most of the search stands; where none does, how the commitment begins.
 */
export function snippetOf(
  terms: Terms,
  names: readonly LocalText[],
  searched: readonly string[],
  locale: Locale,
): { title: MarkedText; snippet: Snippet } {
  const { title, text } = termsWords(terms)
  const shown = wordsIn(title, title[locale] === undefined ? terms.lang : locale)
  const others = Object.keys(text).filter((lang) => lang !== shown.lang)
  const each = (of: SnippetSource, words: LocalText, langs: readonly string[]) =>
    langs.map((lang) => ({ of, lang, text: words[lang] ?? '' }))
  const candidates: Candidate[] = [
    ...each('text', text, [shown.lang]),
    ...each('text', text, others),
    { of: 'problem', lang: terms.lang, text: terms.problem },
    ...terms.milestones.flatMap((milestone) => {
      const words: LocalText = { [terms.lang]: milestone.title, ...milestone.translations }
      return each('milestone', words, Object.keys(words))
    }),
    ...each('title', title, others),
    ...names.flatMap((name) => each('organisation', name, Object.keys(name))),
  ]
  let best: (Snippet & { found: number }) | undefined
  for (const { of, lang, text: words } of candidates) {
    if (best && best.found === searched.length) break
    const { pieces, found } = excerptOf(words, searched)
    if (!best || found > best.found) best = { of, lang, pieces, found }
  }
  const { found: _, ...snippet } = best!
  return { title: { lang: shown.lang, pieces: marked(shown.text, searched) }, snippet }
}
