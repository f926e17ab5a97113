import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import { nextCommitmentState } from '#app/domain/commitments/commitment-state.ts'
import { smartCheck } from '#app/domain/commitments/smart-check.ts'
import { lacksOf, termStepNames, type TermStep } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { outsideDates } from '#app/ui/commitments/outside-dates.ts'
import { SmartPanel } from '#app/ui/commitments/smart-panel.tsx'
import { TermsSummary } from '#app/ui/commitments/terms-summary.tsx'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Foreign, Words } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Checkboxes } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult, type FormState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function SubmitCommitmentPage(props: {
  person: DeskPerson
  page: DeskCommitment
  result: FormResult | undefined
}) {
  const { t, locale } = useSpeak()
  const { page } = props
  const { id, terms, state } = page.commitment
  const form = formState(props.result)
  const edit = (step: TermStep) => paths.editCommitment(locale, id, step)
  const open = nextCommitmentState(state, 'submit') !== undefined
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={paths.deskCommitment(locale, id)}>{t('desk.edit.tasks')}</BackLink>
      <ErrorSummary form={form} labels={{ confirm: t('desk.check.confirm') }} />
      <PageHead title={t('desk.check.title')} lead={t('desk.check.lead')} />
      <Lacks page={page} edit={edit} />
      <div className="stack">
        <TermsSummary
          terms={terms}
          declaration={page.declaration}
          {...(open ? { change: edit } : {})}
        />
        <Partners page={page} />
        <SmartPanel check={smartCheck(terms)} />
        <Sign page={page} form={form} open={open} />
      </div>
    </DeskFrame>
  )
}

const OUTSIDE = 'milestone-outside-dates'

/** What is still missing, step by step; nothing once it can be signed. */
function Lacks({ page, edit }: { page: DeskCommitment; edit: (step: TermStep) => string }) {
  const { t } = useSpeak()
  const { terms } = page.commitment
  const lacks = lacksOf(terms)
  if (lacks.length === 0) return null
  const steps = termStepNames.flatMap((step) => {
    const count = lacks.filter((lack) => lack.step === step && lack.code !== OUTSIDE).length
    return count > 0 ? [{ step, count }] : []
  })
  // The rule looks at dates last; the reader is told at once.
  const outside = outsideDates(terms).length
  return (
    <Notice kind="warning" title={t('desk.check.lacks')}>
      <p>{t('desk.check.lacks.text')}</p>
      <ul>
        {steps.map(({ step, count }) => (
          <li key={step}>
            <a href={edit(step)}>
              {t('desk.check.lacks.step', { step: t(`desk.step.${step}`), n: count })}
            </a>
          </li>
        ))}
        {outside > 0 && (
          <li>
            <a href={edit('milestones')}>
              {t('desk.check.lacks.outside', { step: t('desk.step.milestones'), n: outside })}
            </a>
          </li>
        )}
      </ul>
    </Notice>
  )
}

function Partners({ page }: { page: DeskCommitment }) {
  const { t, locale } = useSpeak()
  const { partners, commitment } = page
  const lang = commitment.terms.lang ?? 'en'
  const change = paths.inviteParty(locale, commitment.id)
  return (
    <section className="stack" aria-labelledby="partners">
      <h2 id="partners">{t('desk.check.partners')}</h2>
      <p className="quiet">{t('desk.check.partners.consent')}</p>
      <SummaryList
        rows={
          partners.length === 0
            ? [
                {
                  key: 'none',
                  term: t('desk.check.partners'),
                  value: <span className="quiet">{t('summary.not-provided')}</span>,
                  change,
                },
              ]
            : partners.map(({ id, names, role, share, state }) => ({
                key: id,
                term: t('desk.parties.organisation'),
                value: (
                  <>
                    <p className="marks">
                      <b>
                        <Words text={names} />
                      </b>
                      <StatusMark status={state} compact />
                    </p>
                    <Foreign lang={lang} text={role} as="p" />
                    {share && <Foreign lang={lang} text={share} as="p" />}
                  </>
                ),
                change,
              }))
        }
      />
    </section>
  )
}

function Sign(props: { page: DeskCommitment; form: FormState; open: boolean }) {
  const { t, words } = useSpeak()
  const { lead, may, commitment } = props.page
  const organisation = words(lead.names).text
  const why = !props.open
    ? 'desk.check.closed'
    : lead.state === 'suspended'
      ? 'code.organisation-suspended'
      : !may.submit
        ? 'desk.commitment.focal-point-signs'
        : lead.state !== 'verified'
          ? 'desk.check.not-verified'
          : undefined
  return (
    <section className="stack" aria-labelledby="sign">
      <h2 id="sign">{t('desk.check.declaration', { organisation })}</h2>
      {why ? (
        <Notice>
          <p>{t(why)}</p>
        </Notice>
      ) : lacksOf(commitment.terms).length > 0 ? (
        <p>{t('desk.check.lacks')}</p>
      ) : (
        <PostForm>
          <Checkboxes
            {...props.form.field('confirm')}
            label={t('desk.check.confirm')}
            options={[{ value: 'yes', label: t('desk.check.confirm.text', { organisation }) }]}
          />
          <FormActions>
            <Button>{t('desk.check.button')}</Button>
          </FormActions>
        </PostForm>
      )}
    </section>
  )
}
