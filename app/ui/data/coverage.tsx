import { stakeholderGroups, type StakeholderGroup } from '#app/domain/declarations/declaration.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { HeatMatrix } from './heat-matrix.tsx'

type Gap = { clause: { key: string; number: string }; groups: readonly StakeholderGroup[] }
type Covered = {
  clauses: readonly { key: string; number: string; summary: LocalText }[]
  /** `counts` by `clause group`. */
  matrix: { groups: readonly StakeholderGroup[]; counts: Readonly<Record<string, number>> }
}

/** Who has promised what: group by clause, each number a link to its commitments. */
export function CoverageMatrix({ of: { clauses, matrix } }: { of: Covered }) {
  const { t, words, locale } = useSpeak()
  return (
    <HeatMatrix
      caption={t('coverage.caption')}
      corner={t('head.group')}
      unit={t('coverage.unit')}
      columns={clauses.map(({ key, number, summary }) => ({
        key,
        label: number,
        title: words(summary).text,
        href: paths.clause(locale, key),
      }))}
      rows={matrix.groups.map((group) => ({
        key: group,
        label: t(`groups.${group}`),
        cells: clauses.map(({ key: clause }) => {
          const count = matrix.counts[`${clause} ${group}`] ?? 0
          return {
            count,
            href: count === 0 ? undefined : paths.commitments(locale, { clause, group }),
          }
        }),
      }))}
    />
  )
}

/** Addressed by a clause, and nothing promised under it: in words, group by group. */
export function CoverageGaps({ gaps }: { gaps: readonly Gap[] }) {
  const { t, locale } = useSpeak()
  const rows = stakeholderGroups.flatMap((group) => {
    const clauses = gaps.filter((gap) => gap.groups.includes(group)).map((gap) => gap.clause)
    return clauses.length === 0 ? [] : [{ group, clauses }]
  })
  return (
    <dl className="gaps">
      {rows.map(({ group, clauses }) => (
        <div key={group}>
          <dt>{t(`groups.${group}`)}</dt>
          <dd>
            {t('coverage.nothing-under', { n: clauses.length })}{' '}
            {clauses.map(({ key, number }) => (
              <a key={key} href={paths.clause(locale, key)}>
                {number}
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
