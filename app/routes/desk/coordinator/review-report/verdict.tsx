import { criteria, type Criterion } from '#app/domain/reviews/rubric.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { Radios } from '#app/ui/form/choice-fields.tsx'
import { formState, type FormState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { FindingFields } from '#app/ui/reviews/finding-fields.tsx'
import type { LookShown } from '#app/ui/reviews/look.ts'
import { Remarks } from '#app/ui/reviews/remarks.tsx'

import type { Shown } from './shown.ts'

const scores = [0, 1, 2, 3] as const

/** The reviewer's form: four scores, then the finding with its value and reasons. */
export function Verdict(props: Shown & { look: LookShown }) {
  const { t, locale } = useSpeak()
  const { look, report, milestone, evidence } = props
  const { finding, reviewedValue, reasons, scores: given } = look
  const form = formState(props.result, { finding, reviewedValue, reasons, scores: given })
  const unopened = evidence.filter((item) => item.openedAt === null).length
  return (
    <>
      {look.sentBackReason && (
        <Notice kind="warning" title={t('reviewing.sent-back')}>
          <p>{t('reviewing.sent-back.text')}</p>
          <Remarks text={look.sentBackReason} />
        </Notice>
      )}
      <h2>{t('reviewing.rubric')}</h2>
      <p className="mbs-2 mbe-4">{t('reviewing.rubric.lead')}</p>
      <PostForm hidden={{ review: look.id }}>
        {criteria.map((criterion) => (
          <Scored key={criterion} form={form} criterion={criterion} />
        ))}
        <div className="criterion">
          <FindingFields
            form={form}
            unit={milestone.unit}
            claimed={props.rounds.at(-1)?.content.value ?? null}
            others={props.otherFindings}
            reasonsHint={t('reviewing.reasons.hint')}
          />
        </div>
        <p className="small">{t('reviewing.second-person')}</p>
        {unopened > 0 && <p>{t('reviewing.unopened', { n: unopened })}</p>}
        <FormActions>
          <Button>{t('reviewing.decide')}</Button>
        </FormActions>
      </PostForm>
      <h3>{t('reviewing.or-return')}</h3>
      <FormActions>
        <ButtonLink kind="secondary" href={paths.returnReport(locale, report.id)}>
          {t('reviewing.return')}
        </ButtonLink>
      </FormActions>
    </>
  )
}

function Scored({ form, criterion }: { form: FormState; criterion: Criterion }) {
  const { t } = useSpeak()
  return (
    <div className="criterion">
      <Radios
        {...form.field(`scores.${criterion}.score`)}
        label={t(`rubric.${criterion}.question`)}
        options={scores.map((score) => ({
          value: String(score),
          label: `${score}: ${t(`rubric.${criterion}.${score}`)}`,
        }))}
      />
      <TextArea
        {...form.field(`scores.${criterion}.note`)}
        label={t(`rubric.${criterion}.note`)}
        rows={2}
        optional
      />
    </div>
  )
}
