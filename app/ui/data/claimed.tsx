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
