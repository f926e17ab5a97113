import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import { nextCommitmentState } from '#app/domain/commitments/commitment-state.ts'
import { limits } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { MilestoneFields } from '#app/ui/commitments/milestone-fields.tsx'
import { termLabels } from '#app/ui/commitments/term-labels.ts'
import { MilestoneLines } from '#app/ui/commitments/terms-summary.tsx'
import { Foreign } from '#app/ui/data/text.tsx'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormState } from '#app/ui/form/form-state.ts'
import { HiddenFields } from '#app/ui/form/hidden-fields.tsx'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { DateField, TextArea, TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { ConfirmAmendment } from './confirm.tsx'
import { lockedIds, rowOf, type Answer } from './typed.ts'

type Props = { person: DeskPerson; page: DeskCommitment; answer: Answer | undefined }

export function AmendCommitmentPage({ person, page, answer }: Props) {
  const { t, locale } = useSpeak()
  const { commitment, may } = page
  const { terms } = commitment
  const number = commitment.number ?? ''
  const stored = { ...terms, milestones: (terms.milestones ?? []).map(rowOf), reason: '' }
  const form = formState(answer?.result, stored)
  const back = paths.deskCommitment(locale, commitment.id)
  const open = nextCommitmentState(commitment.state, 'amend') !== undefined
  const typed = answer?.result?.initialValue?.['milestones']
  const rows = (Array.isArray(typed) ? typed : stored.milestones).length
  if (answer?.changes)
    return (
      <DeskFrame person={person} current="desk">
        <ConfirmAmendment page={page} form={form} rows={rows} changes={answer.changes} />
      </DeskFrame>
    )
  return (
    <DeskFrame person={person} current="desk">
      <BackLink href={back} />
      <ErrorSummary form={form} labels={{ ...termLabels(t), reason: t('amend.reason') }} />
      <PageHead
        kicker={<Foreign lang={terms.lang ?? 'en'} text={terms.title ?? ''} />}
        title={t('amend.title', { number })}
        lead={t('amend.lead')}
      />
      {(!may.amend || !open) && (
        <Notice>
          <p>{t(open ? 'amend.focal-point' : 'amend.closed')}</p>
        </Notice>
      )}
      {((may.amend && open) || form.failed) && (
        <PostForm hidden={{ version: String(commitment.version) }}>
          {/* What the Enter key presses: rows have buttons of their own further up. */}
          <button type="submit" name="intent" value="check" hidden>
            {t('amend.check')}
          </button>
          <Fields page={page} form={form} rows={rows} fresh={answer?.fresh} />
          <FormActions>
            <Button name="intent" value="check">
              {t('amend.check')}
            </Button>
            <ButtonLink href={back} kind="secondary">
              {t('form.cancel')}
            </ButtonLink>
          </FormActions>
        </PostForm>
      )}
    </DeskFrame>
  )
}

function Fields(props: {
  page: DeskCommitment
  form: FormState
  rows: number
  fresh: number | undefined
}) {
  const { t } = useSpeak()
  const { page, form, rows } = props
  const { terms } = page.commitment
  const { lang } = terms
  const locked = lockedIds(page)
  const places = Array.from({ length: rows }, (_, place) => {
    const name = `milestones[${place}].id`
    const id = form.field(name).value
    const standing = terms.milestones?.find((one) => one.id === id)
    return { place, name, id, standing: standing && locked.includes(id) ? standing : undefined }
  })
  return (
    <>
      <TextField {...form.field('title')} label={t('desk.terms.title')} lang={lang} />
      <TextArea
        {...form.field('text')}
        label={t('desk.terms.text')}
        lang={lang}
        rows={10}
        max={limits.text}
      />
      <DateField {...form.field('endOn')} label={t('desk.terms.end-on')} />
      <div id={form.field('milestones').id} tabIndex={-1}>
        <p className="prose mbe-4">{t('amend.milestones.lead')}</p>
        {places.map(({ place, name, id, standing }) =>
          standing ? (
            <section key={place} className="row-of-form">
              <HiddenFields values={{ [name]: id }} />
              <h2>{t('desk.milestone.nth', { n: place + 1 })}</h2>
              <MilestoneLines milestone={standing} lang={lang ?? 'en'} />
              <p className="quiet">{t('desk.milestone.locked')}</p>
            </section>
          ) : (
            <MilestoneFields
              key={place}
              form={form}
              place={place}
              lang={lang}
              removable={id === ''}
              fresh={props.fresh === place}
              {...(id === '' ? { legend: t('amend.milestone.new') } : {})}
            />
          ),
        )}
        {rows < limits.milestones && (
          <div className="mbe-6">
            <Button kind="secondary" name="intent" value="add-milestones">
              {t('desk.milestone.add')}
            </Button>
          </div>
        )}
      </div>
      <TextArea
        {...form.field('reason')}
        label={t('amend.reason')}
        hint={t('amend.reason.hint')}
        lang={lang}
        rows={4}
        max={2000}
      />
    </>
  )
}
