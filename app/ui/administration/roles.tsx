import type { MemberRole } from '#app/domain/shared/actor.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { Words } from '#app/ui/data/text.tsx'

type Person = {
  administrator: boolean
  coordinator: boolean
  places: readonly { organisationId: string; role: MemberRole; names: LocalText }[]
  disabledAt: Date | null
}

/** What somebody may do here, each role with whose it is. */
export function Roles({ of }: { of: Pick<Person, 'administrator' | 'coordinator' | 'places'> }) {
  const { t } = useSpeak()
  if (!of.administrator && !of.coordinator && of.places.length === 0) return t('people.roles.none')
  return (
    <ul className="plain">
      {of.administrator && <li>{t('role.administrator')}</li>}
      {of.coordinator && <li>{t('role.coordinator')}</li>}
      {of.places.map(({ organisationId, role, names }) => (
        <li key={organisationId}>
          {t(`role.${role}`)}: <Words text={names} />
        </li>
      ))}
    </ul>
  )
}

export function State({ of }: { of: Pick<Person, 'disabledAt'> }) {
  const { t, dateTime } = useSpeak()
  return of.disabledAt
    ? t('people.state.closed', { at: dateTime(of.disabledAt) })
    : t('people.state.open')
}
