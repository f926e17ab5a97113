import type { ReviewCase } from '#app/db/read/reviews.server.ts'
import { wholeBy } from '#app/domain/reviews/review.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Words } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { CaseFile } from '#app/ui/reviews/case-file.tsx'
import { FindingRecord } from '#app/ui/reviews/finding-record.tsx'
import { KeptNotes } from '#app/ui/reviews/kept-notes.tsx'
import { currentLook, decidedLooks, type LookShown } from '#app/ui/reviews/look.ts'

type Props = ReviewCase & { person: DeskPerson; result: FormResult | undefined }

export function ConfirmFindingPage(props: Props) {
  const { t, locale } = useSpeak()
  const { report, commitment, looks, result } = props
  const look = currentLook(looks)
  const proposed = look?.state === 'proposed' ? look : undefined
  const labels = { reason: t('confirming.reason') }
  return (
    <DeskFrame person={props.person} current="queue">
      <BackLink href={paths.reviewReport(locale, report.id)}>{t('returning.case')}</BackLink>
      <ErrorSummary form={formState(result)} labels={labels} />
      <PageHead
        kicker={<Words text={props.milestone.title} />}
        title={t(
          proposed?.kind === 'correction' ? 'confirming.title.correction' : 'confirming.title',
        )}
        lead={proposed && !proposed.mine && t('confirming.lead')}
      />
      {!proposed && (
        <>
          <Notice title={t('confirming.nothing')}>
            <a href={paths.reviewReport(locale, report.id)}>{t('returning.case')}</a>
          </Notice>
          <KeptNotes result={result} labels={labels} />
        </>
      )}
      {proposed?.mine && <Notice title={t('confirming.same-person')} />}
      {proposed && (
        <div className="stack">
          <CaseFile
            it={props}
            href={paths.commitment(locale, commitment.number ?? '')}
            openHref={(id) => paths.openEvidence(locale, id)}
          />
          <Proposed {...props} look={proposed} />
        </div>
      )}
    </DeskFrame>
  )
}

function Proposed(props: Props & { look: LookShown }) {
  const { t } = useSpeak()
  const { look, milestone, rounds } = props
  const claimed = rounds.find(({ round }) => round === look.round)?.content.value ?? null
  const whole = look.finding && wholeBy(look.finding, props.otherFindings)
  const stands = look.kind === 'correction' ? decidedLooks(props.looks).at(-1) : undefined
  return (
    <>
      {stands && (
        <FindingRecord
          title={t('confirming.stands')}
          found={stands}
          claimed={claimed}
          milestone={milestone}
        />
      )}
      <FindingRecord
        title={t('confirming.proposed')}
        proposedBy={look.coordinator}
        found={look}
        claimed={claimed}
        milestone={milestone}
      >
        {whole && (
          <p>
            <b>{t(`confirming.makes.${whole}`)}</b>
          </p>
        )}
      </FindingRecord>
      {!look.mine && <Decide {...props} />}
    </>
  )
}

function Decide({ look, result }: Props & { look: LookShown }) {
  const { t } = useSpeak()
  const form = formState(result)
  return (
    <section className="columns">
      <div>
        <h2>{t('confirming.confirm')}</h2>
        <p>{t('confirming.confirm.text')}</p>
        <PostForm hidden={{ intent: 'confirm', review: look.id }}>
          <FormActions>
            <Button>{t('confirming.confirm')}</Button>
          </FormActions>
        </PostForm>
      </div>
      <div>
        <h2>{t('confirming.not')}</h2>
        <PostForm hidden={{ intent: 'send-back', review: look.id }}>
          <TextArea
            {...form.field('reason')}
            label={t('confirming.reason')}
            hint={t('confirming.reason.hint', { name: look.coordinator })}
            rows={4}
            max={2000}
          />
          <FormActions>
            <Button kind="secondary">{t('confirming.send-back')}</Button>
          </FormActions>
        </PostForm>
      </div>
    </section>
  )
}
