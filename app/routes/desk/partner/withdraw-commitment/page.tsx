import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import { nextCommitmentState } from '#app/domain/commitments/commitment-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Foreign } from '#app/ui/data/text.tsx'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea, TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function WithdrawCommitmentPage(props: {
  person: DeskPerson
  page: DeskCommitment
  result: FormResult | undefined
}) {
  const { t, locale } = useSpeak()
  const { commitment, may } = props.page
  const { terms, id } = commitment
  const number = commitment.number ?? ''
  const form = formState(props.result)
  const labels = { number: t('withdraw.number.label'), reason: t('withdraw.reason') }
  const back = paths.deskCommitment(locale, id)
  const open = nextCommitmentState(commitment.state, 'withdraw') !== undefined
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={back} />
      <ErrorSummary form={form} labels={labels} />
      <PageHead
        kicker={<Foreign lang={terms.lang ?? 'en'} text={terms.title ?? ''} />}
        title={t('withdraw.title', { number })}
        lead={t('withdraw.lead')}
      />
      {!may.withdraw || !open ? (
        <Notice>
          <p>{t(open ? 'withdraw.focal-point' : 'withdraw.closed')}</p>
        </Notice>
      ) : (
        <PostForm>
          <TextArea
            {...form.field('reason')}
            label={labels.reason}
            hint={t('withdraw.reason.hint')}
            lang={terms.lang}
            max={2000}
          />
          <TextField
            {...form.field('number')}
            label={labels.number}
            hint={t('withdraw.number', { number })}
            width="medium"
            autoComplete="off"
            spellCheck={false}
          />
          <FormActions>
            <Button kind="danger">{t('withdraw.button')}</Button>
            <ButtonLink href={back} kind="secondary">
              {t('form.cancel')}
            </ButtonLink>
          </FormActions>
        </PostForm>
      )}
    </DeskFrame>
  )
}
