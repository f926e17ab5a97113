import type { SignedIn } from '#app/db/read/accounts.server.ts'
import type { OwnPasskey } from '#app/db/read/passkeys.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths, withQuery } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Bdi, DateText } from '#app/ui/data/text.tsx'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PasskeyForm } from '#app/ui/form/passkey-form.tsx'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function PasskeysPage(props: {
  person: SignedIn
  passkeys: readonly OwnPasskey[]
  /** The one that is being given another name. */
  renaming: string | undefined
  done: 'add' | 'rename' | 'remove' | undefined
  /** Whether its owner has said lately who they are: adding and removing ask for it. */
  proved: boolean
  result: FormResult | undefined
}) {
  const { t, locale } = useSpeak()
  const { passkeys, proved } = props
  const renamed = passkeys.find(({ id }) => id === props.renaming)
  const form = formState(props.result, { name: renamed?.name ?? '' })
  const here = paths.passkeys(locale)
  const prove = withQuery(paths.prove(locale), { to: here })
  return (
    <DeskFrame
      person={props.person}
      current="account"
      flash={props.done && !props.result && <p>{t(`passkeys.done.${props.done}`)}</p>}
    >
      <BackLink href={renamed ? here : paths.account(locale)}>
        {renamed ? t('passkeys.title') : t('account.title')}
      </BackLink>
      <ErrorSummary form={form} labels={{ name: t('passkeys.name') }} />
      <PageHead
        title={renamed ? t('passkeys.rename.title', { name: renamed.name }) : t('passkeys.title')}
        {...(renamed ? {} : { lead: t('passkeys.lead') })}
      />
      {renamed ? (
        <PostForm hidden={{ change: 'rename', id: renamed.id }}>
          <TextField {...form.field('name')} label={t('passkeys.name')} />
          <FormActions>
            <Button>{t('passkeys.rename')}</Button>
          </FormActions>
        </PostForm>
      ) : (
        <div className="stack">
          {passkeys.length === 0 ? <p>{t('passkeys.none')}</p> : <Held {...props} />}
          {proved ? (
            <PasskeyForm
              does="create"
              options={paths.passkeyOptions(locale)}
              hidden={{ change: 'add' }}
              button={t('passkeys.add')}
              without={t('passkeys.without-script')}
            >
              <TextField
                {...form.field('name')}
                label={t('passkeys.name')}
                hint={t('passkeys.name.hint')}
              />
            </PasskeyForm>
          ) : (
            <>
              <p>{t('passkeys.prove.text')}</p>
              <FormActions>
                <ButtonLink href={prove}>{t('passkeys.prove')}</ButtonLink>
              </FormActions>
            </>
          )}
        </div>
      )}
    </DeskFrame>
  )
}

function Held({ passkeys, proved }: { passkeys: readonly OwnPasskey[]; proved: boolean }) {
  const { t, locale } = useSpeak()
  const here = paths.passkeys(locale)
  return (
    <DataTable
      caption={t('passkeys.title')}
      quietCaption
      rows={passkeys}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('passkeys.name'),
          header: true,
          cell: ({ name }) => <Bdi>{name}</Bdi>,
        },
        {
          key: 'where',
          label: t('passkeys.where'),
          cell: ({ deviceType }) =>
            t(deviceType === 'multiDevice' ? 'passkeys.synced' : 'passkeys.one-device'),
        },
        {
          key: 'made',
          label: t('passkeys.made'),
          cell: ({ createdAt }) => <DateText at={createdAt} />,
        },
        {
          key: 'used',
          label: t('passkeys.used'),
          cell: ({ lastUsedAt }) =>
            lastUsedAt ? <DateText at={lastUsedAt} /> : t('passkeys.never'),
        },
        {
          key: 'action',
          label: t('passkeys.action'),
          cell: ({ id, name }) => (
            <>
              <a href={withQuery(here, { rename: id })}>
                {t('passkeys.rename')} <span className="visually-hidden">{name}</span>
              </a>
              {proved && (
                <PostForm hidden={{ change: 'remove', id }}>
                  <Button kind="secondary">
                    {t('passkeys.remove')} <span className="visually-hidden">{name}</span>
                  </Button>
                </PostForm>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
