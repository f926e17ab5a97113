import { useSpeak } from '#app/i18n/speak.tsx'

type Amounts = {
  target: number
  baseline?: number | null | undefined
  claimed?: number | null | undefined
  reviewed?: number | null | undefined
}

/** Done or not done: from nothing to one, and no value between. There is nothing to measure. */
function isDoneOrNot({ target, baseline, claimed, reviewed }: Amounts): boolean {
  const whole = (value: number | null | undefined) => (value ?? 0) === 0 || value === 1
  return target === 1 && (baseline ?? 0) === 0 && whole(claimed) && whole(reviewed)
}

// A hundred wide however broad the page draws it; short of the edge, where the tick stands.
const WIDTH = 99
const place = (value: number) => Math.round(value * 10) / 10

/**
 * Bullet chart: the target is a tick, the claim an outline, what a review found is filled. Bars
 * begin at zero. Its values stand beside it in words: print them wherever this is drawn.
 */
export function Bullet(amounts: Amounts) {
  const { t, number } = useSpeak()
  const { target, claimed, reviewed } = amounts
  if (isDoneOrNot(amounts)) return null
  const values = [0, target, claimed ?? 0, reviewed ?? 0, amounts.baseline ?? 0]
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const at = (value: number) => place(((value - low) / span) * WIDTH)
  const bar = (value: number, y: number, height: number) => {
    const [from, to] = [at(Math.min(0, value)), at(Math.max(0, value))]
    return `M${from} ${y}h${place(to - from)}v${height}H${from}z`
  }
  return (
    <svg className="bullet turns" role="img" viewBox="0 0 100 24" preserveAspectRatio="none">
      <title>
        {t('value.chart', {
          target: number(target),
          claimed: number(claimed ?? 0),
          reviewed: number(reviewed ?? 0),
          hasClaimed: typeof claimed === 'number' ? 'yes' : 'no',
          hasReviewed: typeof reviewed === 'number' ? 'yes' : 'no',
        })}
      </title>
      <path d="M0 20h99" />
      {typeof claimed === 'number' && <path className="claim" d={bar(claimed, 4, 16)} />}
      {typeof reviewed === 'number' && <path className="found" d={bar(reviewed, 8, 8)} />}
      <path className="goal" d={`M${at(target)} 0v24`} />
    </svg>
  )
}
