import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'
import { Button } from '#app/ui/form/button.tsx'

export type FilterOption = { value: string; label: string; count?: number; chosen?: boolean }
export type FilterGroup = {
  name: string
  label: string
  kind: 'select' | 'checkboxes'
  options: readonly FilterOption[]
}

/** A GET form of filters; what is chosen stands above the results as links that remove it. */
export function Filters(props: {
  action: string
  groups: readonly FilterGroup[]
  /** Parameters to keep, such as the sort order. */
  keep?: Readonly<Record<string, string>>
  children?: ReactNode
}) {
  const { t, number } = useSpeak()
  return (
    <form
      className="filters"
      id="filters"
      action={props.action}
      method="get"
      aria-label={t('filter.title')}
    >
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      {props.groups.map((group) =>
        group.kind === 'select' ? (
          <div key={group.name} className="field">
            <label htmlFor={`filter-${group.name}`}>{group.label}</label>
            <select
              id={`filter-${group.name}`}
              name={group.name}
              defaultValue={group.options.find((option) => option.chosen)?.value ?? ''}
            >
              <option value="">{t('filter.any')}</option>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.count === undefined
                    ? option.label
                    : `${option.label} (${number(option.count)})`}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <fieldset key={group.name}>
            <legend>{group.label}</legend>
            {group.options.map((option, place) => (
              <div key={option.value} className="choice">
                <input
                  type="checkbox"
                  id={`filter-${group.name}-${place}`}
                  name={group.name}
                  value={option.value}
                  defaultChecked={option.chosen}
                  disabled={option.count === 0 && !option.chosen}
                />
                <label htmlFor={`filter-${group.name}-${place}`}>
                  {option.label}
                  {option.count !== undefined && <small>{number(option.count)}</small>}
                </label>
              </div>
            ))}
          </fieldset>
        ),
      )}
      <Button kind="secondary">{t('filter.apply')}</Button>
    </form>
  )
}

export function ChosenFilters(props: {
  chosen: readonly { label: string; removeHref: string }[]
  clearHref: string
}) {
  const { t } = useSpeak()
  if (props.chosen.length === 0) return null
  return (
    <section className="chosen" aria-label={t('filter.chosen')}>
      <ul>
        {props.chosen.map((filter) => (
          <li key={filter.removeHref}>
            <a href={filter.removeHref}>
              <span aria-hidden="true">×</span>
              <span className="visually-hidden">{t('filter.remove', { filter: '' })}</span>{' '}
              {filter.label}
            </a>
          </li>
        ))}
      </ul>
      <a href={props.clearHref}>{t('filter.clear')}</a>
    </section>
  )
}
