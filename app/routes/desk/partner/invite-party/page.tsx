import type { DeskPartner, PartnersPage } from '#app/db/read/drafts.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { Foreign, Words } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Select } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { doneKey, type Done } from '#app/ui/layout/done.ts'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function InvitePartyPage(props: {
  person: DeskPerson
  page: PartnersPage
  done: Done | undefined
  result: FormResult | undefined
}) {
  const { t, locale } = useSpeak()
  const { page, done } = props
  const { commitment, partners } = page
  const { terms, state } = commitment
  const lang = terms.lang ?? 'en'
  const form = formState(props.result)
  const labels = {
    organisationId: t('desk.parties.organisation'),
    role: t('desk.parties.role'),
    share: t('desk.parties.share'),
  }
  const open = state === 'draft' || state === 'returned' || state === 'published'
  return (
    <DeskFrame person={props.person} current="desk" flash={done && t(doneKey(done))}>
      <BackLink href={paths.deskCommitment(locale, commitment.id)} />
      <ErrorSummary form={form} labels={labels} />
      <PageHead
        kicker={terms.title ? <Foreign lang={lang} text={terms.title} /> : t('desk.untitled')}
        title={t('desk.parties.title')}
        lead={t('desk.parties.lead')}
      />
      <div className="stack">
        <Partners partners={partners} lang={lang} />
        <section className="stack" aria-labelledby="invite">
          <h2 id="invite">{t('desk.parties.invite')}</h2>
          {open || form.failed ? (
            <InviteForm page={page} form={form} labels={labels} />
          ) : (
            <Notice>
              <p>{t('desk.parties.closed')}</p>
            </Notice>
          )}
        </section>
      </div>
    </DeskFrame>
  )
}

function Partners({ partners, lang }: { partners: readonly DeskPartner[]; lang: string }) {
  const { t, date } = useSpeak()
  return (
    <DataTable
      caption={t('desk.parties.title')}
      quietCaption
      rows={partners}
      rowKey={({ id }) => id}
      empty={<p>{t('desk.parties.none')}</p>}
      columns={[
        {
          key: 'organisation',
          label: t('desk.parties.organisation'),
          header: true,
          cell: ({ names }) => (
            <bdi>
              <Words text={names} />
            </bdi>
          ),
        },
        {
          key: 'role',
          label: t('desk.parties.role'),
          cell: ({ role }) => <Foreign lang={lang} text={role} />,
        },
        {
          key: 'share',
          label: t('desk.parties.share'),
          cell: ({ share }) =>
            share ? (
              <Foreign lang={lang} text={share} />
            ) : (
              <span className="quiet">{t('summary.not-provided')}</span>
            ),
        },
        {
          key: 'answer',
          label: t('desk.parties.answer'),
          cell: ({ state, invitedAt, answeredAt, reason }) => (
            <>
              <StatusMark status={state} compact />
              <span className="quiet small block">
                {answeredAt
                  ? t('desk.parties.answered-on', { date: date(answeredAt) })
                  : t('desk.parties.invited-on', { date: date(invitedAt) })}
              </span>
              {reason && (
                <span className="small block">{t('desk.parties.reason', { reason })}</span>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function InviteForm(props: {
  page: PartnersPage
  form: ReturnType<typeof formState>
  labels: { organisationId: string; role: string; share: string }
}) {
  const { t, words, countryName, locale } = useSpeak()
  const { form, labels } = props
  const lang = props.page.commitment.terms.lang
  const options = props.page.candidates
    .map(({ id, names, country }) => ({
      value: id,
      label: country ? `${words(names).text} (${countryName(country)})` : words(names).text,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <PostForm>
      <Select
        {...form.field('organisationId')}
        label={labels.organisationId}
        hint={t('desk.parties.invite.lead')}
        options={options}
      />
      <TextField
        {...form.field('role')}
        label={labels.role}
        hint={t('desk.parties.role.hint')}
        lang={lang}
      />
      <TextField
        {...form.field('share')}
        label={labels.share}
        hint={t('desk.parties.share.hint')}
        lang={lang}
        optional
      />
      <FormActions>
        <Button>{t('desk.parties.button')}</Button>
      </FormActions>
    </PostForm>
  )
}
