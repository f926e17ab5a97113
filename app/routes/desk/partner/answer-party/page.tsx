import type { PartyPage } from '#app/db/read/drafts.server.ts'
import { isPublicCommitment } from '#app/domain/commitments/commitment-state.ts'
import { nextPartyState } from '#app/domain/commitments/party-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { TermsSummary } from '#app/ui/commitments/terms-summary.tsx'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Foreign, Words } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult, type FormState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { doneKey, type Done } from '#app/ui/layout/done.ts'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function AnswerPartyPage(props: {
  person: DeskPerson
  page: PartyPage
  done: Done | undefined
  result: FormResult | undefined
}) {
  const { t, locale, words, date } = useSpeak()
  const { page, done } = props
  const { party, commitment, lead, organisation, declaration, terms } = page
  const form = formState(props.result)
  const lang = commitment.lang
  const isPublic = isPublicCommitment(commitment.state)
  const names = { lead: words(lead).text, organisation: words(organisation).text }
  return (
    <DeskFrame person={props.person} current="desk" flash={done && t(doneKey(done))}>
      <BackLink href={paths.desk(locale)} />
      <ErrorSummary form={form} labels={{ reason: t('desk.party.reason') }} />
      <PageHead
        kicker={<StatusMark status={party.state} compact />}
        title={t(party.state === 'invited' ? 'desk.party.title' : 'desk.party.title.answered')}
        lead={t(party.state === 'invited' ? 'desk.party.lead' : 'desk.party.lead.answered', names)}
      />
      <div className="stack">
        <SummaryList
          rows={[
            {
              key: 'commitment',
              term: t('head.commitment'),
              value: commitment.title ? (
                <b>
                  <Foreign lang={lang} text={commitment.title} />
                </b>
              ) : (
                t('desk.untitled')
              ),
            },
            {
              key: 'role',
              term: t('desk.party.role'),
              value: <Foreign lang={lang} text={party.role} />,
            },
            {
              key: 'share',
              term: t('desk.party.share'),
              value: party.share && <Foreign lang={lang} text={party.share} />,
            },
          ]}
        />
        <p className="quiet">
          {t('desk.party.asked', { date: date(party.invitedAt) })}
          {party.answeredAt && party.state !== 'invited' && (
            <> {t(`desk.party.${party.state}`, { date: date(party.answeredAt) })}</>
          )}
        </p>
        {isPublic && commitment.number && (
          <p>
            <a href={paths.commitment(locale, commitment.number)}>{t('desk.commitment.public')}</a>
          </p>
        )}
        {terms && (
          <section className="stack" aria-labelledby="terms">
            <h2 id="terms">{t(isPublic ? 'desk.party.is' : 'desk.party.would-be')}</h2>
            <TermsSummary terms={terms} declaration={declaration} level={3} />
          </section>
        )}
        {page.partners.length > 0 && (
          <section className="stack" aria-labelledby="others">
            <h2 id="others">{t('desk.party.others')}</h2>
            <ul>
              {page.partners.map(({ id, names: other, role }) => (
                <li key={id}>
                  <bdi>
                    <Words text={other} />
                  </bdi>
                  {': '}
                  <Foreign lang={lang} text={role} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Answer page={page} form={form} lead={names.lead} />
      </div>
    </DeskFrame>
  )
}

/** What can be answered now, by whom; nothing once it is over. */
function Answer({ page, form, lead }: { page: PartyPage; form: FormState; lead: string }) {
  const { t } = useSpeak()
  const { party, commitment, may } = page
  if (!nextPartyState(party.state, 'accept') && !nextPartyState(party.state, 'leave')) return null
  if (['declined', 'withdrawn', 'closed'].includes(commitment.state))
    return (
      <Notice>
        <p>{t('desk.party.over')}</p>
      </Notice>
    )
  if (!may)
    return (
      <Notice>
        <p>{t('desk.party.focal-point')}</p>
      </Notice>
    )
  const reason = {
    ...form.field('reason'),
    label: t('desk.party.reason'),
    lang: commitment.lang,
    rows: 3,
    max: 2000,
  }
  if (party.state === 'accepted')
    return (
      <section className="stack" aria-labelledby="leave">
        <h2 id="leave">{t('desk.party.leave.title')}</h2>
        <p>{t('desk.party.leave.text')}</p>
        <PostForm hidden={{ intent: 'leave' }}>
          <TextArea {...reason} />
          <FormActions>
            <Button kind="danger">{t('desk.party.leave')}</Button>
          </FormActions>
        </PostForm>
      </section>
    )
  return (
    <section className="stack" aria-labelledby="answer">
      <h2 id="answer">{t('desk.parties.answer')}</h2>
      <p>{t('desk.party.accept.text')}</p>
      <PostForm hidden={{ intent: 'accept' }}>
        <Button>{t('desk.party.accept')}</Button>
      </PostForm>
      <h3>{t('desk.party.refuse.title')}</h3>
      <p>{t('desk.party.refuse.text', { lead })}</p>
      <PostForm hidden={{ intent: 'refuse' }}>
        <TextArea {...reason} />
        <FormActions>
          <Button kind="secondary">{t('desk.party.refuse')}</Button>
        </FormActions>
      </PostForm>
    </section>
  )
}
