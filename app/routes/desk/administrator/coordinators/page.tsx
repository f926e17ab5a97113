import type { coordinatorsPage } from '#app/db/read/accounts.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Bdi, DateText } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty, Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

type Coordinator = Awaited<ReturnType<typeof coordinatorsPage>>[number]

export function CoordinatorsPage(props: {
  person: DeskPerson
  coordinators: readonly Coordinator[]
  done: string | null
  result: FormResult | undefined
}) {
  const { t, locale } = useSpeak()
  const { coordinators } = props
  const done = (['appoint', 'end'] as const).find((one) => one === props.done)
  const form = formState(props.result)
  const labels = { email: t('coordinators.appoint.email'), reason: t('audit.reason') }
  return (
    <DeskFrame
      person={props.person}
      current="administration"
      flash={done && <p>{t(`coordinators.done.${done}`)}</p>}
    >
      <BackLink href={paths.administration(locale)}>{t('administration.title')}</BackLink>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('coordinators.title')} lead={t('coordinators.lead')} />
      <div className="stack">
        {coordinators.length === 1 && <Notice>{t('coordinators.one')}</Notice>}
        <Now coordinators={coordinators} />
        <section className="stack" aria-labelledby="appoint">
          <h2 id="appoint">{t('coordinators.appoint')}</h2>
          <PostForm hidden={{ change: 'appoint' }} label={t('coordinators.appoint')}>
            <TextField
              {...form.field('email')}
              label={labels.email}
              type="email"
              autoComplete="off"
            />
            <TextField
              {...form.field('reason')}
              label={labels.reason}
              hint={t('audit.reason.hint')}
            />
            <FormActions>
              <Button>{t('coordinators.appoint.button')}</Button>
            </FormActions>
          </PostForm>
        </section>
      </div>
    </DeskFrame>
  )
}

function Now({ coordinators }: { coordinators: readonly Coordinator[] }) {
  const { t } = useSpeak()
  return (
    <DataTable
      caption={t('coordinators.title')}
      quietCaption
      rows={coordinators}
      rowKey={({ userId }) => userId}
      empty={
        <Empty title={t('coordinators.none')}>
          <p>{t('coordinators.none.text')}</p>
        </Empty>
      }
      columns={[
        {
          key: 'name',
          label: t('coordinators.name'),
          header: true,
          cell: ({ name }) => <Bdi>{name}</Bdi>,
        },
        {
          key: 'email',
          label: t('coordinators.email'),
          cell: ({ email }) => <bdi dir="ltr">{email}</bdi>,
        },
        {
          key: 'since',
          label: t('coordinators.since'),
          cell: ({ appointedAt }) => <DateText at={appointedAt} />,
        },
        {
          key: 'action',
          label: t('coordinators.action'),
          cell: ({ userId, name }) => (
            <PostForm hidden={{ change: 'end', userId }}>
              <TextField
                id={`end-${userId}`}
                name="reason"
                width="medium"
                label={t('audit.reason')}
              />
              <Button kind="secondary">
                {t('coordinators.end')}{' '}
                <span className="visually-hidden">{t('coordinators.end.of', { name })}</span>
              </Button>
            </PostForm>
          ),
        },
      ]}
    />
  )
}
