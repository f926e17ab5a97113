import { outcomes, type Outcome } from '#app/domain/accountability/outcome.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { Mark } from './glyph.tsx'
import { statusGlyphs } from './status-mark.tsx'

export type OutcomeCounts = Partial<Record<Outcome, number>>

const due = [
  ['kept', 'var(--kept)', 'var(--on-kept)'],
  ['partly-kept', 'var(--partly)', 'var(--on-partly)'],
  ['not-kept', 'var(--not)', 'var(--on-not)'],
  ['no-report', 'url(#hatch)', 'var(--on-silent)'],
] as const

// A narrower segment has no room for its number; the list beside the bar prints it.
const WIDE_ENOUGH = 0.08

/** What became of the commitments that are due. Its numbers stand beside it as a list. */
export function OutcomeBar({ counts }: { counts: OutcomeCounts }) {
  const { t, dir, number } = useSpeak()
  const count = (outcome: Outcome) => counts[outcome] ?? 0
  const total = due.reduce((sum, [outcome]) => sum + count(outcome), 0)
  if (total === 0) return <p className="quiet">{t('bar.nothing-due')}</p>
  const percent = (part: number) => `${Math.round((part / total) * 1e4) / 100}%`
  return (
    <svg
      className="outcome-bar"
      role="img"
      aria-label={t('bar.label', {
        due: total,
        kept: count('kept'),
        partly: count('partly-kept'),
        not: count('not-kept'),
        silent: count('no-report'),
      })}
    >
      {due.map(([outcome, fill, ink], place) => {
        const width = count(outcome)
        if (width === 0) return null
        const before = due.slice(0, place).reduce((sum, [earlier]) => sum + count(earlier), 0)
        const start = dir === 'rtl' ? total - before - width : before
        return (
          <g key={outcome}>
            <rect x={percent(start)} width={percent(width)} height="100%" fill={fill} />
            {width / total >= WIDE_ENOUGH && (
              <text
                className={outcome === 'no-report' ? 'on-hatch' : undefined}
                x={percent(start + width / 2)}
                y="50%"
                fill={ink}
              >
                {number(width)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** The eight outcomes with their numbers, each a link to the rows behind it. */
export function OutcomeList(props: {
  counts: OutcomeCounts
  href?: (outcome: Outcome) => string
  /** Which to list, in this order; all eight when absent. */
  only?: readonly Outcome[]
}) {
  const { t, number } = useSpeak()
  return (
    <ul className="outcome-list">
      {(props.only ?? outcomes).map((outcome) => (
        <li key={outcome}>
          <Mark glyph={statusGlyphs[outcome]} />
          {props.href ? (
            <a href={props.href(outcome)}>{t(`status.${outcome}`)}</a>
          ) : (
            <span>{t(`status.${outcome}`)}</span>
          )}
          <b>{number(props.counts[outcome] ?? 0)}</b>
        </li>
      ))}
    </ul>
  )
}
