import type { AdministrationPage as Shown } from '#app/db/read/administration.server.ts'
import { plainly } from '#app/domain/audit/plainly.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Bdi } from '#app/ui/data/text.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function AdministrationPage(props: Shown & { person: DeskPerson; stopped: boolean }) {
  const { t, locale, number, dateTime } = useSpeak()
  const { letters, log } = props
  const entries = t('administration.log.entries', { entries: log.entries })
  return (
    <DeskFrame person={props.person} current="administration" stopped={props.stopped}>
      <PageHead title={t('administration.title')} lead={t('administration.lead')} />
      <SummaryList
        rows={[
          {
            key: 'coordinators',
            term: t('administration.coordinators'),
            value: (
              <>
                {number(props.coordinators)}
                <a className="ms-4" href={paths.coordinators(locale)}>
                  {t('administration.coordinators.change')}
                </a>
              </>
            ),
          },
          {
            key: 'declarations',
            term: t('administration.declarations'),
            value: (
              <>
                {number(props.declarations)}
                <a className="ms-4" href={paths.openDeclarations(locale)}>
                  {t('administration.declarations.change')}
                </a>
              </>
            ),
          },
          {
            key: 'letters',
            term: t('administration.letters'),
            value: (
              <>
                {letters.failing === 0
                  ? number(letters.waiting)
                  : t('administration.letters.failing', letters)}
                <a className="ms-4" href={paths.outbox(locale)}>
                  {t('administration.letters.change')}
                </a>
              </>
            ),
          },
          {
            key: 'people',
            term: t('administration.people'),
            value: <a href={paths.people(locale)}>{number(props.people)}</a>,
          },
          ...props.proposed.map(({ userId, name }) => ({
            key: userId,
            term: t('people.proposed'),
            value: (
              <a href={paths.changeAccount(locale, userId)}>
                <Bdi>{plainly(name)}</Bdi>
              </a>
            ),
          })),
          {
            key: 'audit',
            term: t('audit.title'),
            value: (
              <>
                <a href={paths.audit(locale)}>{t('audit.acts')}</a>
                <a className="ms-4" href={paths.refusedAttempts(locale)}>
                  {t('audit.refused')}
                </a>
              </>
            ),
          },
          {
            key: 'organisations',
            term: t('administration.organisations'),
            value: number(props.organisations),
          },
          {
            key: 'commitments',
            term: t('administration.commitments'),
            value: number(props.commitments),
          },
          {
            key: 'log',
            term: t('administration.log'),
            value: log.newestAt
              ? `${entries}, ${t('administration.log.newest', { at: dateTime(log.newestAt) })}`
              : entries,
          },
        ]}
      />
    </DeskFrame>
  )
}
