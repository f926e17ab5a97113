import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { Foreign } from './text.tsx'

export type NamedOrganisation = {
  id: string
  names: LocalText
  state?: string
}

/** An organisation's name in the reader's language or English, with what must be said beside it. */
export function OrganisationName(props: {
  organisation: NamedOrganisation
  /** Without it the name is a link to the organisation's own page. */
  plain?: boolean
}) {
  const { t, words, locale } = useSpeak()
  const { id, names, state } = props.organisation
  const name = <Foreign {...words(names)} as="bdi" />
  return (
    <>
      {props.plain ? name : <a href={paths.organisation(locale, id)}>{name}</a>}
      {state === 'suspended' && <small className="aside-mark">{t('status.org.suspended')}</small>}
    </>
  )
}
