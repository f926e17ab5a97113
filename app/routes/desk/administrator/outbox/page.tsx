import type { OutboxPage as Outbox } from '#app/db/read/administration.server.ts'
import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { DateText, Foreign } from '#app/ui/data/text.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty, Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

type Letter = Outbox['letters'][number]

export function OutboxPage(props: Outbox & { person: DeskPerson }) {
  const { t, locale } = useSpeak()
  const { letters, total } = props
  return (
    <DeskFrame person={props.person} current="administration">
      <BackLink href={paths.administration(locale)}>{t('administration.title')}</BackLink>
      <PageHead title={t('outbox.title')} lead={t('outbox.lead', { total })} />
      <div className="stack">
        {letters.length > 0 && <Notice>{t('outbox.private')}</Notice>}
        <DataTable
          caption={t('outbox.title')}
          quietCaption
          rows={letters}
          rowKey={({ id }) => id}
          empty={<Empty title={t('outbox.empty')} />}
          columns={[
            {
              key: 'written',
              label: t('outbox.written'),
              cell: ({ createdAt }) => <DateText at={createdAt} />,
            },
            {
              key: 'to',
              label: t('outbox.to'),
              cell: ({ to }) => <bdi dir="ltr">{to}</bdi>,
            },
            {
              key: 'subject',
              label: t('outbox.subject'),
              header: true,
              cell: ({ subject, locale: lang }) => <Foreign lang={lang} text={subject} />,
            },
            { key: 'text', label: t('outbox.letter'), cell: (letter) => <Read letter={letter} /> },
            { key: 'state', label: t('outbox.state'), cell: (letter) => <State letter={letter} /> },
          ]}
        />
        {total > letters.length && (
          <p className="quiet">{t('outbox.shown', { n: letters.length })}</p>
        )}
      </div>
    </DeskFrame>
  )
}

function Read({ letter }: { letter: Letter }) {
  const { t } = useSpeak()
  const { subject, text, locale } = letter
  return (
    <details>
      <summary>
        {t('outbox.text')}
        <span className="visually-hidden">: {subject}</span>
      </summary>
      <div className="wrap-anywhere whitespace-pre-wrap" lang={locale} dir={directionOf(locale)}>
        {text}
      </div>
    </details>
  )
}

function State({ letter }: { letter: Letter }) {
  const { t, dateTime } = useSpeak()
  const { sentAt, attempts, lastError } = letter
  if (sentAt) return t('outbox.sent', { at: dateTime(sentAt) })
  if (attempts === 0) return t('outbox.waiting')
  return t('outbox.failed', { attempts, error: lastError })
}
