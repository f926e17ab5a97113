import type { ActingRole, PublicKind } from '#app/domain/acts/act.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { OrganisationName } from '#app/ui/data/organisation-name.tsx'
import { Foreign, Words } from '#app/ui/data/text.tsx'

type Milestone = { id: string; title: string; lang: string }

/** What a public act is about, as the log's pages name it. */
export type ActSubject =
  | { of: 'commitment'; number: string; title: string; lang: string; milestone?: Milestone }
  | { of: 'organisation'; id: string; names: LocalText }
  | { of: 'declaration'; key: string; title: LocalText }
  | { of: 'nothing' }

/** When and in which register something was done that is only told in this one. */
type Elsewhere = { at: Date; register: string }

export type ToldAct = {
  entry: number
  kind: PublicKind
  at: Date
  told: Elsewhere | null
  role: ActingRole
  /** For whom it was done; absent when a coordinator or the register itself did it. */
  organisation: { id: string; names: LocalText } | null
  subject: ActSubject
}

/** The link to what an act is about; to the very milestone, where it is about one. */
export function Subject({ subject }: { subject: ActSubject }) {
  const { locale } = useSpeak()
  switch (subject.of) {
    case 'commitment': {
      const { number, title, lang, milestone } = subject
      const record = paths.commitment(locale, number)
      return (
        <>
          <a href={record}>
            <Foreign lang={lang} text={title} as="bdi" />
          </a>
          <small className="under">
            <span className="whitespace-nowrap">{number}</span>
            {milestone && (
              <a href={`${record}#${milestone.id}`}>
                <Foreign lang={milestone.lang} text={milestone.title} as="bdi" />
              </a>
            )}
          </small>
        </>
      )
    }
    case 'organisation':
      return <OrganisationName organisation={subject} />
    case 'declaration':
      return (
        <a href={paths.declaration(locale, subject.key)}>
          <Words text={subject.title} />
        </a>
      )
    case 'nothing':
      return null
  }
}

/** Of what an import tells: when it was done, and where it can be looked up. */
export function DoneElsewhere({ told }: { told: Elsewhere }) {
  const { t, date } = useSpeak()
  const { host } = new URL(told.register)
  return <p className="small">{t('log.told', { date: date(told.at), register: host })}</p>
}

/** Who acted: the organisation and in what role, never a person. */
export function Actor({ act }: { act: Pick<ToldAct, 'role' | 'organisation'> }) {
  const { t } = useSpeak()
  const role = t(`role.${act.role}`)
  return act.organisation ? (
    <>
      <OrganisationName organisation={act.organisation} />
      <small className="under">{role}</small>
    </>
  ) : (
    <>{role}</>
  )
}
