import type { OutboxPage as Outbox } from '#app/db/read/administration.server.ts'
import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths, withQuery } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { DateText, Foreign } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty, Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

type Letter = Outbox['letters'][number]

type Props = Outbox & {
  person: DeskPerson
  /** The letter somebody is about to send again. */
  asked: Letter | undefined
  result: FormResult | undefined
}

export function OutboxPage(props: Props) {
  const { t, locale } = useSpeak()
  const { letters, total, asked } = props
  const form = formState(props.result, {})
  return (
    <DeskFrame person={props.person} current="administration">
      <BackLink href={paths.administration(locale)}>{t('administration.title')}</BackLink>
      <ErrorSummary form={form} labels={{}} />
      <PageHead title={t('outbox.title')} lead={t('outbox.lead', { total })} />
      <div className="stack">
        {asked && <Again letter={asked} />}
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

/** Before a letter goes out again: to whom, and why it did not. */
function Again({ letter }: { letter: Letter }) {
  const { t, locale } = useSpeak()
  return (
    <Notice kind="warning" title={t('outbox.again.title')}>
      <p>
        <Foreign lang={letter.locale} text={letter.subject} />
        <br />
        {t('outbox.to')} <bdi dir="ltr">{letter.to}</bdi>
        <br />
        <bdi>{letter.lastError}</bdi>
      </p>
      <p>{t('outbox.again.text')}</p>
      <PostForm hidden={{ letter: letter.id }} action={paths.outbox(locale)}>
        <FormActions>
          <Button>{t('outbox.again.button')}</Button>
          <a href={paths.outbox(locale)}>{t('outbox.again.not')}</a>
        </FormActions>
      </PostForm>
    </Notice>
  )
}

function State({ letter }: { letter: Letter }) {
  const { t, dateTime, locale } = useSpeak()
  const { sentAt, attempts, lastError, gaveUpAt, nextAttemptAt } = letter
  if (sentAt) return t('outbox.sent', { at: dateTime(sentAt) })
  if (gaveUpAt)
    return (
      <>
        {t('outbox.given-up', { at: dateTime(gaveUpAt), attempts })} <bdi>{lastError}</bdi>{' '}
        <a href={withQuery(paths.outbox(locale), { again: letter.id })}>
          {t('outbox.again')} <span className="visually-hidden">{letter.subject}</span>
        </a>
      </>
    )
  if (attempts === 0) return t('outbox.waiting')
  return (
    <>
      {t('outbox.failed', { attempts, error: lastError })}
      {nextAttemptAt && ` ${t('outbox.next', { at: dateTime(nextAttemptAt) })}`}
    </>
  )
}
