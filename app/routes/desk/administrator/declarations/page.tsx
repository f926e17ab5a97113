import type { OpenedDeclaration } from '#app/db/read/administration.server.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { DateText, Words } from '#app/ui/data/text.tsx'
import { Button } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

type Bundled = { file: string; key: string; code: string; title: LocalText; clauses: number }

export function DeclarationsPage(props: {
  person: DeskPerson
  opened: readonly OpenedDeclaration[]
  bundled: readonly Bundled[]
  done: boolean
  refused: string | undefined
}) {
  const { t, locale } = useSpeak()
  const form = formState(props.refused ? { error: { '': [props.refused] } } : undefined)
  return (
    <DeskFrame
      person={props.person}
      current="administration"
      flash={props.done && <p>{t('opening-declarations.done')}</p>}
    >
      <BackLink href={paths.administration(locale)}>{t('administration.title')}</BackLink>
      <ErrorSummary form={form} labels={{ '': t('audit.reason') }} />
      <PageHead title={t('opening-declarations.title')} lead={t('opening-declarations.lead')} />
      <div className="stack">
        <section className="stack" aria-labelledby="open">
          <h2 id="open">{t('opening-declarations.open')}</h2>
          <Opened opened={props.opened} />
        </section>
        <section className="stack" aria-labelledby="bundled">
          <h2 id="bundled">{t('opening-declarations.bundled')}</h2>
          <Ready bundled={props.bundled} />
        </section>
      </div>
    </DeskFrame>
  )
}

function Opened({ opened }: { opened: readonly OpenedDeclaration[] }) {
  const { t, locale, number } = useSpeak()
  return (
    <DataTable
      caption={t('opening-declarations.open')}
      quietCaption
      rows={opened}
      rowKey={({ key }) => key}
      empty={
        <Empty title={t('opening-declarations.open.none')}>
          <p>{t('opening-declarations.open.none.text')}</p>
        </Empty>
      }
      columns={[
        {
          key: 'title',
          label: t('opening-declarations.title.head'),
          header: true,
          cell: ({ key, title }) => (
            <a href={paths.declaration(locale, key)}>
              <Words text={title} />
            </a>
          ),
        },
        { key: 'code', label: t('opening-declarations.code'), cell: ({ code }) => code },
        {
          key: 'since',
          label: t('opening-declarations.since'),
          cell: ({ openedAt }) => <DateText at={openedAt} />,
        },
        {
          key: 'commitments',
          label: t('opening-declarations.commitments'),
          numeric: true,
          cell: ({ commitments }) => number(commitments),
        },
      ]}
    />
  )
}

function Ready({ bundled }: { bundled: readonly Bundled[] }) {
  const { t, number, words } = useSpeak()
  return (
    <DataTable
      caption={t('opening-declarations.bundled')}
      quietCaption
      rows={bundled}
      rowKey={({ key }) => key}
      empty={<p className="quiet">{t('opening-declarations.bundled.none')}</p>}
      columns={[
        {
          key: 'title',
          label: t('opening-declarations.title.head'),
          header: true,
          cell: ({ title }) => <Words text={title} />,
        },
        { key: 'code', label: t('opening-declarations.code'), cell: ({ code }) => code },
        {
          key: 'clauses',
          label: t('opening-declarations.clauses'),
          numeric: true,
          cell: ({ clauses }) => number(clauses),
        },
        {
          key: 'file',
          label: t('opening-declarations.file'),
          cell: ({ file }) => <bdi dir="ltr">{file}</bdi>,
        },
        {
          key: 'action',
          label: t('opening-declarations.action'),
          cell: ({ key, title }) => (
            <PostForm hidden={{ declaration: key }}>
              <TextField
                id={`open-${key}`}
                name="reason"
                width="medium"
                label={t('audit.reason')}
              />
              <Button kind="secondary">
                {t('opening-declarations.button')}
                <span className="visually-hidden">
                  {t('opening-declarations.button.of', { title: words(title).text })}
                </span>
              </Button>
            </PostForm>
          ),
        },
      ]}
    />
  )
}
