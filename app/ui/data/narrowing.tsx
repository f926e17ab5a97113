import type { Counted } from '#app/domain/browsing/public-index.ts'
import { regions, type Region } from '#app/domain/places/m49.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { Button } from '#app/ui/form/button.tsx'

export type Choice = {
  name: string
  label: string
  value: string
  /** What asks for nothing; without it one of the options is always chosen. */
  any?: string
  options: readonly { value: string; label: string }[]
}

/** A few choices in one line above a table: a GET form, so that the address says what is shown. */
export function Narrowing(props: {
  action: string
  choices: readonly Choice[]
  /** What the form has no field for, and must not lose. */
  keep?: Readonly<Record<string, string>>
}) {
  const { t } = useSpeak()
  return (
    <form
      className="filters narrowing"
      action={props.action}
      method="get"
      aria-label={t('filter.title')}
    >
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.choices.map(({ name, label, value, any, options }) => (
        <div key={name} className="field">
          <label htmlFor={`narrow-${name}`}>{label}</label>
          <select id={`narrow-${name}`} name={name} defaultValue={value}>
            {any !== undefined && <option value="">{any}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <Button kind="secondary">{t('filter.apply')}</Button>
    </form>
  )
}

/** What is chosen can be chosen again, even where nothing is left of it. */
export const withChosen = (
  counted: readonly Counted[],
  chosen: readonly string[] = [],
): Counted[] => [
  ...counted,
  ...chosen
    .filter((value) => !counted.some((one) => one.value === value))
    .map((value) => ({ value, count: 0 })),
]

/** The regions of the world as options stand in: each right after the one it lies in. */
export const regionsInOrder = (within?: string): readonly Region[] =>
  regions
    .filter((region) => region.within[0] === within)
    .flatMap((region) => [region, ...regionsInOrder(region.code)])
