import type { recordToRedact } from '#app/db/read/redactions.server.ts'
import type { Preview } from '#app/domain/redactions/places.ts'
import { redactionBases } from '#app/domain/redactions/redaction-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { Foreign } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Checkboxes, Radios } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { NumberForm } from '#app/ui/redactions/number-form.tsx'
import { RedactionPreview } from '#app/ui/redactions/preview.tsx'

type Record = Extract<Awaited<ReturnType<typeof recordToRedact>>, { conflicted: false }>
type Props = {
  person: DeskPerson
  record: Record | undefined
  result: FormResult | undefined
  preview: Preview | undefined
}

const labelsOf = ({ t }: Speech) => ({
  words: t('withholding.words'),
  evidenceIds: t('withholding.evidence'),
  basis: t('withholding.basis'),
  reason: t('withholding.reason'),
})

export function ProposeRedactionPage(props: Props) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { record, result, preview } = props
  const sure = preview && preview.unfound.length === 0
  return (
    <DeskFrame person={props.person} current="queue">
      <BackLink href={paths.queue(locale)} />
      {record && <ErrorSummary form={formState(result)} labels={labelsOf(speech)} />}
      <PageHead
        kicker={
          record && (
            <>
              {record.commitment.number}{' '}
              <Foreign lang={record.commitment.lang} text={record.commitment.title} />
            </>
          )
        }
        title={t('withholding.title')}
        lead={t('withholding.lead')}
      />
      {!record && <NumberForm />}
      {record?.waiting && (
        <Notice title={t('withholding.wait', { name: record.waiting.proposedBy })}>
          <a href={paths.redaction(locale, record.waiting.id)}>{t('withholding.wait.look')}</a>
        </Notice>
      )}
      {record &&
        (sure ? <Confirm result={result} preview={preview} /> : <Ask {...props} record={record} />)}
    </DeskFrame>
  )
}

function Ask({ record, result, preview }: Props & { record: Record }) {
  const speech = useSpeak()
  const { t } = speech
  const form = formState(result)
  const labels = labelsOf(speech)
  return (
    <PostForm>
      {preview && preview.unfound.length > 0 && (
        <Notice kind="warning" title={t('withholding.nowhere')}>
          <ul>
            {preview.unfound.map((word) => (
              <li key={word}>
                <bdi>{word}</bdi>
              </li>
            ))}
          </ul>
          <p>{t('withholding.nowhere.text')}</p>
        </Notice>
      )}
      <TextArea
        {...form.field('words')}
        label={labels.words}
        hint={t('withholding.words.hint')}
        rows={4}
      />
      {record.pieces.length === 0 ? (
        <p className="quiet">{t('withholding.evidence.none')}</p>
      ) : (
        <Checkboxes
          {...form.field('evidenceIds')}
          label={labels.evidenceIds}
          hint={t('withholding.evidence.hint')}
          options={record.pieces.map(({ id, title, fileName, milestone }) => ({
            value: id,
            label: title,
            hint: (
              <>
                <bdi>{milestone}</bdi>
                {fileName && (
                  <>
                    {' · '}
                    <bdi>{fileName}</bdi>
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
      <Radios
        {...form.field('basis')}
        label={labels.basis}
        options={redactionBases.map((basis) => ({
          value: basis,
          label: t(`withholding.basis.${basis}`),
          hint: t(`withholding.basis.${basis}.hint`),
        }))}
      />
      <TextArea
        {...form.field('reason')}
        label={labels.reason}
        hint={t('withholding.reason.hint')}
        rows={3}
        max={1000}
      />
      <FormActions>
        <Button name="intent" value="preview">
          {t('withholding.look')}
        </Button>
      </FormActions>
    </PostForm>
  )
}

function Confirm({ result, preview }: { result: FormResult | undefined; preview: Preview }) {
  const { t } = useSpeak()
  const form = formState(result)
  const basis = redactionBases.find((one) => one === form.field('basis').value)
  const hidden = {
    words: form.field('words').value,
    evidenceIds: form.field('evidenceIds').values,
    basis: form.field('basis').value,
    reason: form.field('reason').value,
  }
  return (
    <div className="stack">
      <RedactionPreview preview={preview} />
      <dl className="terms">
        <div>
          <dt>{t('redaction.basis')}</dt>
          <dd>{basis && t(`withholding.basis.${basis}`)}</dd>
        </div>
        <div>
          <dt>{t('redaction.reason')}</dt>
          <dd dir="auto">{hidden.reason}</dd>
        </div>
      </dl>
      <PostForm hidden={hidden}>
        <FormActions>
          <Button name="intent" value="propose">
            {t('withholding.propose')}
          </Button>
          <Button kind="secondary" name="intent" value="change">
            {t('withholding.change')}
          </Button>
        </FormActions>
      </PostForm>
    </div>
  )
}
