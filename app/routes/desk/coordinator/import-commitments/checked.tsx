import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { PostForm } from '#app/ui/form/post-form.tsx'
import type { ImportReport } from '#app/use-cases/imports/import-commitments.server.ts'
import type { ImportFiles } from '#app/use-cases/imports/import-files.server.ts'

/** What importing the table would do. Its texts travel on, so that this very table is imported. */
export function Checked({ report, files }: { report: ImportReport; files: ImportFiles }) {
  const { t, locale, number, words, list } = useSpeak()
  const changes = report.newOrganisations + report.published + report.amended
  const differing = report.differingOrganisations.map((names) => words(names).text)
  return (
    <section className="stack" aria-labelledby="checked">
      <h2 id="checked">
        {t(changes > 0 ? 'import.checked.title' : 'import.checked.nothing.title')}
      </h2>
      <p>{t(changes > 0 ? 'import.checked.text' : 'import.checked.nothing')}</p>
      <SummaryList
        rows={[
          {
            key: 'declaration',
            term: t('import.checked.declaration'),
            value: <code>{report.declaration}</code>,
          },
          {
            key: 'rows',
            term: t('import.checked.rows'),
            value: t('import.checked.counts', report.counts),
          },
          {
            key: 'organisations',
            term: t('import.checked.organisations'),
            value: number(report.newOrganisations),
          },
          {
            key: 'published',
            term: t('import.checked.published'),
            value: number(report.published),
          },
          { key: 'amended', term: t('import.checked.amended'), value: number(report.amended) },
          {
            key: 'unchanged',
            term: t('import.checked.unchanged'),
            value: number(report.unchanged),
          },
          ...(differing.length > 0
            ? [
                {
                  key: 'differing',
                  term: t('import.checked.differing'),
                  value: t('import.checked.differing.text', { names: list(differing) }),
                },
              ]
            : []),
        ]}
      />
      {changes > 0 && (
        <PostForm files hidden={{ tableText: files.table, mappingText: files.mapping }}>
          <p>{t('import.go.text')}</p>
          <FormActions>
            <Button name="intent" value="import">
              {t('import.go')}
            </Button>
            <ButtonLink kind="secondary" href={paths.importCommitments(locale)}>
              {t('import.another')}
            </ButtonLink>
          </FormActions>
        </PostForm>
      )}
      {changes === 0 && (
        <p>
          <a href={paths.importCommitments(locale)}>{t('import.another')}</a>
        </p>
      )}
    </section>
  )
}
