import type { Speech } from '#app/i18n/speech.ts'

/**
 * What stands in `<title>`: "Error: " first after a failed form, the page of a list last. The bare name
 * of the register behind a record's would read as what became of it.
 */
export function pageTitle(
  speech: Pick<Speech, 't'>,
  title: string,
  { problem = false, page }: { problem?: boolean; page?: number | undefined } = {},
): string {
  const { t } = speech
  const numbered =
    page && page > 1 ? t('title.page', { title, page: t('page.number', { page }) }) : title
  const full = t('title.full', { title: numbered, register: t('register.as-noun') })
  return problem ? t('title.error', { title: full }) : full
}
