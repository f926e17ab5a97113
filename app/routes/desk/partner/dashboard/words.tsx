import type { Owed } from '#app/db/read/owed.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DateText, Foreign, Words } from '#app/ui/data/text.tsx'

/** Where each kind of thing is dealt with. */
export function hrefOf(locale: string, { kind, id, commitment }: Owed): string {
  switch (kind) {
    case 'report':
      return paths.draftReport(locale, id)
    case 'report-draft':
      return paths.report(locale, id)
    case 'report-returned':
    case 'report-waiting':
      return paths.report(locale, id)
    case 'reply':
      return paths.replyToFinding(locale, id)
    case 'invitation':
      return paths.answerParty(locale, id)
    case 'organisation-waiting':
      return paths.deskOrganisation(locale, id)
    case 'partner-waiting':
      return paths.inviteParty(locale, commitment?.id ?? id)
    case 'commitment-returned':
    case 'commitment-draft':
    case 'commitment-waiting':
      return paths.deskCommitment(locale, id)
  }
}

/** The milestone or organisation a row is about; where it is the commitment itself, what to do. */
export function OwedTitle({ owed }: { owed: Owed }) {
  const { t } = useSpeak()
  const { what, kind } = owed
  if (kind === 'invitation' || what === null) return <>{t(`desk.what.${kind}`)}</>
  return isText(what) ? (
    <Foreign {...what} />
  ) : (
    <bdi>
      <Words text={what} />
    </bdi>
  )
}

/** What is to be done, where the title does not say it already. */
export function OwedAct({ owed }: { owed: Owed }) {
  const { t, words } = useSpeak()
  const { what, kind } = owed
  if (kind === 'invitation' && what !== null && !isText(what))
    return <>{t('desk.what.invitation.from', { organisation: words(what).text })}</>
  return what === null ? null : <>{t(`desk.what.${kind}`)}</>
}

export function CommitmentTitle(props: { commitment: { title: string; lang: string } }) {
  const { t } = useSpeak()
  const { title, lang } = props.commitment
  return title === '' ? <>{t('desk.untitled')}</> : <Foreign lang={lang} text={title} />
}

const isText = (what: NonNullable<Owed['what']>): what is { text: string; lang: string } =>
  'text' in what && 'lang' in what

/** "30 June 2027, in 12 days"; what has passed is said in days overdue. */
export function DueText({ owed }: { owed: Pick<Owed, 'due' | 'inDays'> }) {
  const { t } = useSpeak()
  const { due, inDays } = owed
  if (due === null || inDays === null) return null
  return (
    <>
      <DateText day={due} />
      {', '}
      {inDays < 0 ? (
        <b className="text-danger">{t('desk.due.overdue', { n: -inDays })}</b>
      ) : (
        <b>{inDays === 0 ? t('desk.due.today') : t('desk.due.in', { n: inDays })}</b>
      )}
    </>
  )
}
