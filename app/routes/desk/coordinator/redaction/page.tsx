import type { redactionPage } from '#app/db/read/redactions.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Foreign } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { RedactionPreview } from '#app/ui/redactions/preview.tsx'
import { KeptNotes } from '#app/ui/reviews/kept-notes.tsx'

type Found = Extract<Awaited<ReturnType<typeof redactionPage>>, { conflicted: false }>
type Props = Found & { person: DeskPerson; result: FormResult | undefined }

export function RedactionPage(props: Props) {
  const { t, locale, date } = useSpeak()
  const { commitment, redaction, preview, mine, result } = props
  const labels = { reason: t('redaction.refuse.reason') }
  return (
    <DeskFrame person={props.person} current="queue">
      <BackLink href={paths.queue(locale)} />
      <ErrorSummary form={formState(result)} labels={labels} />
      <PageHead
        kicker={
          <>
            {commitment.number} <Foreign lang={commitment.lang} text={commitment.title} />
          </>
        }
        title={t('redaction.title')}
        lead={
          <>
            {t('redaction.lead', {
              name: redaction.proposedBy,
              day: date(redaction.proposedAt),
            })}{' '}
            {preview && !mine && t('redaction.lead.second')}
          </>
        }
      />
      {preview ? mine && <Notice title={t('redaction.mine')} /> : <Decided {...props} />}
      {!preview && <KeptNotes result={result} labels={labels} />}
      <div className="stack">
        <Asked {...props} />
        {preview && (
          <>
            {preview.unfound.length === props.words.length && props.pieces.length === 0 && (
              <Notice kind="warning" title={t('redaction.gone')} />
            )}
            <RedactionPreview preview={preview} />
            {!mine && <Decide {...props} />}
          </>
        )}
      </div>
    </DeskFrame>
  )
}

/** What the proposal says; its words and pieces only while it waits. */
function Asked({ redaction, words, pieces }: Props) {
  const { t } = useSpeak()
  return (
    <dl className="terms">
      <div>
        <dt>{t('redaction.basis')}</dt>
        <dd>{t(`withholding.basis.${redaction.basis}`)}</dd>
      </div>
      <div>
        <dt>{t('redaction.reason')}</dt>
        <dd dir="auto">{redaction.reason}</dd>
      </div>
      {words.length > 0 && (
        <div>
          <dt>{t('redaction.words')}</dt>
          <dd>
            <ul>
              {words.map((word) => (
                <li key={word}>
                  <bdi>{word}</bdi>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {pieces.length > 0 && (
        <div>
          <dt>{t('redaction.evidence')}</dt>
          <dd>
            <ul>
              {pieces.map((piece) => (
                <li key={piece.id}>
                  <Foreign lang={piece.lang} text={piece.title} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Decide({ redaction, result }: Props) {
  const { t } = useSpeak()
  const form = formState(result)
  return (
    <section className="columns">
      <div>
        <h2>{t('redaction.carry-out')}</h2>
        <p>{t('redaction.carry-out.text')}</p>
        <PostForm hidden={{ intent: 'carry-out' }}>
          <FormActions>
            <Button kind="danger">{t('redaction.carry-out')}</Button>
          </FormActions>
        </PostForm>
      </div>
      <div>
        <h2>{t('redaction.refuse')}</h2>
        <PostForm hidden={{ intent: 'refuse' }}>
          <TextArea
            {...form.field('reason')}
            label={t('redaction.refuse.reason')}
            hint={t('redaction.refuse.hint', { name: redaction.proposedBy })}
            rows={4}
            max={2000}
          />
          <FormActions>
            <Button kind="secondary">{t('redaction.refuse.button')}</Button>
          </FormActions>
        </PostForm>
      </div>
    </section>
  )
}

function Decided({ redaction, commitment, entries }: Props) {
  const { t, locale, date, dateTime, number } = useSpeak()
  const { state, decidedAt, decidedBy, erasedAt, refusedReason } = redaction
  if (!decidedAt || state === 'proposed') return null
  return (
    <Notice title={t(`redaction.${state}`, { name: decidedBy, day: date(decidedAt) })}>
      {refusedReason && <p dir="auto">{refusedReason}</p>}
      {state === 'carried-out' && (
        <p>
          {erasedAt ? t('redaction.erased', { at: dateTime(erasedAt) }) : t('redaction.erasing')}
        </p>
      )}
      {entries.length > 0 && (
        <p className="links">
          <span>{t('redaction.entries')}</span>
          {entries.map((entry) => (
            <a key={entry} href={paths.logEntry(locale, entry)}>
              {number(entry)}
            </a>
          ))}
        </p>
      )}
      <p>
        <a href={paths.commitment(locale, commitment.number)}>{t('redaction.record')}</a>
      </p>
    </Notice>
  )
}
