import type { RecordReport } from '#app/db/read/record-milestones.server.ts'
import { bearsNoSign } from '#app/domain/shared/written.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'
import { paths, serverPaths } from '#app/paths.ts'
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
              {piece.state === 'withheld' ? <Withheld piece={piece} /> : <Item piece={piece} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Where a file is: here, in the register that its report is told from, or nowhere any more. */
function fileAt({ id, kept, toldBy }: Piece): string | null {
  if (kept) return serverPaths.evidenceFile(id)
  return toldBy === null ? null : toldBy + serverPaths.evidenceFile(id)
}

/** Rounded up: no file has 0 KB. */
const kilobytes = (bytes: number) => Math.ceil(bytes / 1024)

function Item({ piece }: { piece: Piece }) {
  const { t, languageName, locale } = useSpeak()
  const isFile = piece.kind === 'file'
  // An address that lost words leads nowhere.
  const address = piece.url !== null && bearsNoSign(piece.url) ? piece.url : null
  const href = isFile ? fileAt(piece) : address
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
      {piece.state === 'public' && !isFile && address && URL.canParse(address) && (
        <span className="quiet">
          {' '}
          (<bdi dir="ltr">{new URL(address).host}</bdi>)
        </span>
      )}
      <small className="under">
        <span>{t(`record.evidence.${piece.kind}`)}</span>
        {piece.lang !== locale && <span>{languageName(piece.lang)}</span>}
        {piece.size !== null && (
          <span>{t('record.evidence.size', { size: kilobytes(piece.size) })}</span>
        )}
        <DateText day={piece.addedAt.toISOString().slice(0, 10)} />
        {isFile && piece.kept && piece.scan !== 'clean' && (
          <span>{t('record.evidence.not-scanned')}</span>
        )}
        {isFile && !piece.kept && <span>{elsewhere(piece, t)}</span>}
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

const elsewhere = ({ toldBy }: Piece, t: Speech['t']) =>
  toldBy === null
    ? t('record.evidence.lost')
    : t('record.evidence.elsewhere', { register: new URL(toldBy).host })

/** In place of a piece: that it was there, and which entry of the log says why it is not. */
function Withheld({ piece }: { piece: Piece }) {
  const { t, languageName, locale } = useSpeak()
  const by = piece.withheldBy
  return (
    <>
      <p>
        {by ? (
          <T
            k="log.withheld"
            args={{ entry: by.entry, basis: t(`log.basis.${by.basis}`) }}
            tags={{
              linkEntry: (text) => <a href={paths.logEntry(locale, by.entry)}>{text}</a>,
            }}
          />
        ) : (
          t('status.withheld')
        )}
      </p>
      <small className="under">
        <span>{t(`record.evidence.${piece.kind}`)}</span>
        {piece.lang !== locale && <span>{languageName(piece.lang)}</span>}
        <DateText day={piece.addedAt.toISOString().slice(0, 10)} />
      </small>
    </>
  )
}
