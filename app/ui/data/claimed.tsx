import { useSpeak } from '#app/i18n/speak.tsx'

import { withMarksInWords } from './withheld.tsx'

type Values = {
  claimed?: number | null | undefined
  reviewed?: number | null | undefined
  unit?: string | undefined
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/

/** A unit in a script that runs the other way is isolated: else it changes places with its number. */
const apart = (unit: string, dir: 'ltr' | 'rtl') =>
  RIGHT_TO_LEFT.test(unit) === (dir === 'rtl') ? unit : `\u2068${unit}\u2069`

/** Both numbers, always: what was claimed, and what a review found. */
export function Claimed({ claimed, reviewed, unit }: Values) {
  const speech = useSpeak()
  const { t, number, dir } = speech
  const value = (amount: number) =>
    unit ? `${number(amount)} ${apart(withMarksInWords(speech, unit), dir)}` : number(amount)
  return (
    <span className="claimed">
      {typeof claimed === 'number'
        ? t('value.claimed', { value: value(claimed) })
        : t('value.not-claimed')}{' '}
      {typeof reviewed === 'number' ? (
        <b>{t('value.reviewed', { value: number(reviewed) })}</b>
      ) : (
        t('value.not-reviewed')
      )}
    </span>
  )
}

/** Bullet chart: the target is a tick, the claim an outline, what a review found is filled. */
export function BulletValue(props: Values & { target: number; baseline?: number | null }) {
  const { t, number, dir } = useSpeak()
  const { target, claimed, reviewed } = props
  const values = [0, target, claimed ?? 0, reviewed ?? 0, props.baseline ?? 0]
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const at = (value: number) => {
    const share = ((value - low) / span) * 99
    return `${Math.round((dir === 'rtl' ? 100 - share : share) * 100) / 100}%`
  }
  const bar = (value: number, y: number, height: number, className: string) => {
    const [from, to] = [at(Math.min(0, value)), at(Math.max(0, value))].map((x) => parseFloat(x))
    const x = Math.min(from ?? 0, to ?? 0)
    const width = Math.round(Math.abs((to ?? 0) - (from ?? 0)) * 100) / 100
    return <rect className={className} x={`${x}%`} width={`${width}%`} y={y} height={height} />
  }
  return (
    <svg
      className="bullet"
      role="img"
      aria-label={t('value.chart', {
        target: number(target),
        claimed: number(claimed ?? 0),
        reviewed: number(reviewed ?? 0),
        hasClaimed: typeof claimed === 'number' ? 'yes' : 'no',
        hasReviewed: typeof reviewed === 'number' ? 'yes' : 'no',
      })}
    >
      <line className="bullet-axis" x1={at(low)} x2={at(low + span)} y1="20" y2="20" />
      {typeof claimed === 'number' && bar(claimed, 4, 16, 'bullet-claimed')}
      {typeof reviewed === 'number' && bar(reviewed, 8, 8, 'bullet-reviewed')}
      <line className="bullet-target" x1={at(target)} x2={at(target)} y1="0" y2="24" />
    </svg>
  )
}
