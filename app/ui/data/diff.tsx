import { diffArrays, diffWords } from 'diff'

import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { WithMarks } from './withheld.tsx'

type Piece = { value: string; added: boolean; removed: boolean }
/** `words` where an unchanged run is folded away: how many it holds. */
type ShownPiece = Piece & { words?: number }

/** An unchanged run longer than this shows only so much of it on either side of a change. */
const LONG = 400
const IN_SIGHT = 120

/** Word by word, as the language parts its words: `12,000` is one, and Chinese needs no spaces. */
export function changedPieces(from: string, to: string, lang: string): Piece[] {
  const intlSegmenter = new Intl.Segmenter(lang, { granularity: 'word' })
  return diffWords(from, to, { intlSegmenter }).map(({ value, added, removed }) => ({
    value,
    added,
    removed,
  }))
}

/**
 * The same pieces with the middle of each long unchanged run by itself, cut between words as the
 * language has them: a change in a text of pages is found without reading the pages.
 */
export function foldedPieces(pieces: readonly Piece[], lang: string): ShownPiece[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
  return pieces.flatMap((piece, place): ShownPiece[] => {
    const { value, added, removed } = piece
    if (added || removed || value.length <= LONG || pieces.length === 1) return [piece]
    const words = [...segmenter.segment(value)]
    const start = place === 0 ? 0 : cutAfter(words, IN_SIGHT)
    const end =
      place === pieces.length - 1 ? value.length : cutAfter(words, value.length - IN_SIGHT)
    const folded = words.filter((word) => word.index >= start && word.index < end)
    return [
      { ...piece, value: value.slice(0, start) },
      {
        ...piece,
        value: value.slice(start, end),
        words: folded.filter(({ isWordLike }) => isWordLike).length,
      },
      { ...piece, value: value.slice(end) },
    ].filter((part) => part.value !== '')
  })
}

/** Where the word ends that stands at this place. */
const cutAfter = (words: readonly Intl.SegmentData[], at: number) => {
  const word = words.findLast(({ index }) => index <= at)
  return word ? word.index + word.segment.length : at
}

/** What changed between two texts, word by word; said in words too, not by colour alone. */
export function Diff({ from, to, lang }: { from: string; to: string; lang?: string }) {
  const { t, locale } = useSpeak()
  const written = lang ?? locale
  return (
    <div className="diff" lang={written} dir={directionOf(written)}>
      {foldedPieces(changedPieces(from, to, written), written).map((piece, place) =>
        piece.words !== undefined ? (
          <Folded key={place} words={piece.words}>
            {piece.value}
          </Folded>
        ) : piece.added || piece.removed ? (
          <Changed
            key={place}
            added={piece.added}
            label={t(piece.added ? 'diff.added' : 'diff.removed')}
          >
            {piece.value}
          </Changed>
        ) : (
          <span key={place}>
            <WithMarks text={piece.value} />
          </span>
        ),
      )}
    </div>
  )
}

/** What both versions say alike, a click away. */
function Folded({ words, children }: { words: number; children: string }) {
  const { t, locale, dir } = useSpeak()
  return (
    <details>
      <summary lang={locale} dir={dir}>
        {t('diff.unchanged', { n: words })}
      </summary>
      <WithMarks text={children} />
    </details>
  )
}

/** Lists item by item, in their order: each stays whole. */
export function ListDiff({ from, to }: { from: readonly string[]; to: readonly string[] }) {
  const { t } = useSpeak()
  return (
    <ul className="diff plain">
      {diffArrays([...from], [...to]).flatMap(({ value, added, removed }, place) =>
        value.map((item, at) => (
          <li key={`${place} ${at}`}>
            {added || removed ? (
              <Changed added={added} label={t(added ? 'diff.added' : 'diff.removed')}>
                {item}
              </Changed>
            ) : (
              <WithMarks text={item} />
            )}
          </li>
        )),
      )}
    </ul>
  )
}

/** One value in place of another, each whole: for dates and numbers, which have no words to part. */
export function Replaced({ from, to }: { from: string; to: string }) {
  const { t } = useSpeak()
  return (
    <div className="diff">
      {from !== '' && (
        <Changed added={false} label={t('diff.removed')}>
          {from}
        </Changed>
      )}{' '}
      {to !== '' && (
        <Changed added label={t('diff.added')}>
          {to}
        </Changed>
      )}
    </div>
  )
}

function Changed(props: { added: boolean; label: string; children: string }) {
  const { locale, dir } = useSpeak()
  const Element = props.added ? 'ins' : 'del'
  return (
    <Element>
      <small lang={locale} dir={dir}>
        {props.label}
      </small>
      <WithMarks text={props.children} />
    </Element>
  )
}
