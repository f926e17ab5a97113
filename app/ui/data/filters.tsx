import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'
import { Button } from '#app/ui/form/button.tsx'

export type FilterOption = { value: string; label: string; count?: number; chosen?: boolean }
export type FilterGroup = {
  name: string
  label: string
  kind: 'select' | 'checkboxes'
  options: readonly FilterOption[]
  /** Long lists, each behind a heading that opens it; it stands open where something is chosen. */
  sections?: readonly { label: string; options: readonly FilterOption[] }[]
}

/** A GET form of filters; what is chosen stands above the results as links that remove it. */
export function Filters(props: {
  action: string
  groups: readonly FilterGroup[]
  /** Parameters to keep, such as the sort order. */
  keep?: Readonly<Record<string, string>>
  children?: ReactNode
}) {
  const { t } = useSpeak()
  const apply = <Button kind="secondary">{t('filter.apply')}</Button>
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
      {isLong(props.groups) && apply}
      {props.children}
      {props.groups.map((group) =>
        group.kind === 'select' ? (
          <Select key={group.name} group={group} />
        ) : (
          <Checkboxes key={group.name} group={group} />
        ),
      )}
      {apply}
    </form>
  )
}

/** So much to go through that its button is wanted at both ends. */
const isLong = (groups: readonly FilterGroup[]) =>
  groups.filter(({ kind }) => kind === 'checkboxes').length > 1

function Select({ group }: { group: FilterGroup }) {
  const { t, number } = useSpeak()
  return (
    <div className="field">
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
  )
}

function Checkboxes({ group }: { group: FilterGroup }) {
  return (
    <fieldset>
      <legend>{group.label}</legend>
      <Options name={group.name} options={group.options} />
      {group.sections?.map(({ label, options }) => (
        <details key={label} open={options.some((option) => option.chosen)}>
          <summary>{label}</summary>
          <Options name={group.name} options={options} />
        </details>
      ))}
    </fieldset>
  )
}

/** What would find nothing cannot be chosen; what is chosen can always be taken back. */
function Options({ name, options }: { name: string; options: readonly FilterOption[] }) {
  const { number } = useSpeak()
  return options.map(({ value, label, count, chosen }) => (
    <label key={value} className="choice">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={chosen}
        disabled={count === 0 && !chosen}
      />
      <span>
        <bdi>{label}</bdi>
      </span>
      {count !== undefined && <small>{number(count)}</small>}
    </label>
  ))
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
