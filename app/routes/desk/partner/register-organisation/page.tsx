import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { identifierSchemes } from '#app/domain/organisations/organisation.ts'
import { countries } from '#app/domain/places/m49.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { LanguageSelect, Radios, Select } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea, TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { WORLDWIDE } from './form.ts'

export function RegisterOrganisationPage(props: {
  person: DeskPerson
  result: FormResult | undefined
}) {
  const { t, locale, countryName } = useSpeak()
  const form = formState(props.result, { lang: locale })
  const labels = {
    name: t('desk.organisation.name'),
    lang: t('desk.organisation.lang'),
    nameInEnglish: t('desk.organisation.name-in-english'),
    group: t('desk.organisation.group'),
    country: t('desk.organisation.country'),
    website: t('desk.organisation.website'),
    identifierScheme: t('desk.organisation.identifier-scheme'),
    identifier: t('desk.organisation.identifier'),
    identityCheck: t('desk.organisation.identity-check'),
  }
  const field = (name: keyof typeof labels) => ({ ...form.field(name), label: labels[name] })
  const places = countries
    .map(({ code }) => ({ value: code, label: countryName(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={paths.desk(locale)} />
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('desk.organisation.new.title')} lead={t('desk.organisation.new.lead')} />
      <PostForm>
        <TextField
          {...field('name')}
          hint={t('desk.organisation.name.hint')}
          autoComplete="organization"
        />
        <LanguageSelect {...field('lang')} />
        <TextField
          {...field('nameInEnglish')}
          hint={t('desk.organisation.name-in-english.hint')}
          optional
        />
        <Radios
          {...field('group')}
          options={stakeholderGroups.map((group) => ({ value: group, label: t(`group.${group}`) }))}
        />
        <Select
          {...field('country')}
          hint={t('desk.organisation.country.hint')}
          options={[{ value: WORLDWIDE, label: t('desk.organisation.worldwide') }, ...places]}
        />
        <TextField
          {...field('website')}
          hint={t('desk.organisation.website.hint')}
          type="url"
          autoComplete="url"
        />
        <Select
          {...field('identifierScheme')}
          noEmpty
          optional
          options={[
            { value: '', label: t('desk.organisation.identifier-scheme.none') },
            ...identifierSchemes.map((scheme) => ({
              value: scheme,
              label: t(`desk.organisation.identifier-scheme.${scheme}`),
            })),
          ]}
        />
        <TextField
          {...field('identifier')}
          hint={t('desk.organisation.identifier.hint')}
          width="medium"
          optional
        />
        <TextArea
          {...field('identityCheck')}
          hint={t('desk.organisation.identity-check.hint')}
          rows={4}
          max={2000}
        />
        <FormActions>
          <Button>{t('desk.organisation.new.button')}</Button>
          <ButtonLink href={paths.desk(locale)} kind="secondary">
            {t('form.cancel')}
          </ButtonLink>
        </FormActions>
      </PostForm>
    </DeskFrame>
  )
}
