import type { RecordReport } from '#app/db/read/record-milestones.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { serverPaths } from '#app/paths.ts'
import { Mark } from '#app/ui/data/glyph.tsx'
import { DateText, Foreign, Hash } from '#app/ui/data/text.tsx'

type Piece = RecordReport['evidence'][number]

/** What backs a report; a held piece says that it exists and why it is held. */
export function EvidenceList({ evidence }: { evidence: readonly Piece[] }) {
  const { t } = useSpeak()
  return (
    <div className="said">
      <p className="small quiet">{t('record.evidence.title', { n: evidence.length })}</p>
      {evidence.length > 0 && (
        <ul className="pieces">
          {evidence.map((piece) => (
            <li key={piece.id}>
              <Item piece={piece} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Rounded up: no file has 0 KB. */
const kilobytes = (bytes: number) => Math.ceil(bytes / 1024)

function Item({ piece }: { piece: Piece }) {
  const { t, languageName, locale } = useSpeak()
  const isFile = piece.kind === 'file'
  const href = isFile ? serverPaths.evidenceFile(piece.id) : piece.url
  const title = <Foreign lang={piece.lang} text={piece.title} as="bdi" />
  return (
    <>
      {piece.state === 'public' && href ? (
        <a href={href} rel="noopener noreferrer nofollow ugc">
          {title}
        </a>
      ) : (
        <b>{title}</b>
      )}
      {piece.state === 'public' && !isFile && piece.url && URL.canParse(piece.url) && (
        <span className="quiet">
          {' '}
          (<bdi dir="ltr">{new URL(piece.url).host}</bdi>)
        </span>
      )}
      <small className="under">
        <span>{t(`record.evidence.${piece.kind}`)}</span>
        {piece.lang !== locale && <span>{languageName(piece.lang)}</span>}
        {piece.size !== null && (
          <span>{t('record.evidence.size', { size: kilobytes(piece.size) })}</span>
        )}
        <DateText day={piece.addedAt.toISOString().slice(0, 10)} />
        {piece.sha256 && (
          <span>
            SHA-256 <Hash value={piece.sha256} />
          </span>
        )}
      </small>
      {piece.state === 'held' && (
        <p className="small held">
          <Mark glyph="pause" /> {t('record.evidence.held')}{' '}
          <Foreign lang={piece.lang} text={piece.heldReason} />
        </p>
      )}
    </>
  )
}
