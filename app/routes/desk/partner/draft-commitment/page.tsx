import type { DraftingChoices } from '#app/db/read/drafts.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { Radios } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function DraftCommitmentPage(props: {
  person: DeskPerson
  choices: DraftingChoices
  result: FormResult | undefined
}) {
  const { t, locale } = useSpeak()
  const { organisations, declarations } = props.choices
  return (
    <DeskFrame person={props.person} current="register">
      <BackLink href={paths.desk(locale)} />
      {organisations.length === 0 || declarations.length === 0 ? (
        <>
          <PageHead title={t('desk.draft.new.title')} />
          <CannotBegin hasOrganisation={organisations.length > 0} />
        </>
      ) : (
        <BeginForm choices={props.choices} result={props.result} />
      )}
    </DeskFrame>
  )
}

function CannotBegin({ hasOrganisation }: { hasOrganisation: boolean }) {
  const { t, locale } = useSpeak()
  if (hasOrganisation) return <Empty title={t('desk.draft.new.none')} />
  return (
    <Empty title={t('desk.draft.new.no-organisation')}>
      <p>{t('desk.draft.new.no-organisation.text')}</p>
      <FormActions>
        <ButtonLink href={paths.registerOrganisation(locale)}>
          {t('desk.none.register.title')}
        </ButtonLink>
      </FormActions>
    </Empty>
  )
}

function BeginForm(props: { choices: DraftingChoices; result: FormResult | undefined }) {
  const { t, words } = useSpeak()
  const { organisations, declarations } = props.choices
  const [organisation] = organisations
  const [declaration] = declarations
  const only = {
    organisationId: organisations.length === 1 ? organisation?.id : undefined,
    declaration: declarations.length === 1 ? declaration?.key : undefined,
  }
  const form = formState(props.result)
  const labels = {
    organisationId: t('desk.draft.new.organisation'),
    declaration: t('desk.draft.new.declaration'),
  }
  return (
    <>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('desk.draft.new.title')} lead={t('desk.draft.new.lead')} />
      <section className="stack mbe-6" aria-labelledby="asked">
        <h2 id="asked">{t('desk.draft.new.needs')}</h2>
        <ul>
          <li>{t('desk.draft.new.needs.words')}</li>
          <li>{t('desk.draft.new.needs.numbers')}</li>
          <li>{t('desk.draft.new.needs.partners')}</li>
          <li>{t('desk.draft.new.needs.sign')}</li>
        </ul>
      </section>
      <PostForm hidden={only}>
        {only.organisationId && organisation ? (
          <p>{t('desk.draft.new.for', { organisation: words(organisation.names).text })}</p>
        ) : (
          <Radios
            {...form.field('organisationId')}
            label={labels.organisationId}
            options={organisations.map(({ id, names }) => ({
              value: id,
              label: words(names).text,
            }))}
          />
        )}
        {only.declaration && declaration ? (
          <p>{t('desk.draft.new.under', { declaration: words(declaration.title).text })}</p>
        ) : (
          <Radios
            {...form.field('declaration')}
            label={labels.declaration}
            options={declarations.map(({ key, title }) => ({
              value: key,
              label: words(title).text,
            }))}
          />
        )}
        <FormActions>
          <Button>{t('desk.draft.new.button')}</Button>
        </FormActions>
      </PostForm>
    </>
  )
}
