import type { AccountPage } from '#app/db/read/people.server.ts'
import { changesOf, type AccountChange } from '#app/domain/accounts/account-change.ts'
import { plainly } from '#app/domain/audit/plainly.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Roles, State } from '#app/ui/administration/roles.tsx'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Bdi, DateText } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Radios } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

type Props = AccountPage & { person: DeskPerson; done: boolean; result: FormResult | undefined }

export function ChangeAccountPage({ account, own, asking, ...props }: Props) {
  const { t, locale } = useSpeak()
  const { userId, administrator, disabledAt } = account
  const proposedBy = props.proposal?.by
  const standing = {
    userId,
    administrator,
    disabled: disabledAt !== null,
    erased: false,
    proposedBy,
  }
  const form = formState(props.result)
  const labels = { change: t('people.change.what'), reason: t('audit.reason') }
  return (
    <DeskFrame
      person={props.person}
      current="administration"
      flash={props.done && <p>{t('people.done')}</p>}
    >
      <BackLink href={paths.people(locale)}>{t('people.title')}</BackLink>
      <ErrorSummary form={form} labels={labels} />
      <PageHead
        title={<Bdi>{plainly(account.name)}</Bdi>}
        lead={<bdi dir="ltr">{account.email}</bdi>}
      />
      <div className="stack">
        <SummaryList
          rows={[
            { key: 'roles', term: t('people.roles'), value: <Roles of={account} /> },
            { key: 'state', term: t('people.state'), value: <State of={account} /> },
            {
              key: 'last',
              term: t('people.last'),
              value: account.lastSignIn ? (
                <DateText at={account.lastSignIn} />
              ) : (
                t('people.last.never')
              ),
            },
            {
              key: 'factor',
              term: t('people.factor'),
              value: t(account.secondFactor ? 'people.factor.yes' : 'people.factor.no'),
              change:
                account.secondFactor && !own
                  ? paths.resetFactors(locale, account.userId)
                  : undefined,
            },
            {
              key: 'acts',
              term: t('audit.title'),
              value: (
                <a href={paths.audit(locale, { person: account.userId })}>{t('people.acts')}</a>
              ),
            },
          ]}
        />
        <section className="stack" aria-labelledby="change">
          <h2 id="change">{t('people.change')}</h2>
          {props.proposal && <Proposal of={props.proposal} own={proposedBy === asking.userId} />}
          {own ? (
            <Notice>
              <p>{t('people.own')}</p>
            </Notice>
          ) : (
            <PostForm label={t('people.change')}>
              <Radios
                {...form.field('change')}
                label={labels.change}
                options={changesOf(standing, asking).map((value) => ({
                  value,
                  label: t(`people.change.${value}`),
                  ...hinted(value, t),
                }))}
              />
              <TextArea
                {...form.field('reason')}
                label={labels.reason}
                hint={t('audit.reason.hint')}
                rows={3}
                max={2000}
              />
              <FormActions>
                <Button>{t('people.change.button')}</Button>
              </FormActions>
            </PostForm>
          )}
        </section>
      </div>
    </DeskFrame>
  )
}

function hinted(change: AccountChange, t: ReturnType<typeof useSpeak>['t']) {
  if (change === 'disable') return { hint: t('people.change.disable.hint') }
  if (change === 'make-administrator') return { hint: t('people.change.make-administrator.hint') }
  if (change === 'propose-administrator')
    return { hint: t('people.change.propose-administrator.hint') }
  return {}
}

type Proposed = NonNullable<AccountPage['proposal']>

function Proposal({ of, own }: { of: Proposed; own: boolean }) {
  const { t, dateTime } = useSpeak()
  const at = dateTime(of.at)
  return (
    <Notice title={t('people.proposed')}>
      <p>
        {own
          ? t('people.proposed.own', { at })
          : t('people.proposed.by', { name: plainly(of.byName), at })}
      </p>
      <p>
        <Bdi>{plainly(of.reason)}</Bdi>
      </p>
    </Notice>
  )
}
