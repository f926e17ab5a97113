import type { Punctuality } from '#app/domain/accountability/punctuality.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

type Kind = 'on-time' | 'late' | 'missing'

/** How promptly milestones that fell due were reported on. */
export function PunctualityLine(props: { punctuality: Punctuality; href: (kind: Kind) => string }) {
  const { t, number } = useSpeak()
  const { onTime, late, missing, medianDaysLate } = props.punctuality
  if (onTime + late + missing === 0) return <p>{t('punctuality.none')}</p>
  const counts: readonly [Kind, number][] = [
    ['on-time', onTime],
    ['late', late],
    ['missing', missing],
  ]
  return (
    <>
      <dl className="figures">
        {counts.map(([kind, count]) => (
          <div key={kind}>
            <dt>{t(`punctuality.${kind}`)}</dt>
            <dd>{count === 0 ? number(0) : <a href={props.href(kind)}>{number(count)}</a>}</dd>
          </div>
        ))}
        {medianDaysLate !== null && (
          <div>
            <dt>{t('punctuality.median')}</dt>
            <dd>
              <a href={props.href('late')}>{number(medianDaysLate)}</a>
            </dd>
          </div>
        )}
      </dl>
      <p className="small quiet">{t('punctuality.explained')}</p>
    </>
  )
}
