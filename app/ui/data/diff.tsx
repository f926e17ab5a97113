import { diffWords } from 'diff'

import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { WithMarks } from './withheld.tsx'

type Piece = { value: string; added: boolean; removed: boolean }

/** Word by word, as the language parts its words: `12,000` is one, and Chinese needs no spaces. */
export function changedPieces(from: string, to: string, lang: string): Piece[] {
  const intlSegmenter = new Intl.Segmenter(lang, { granularity: 'word' })
  return diffWords(from, to, { intlSegmenter }).map(({ value, added, removed }) => ({
    value,
    added,
    removed,
  }))
}

/** What changed between two texts, word by word; said in words too, not by colour alone. */
export function Diff({ from, to, lang }: { from: string; to: string; lang?: string }) {
  const { t, locale } = useSpeak()
  const written = lang ?? locale
  return (
    <div className="diff" lang={written} dir={directionOf(written)}>
      {changedPieces(from, to, written).map((piece, place) =>
        piece.added || piece.removed ? (
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
