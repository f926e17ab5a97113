import type { ReactNode } from 'react'

import type { EvidenceState } from '#app/domain/evidence/evidence-state.ts'
import type { ScanResult } from '#app/domain/evidence/scan.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'

import { Foreign, Hash } from '../data/text.tsx'
import { WithMarks } from '../data/withheld.tsx'

export type EvidenceShown = {
  id: string
  kind: 'file' | 'link' | 'dataset'
  title: string
  lang: string
  access: 'public' | 'held'
  heldReason: string
  state: EvidenceState
  fileName: string | null
  size: number | null
  sha256: string | null
  scan: ScanResult | null
}

/** A file's size in the unit a person would say it in. */
export function fileSize({ number }: Pick<Speech, 'number'>, bytes: number): string {
  const [unit, size] =
    bytes >= 1_000_000
      ? (['megabyte', 1_000_000] as const)
      : bytes >= 1_000
        ? (['kilobyte', 1_000] as const)
        : (['byte', 1] as const)
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  return number(bytes / size, { style: 'unit', unit, unitDisplay, maximumFractionDigits })
}

/** Pieces of evidence with everything that identifies them; what can be done with each beside it. */
export function EvidenceList<item extends EvidenceShown>(props: {
  items: readonly item[]
  /** Below what identifies the piece. */
  note?: (item: item) => ReactNode
  action?: (item: item) => ReactNode
}) {
  const { t } = useSpeak()
  return (
    <ul className="evidence">
      {props.items.map((item) => (
        <li key={item.id}>
          <div>
            <h3>
              {item.state === 'withheld' ? (
                t('evidence.withheld')
              ) : (
                <Foreign lang={item.lang} text={item.title} />
              )}
            </h3>
            <About item={item} />
            {props.note?.(item)}
          </div>
          {props.action && <div className="does">{props.action(item)}</div>}
        </li>
      ))}
    </ul>
  )
}

function About({ item }: { item: EvidenceShown }) {
  const speech = useSpeak()
  const { t, languageName } = speech
  const facts = [
    t(`evidence.kind.${item.kind}`),
    t('text.language', { language: languageName(item.lang) }),
    ...(item.size === null ? [] : [fileSize(speech, item.size)]),
  ]
  return (
    <>
      <p className="small">
        {facts.join(' · ')}
        {item.fileName && (
          <>
            {' · '}
            <bdi>
              <WithMarks text={item.fileName} />
            </bdi>
          </>
        )}
      </p>
      {item.state !== 'withheld' && (
        <p className="small">
          <Access item={item} />
        </p>
      )}
      {item.kind === 'file' && item.state !== 'withheld' && item.scan !== 'clean' && (
        <p className="small">{t('evidence.not-scanned')}</p>
      )}
      {item.sha256 && (
        <p className="small quiet">
          {t('evidence.sha256')} <Hash value={item.sha256} whole />
        </p>
      )}
    </>
  )
}

function Access({ item }: { item: EvidenceShown }) {
  const { t } = useSpeak()
  if (item.access === 'held') return <bdi>{t('evidence.held', { reason: item.heldReason })}</bdi>
  return t(item.state === 'public' ? 'evidence.public' : 'evidence.will-be-public')
}
