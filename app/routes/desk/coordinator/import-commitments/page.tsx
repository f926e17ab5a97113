import type { OpenedDeclaration } from '#app/db/read/administration.server.ts'
import type { MappingProblem } from '#app/domain/imports/mapping.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Words } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Select } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { FileField } from '#app/ui/form/text-fields.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import type { ImportReport } from '#app/use-cases/imports/import-commitments.server.ts'
import type { ImportFiles } from '#app/use-cases/imports/import-files.server.ts'

import { Checked } from './checked.tsx'
import type { doneIn } from './done.ts'
import { MappingProblems, TableProblems } from './problems.tsx'

export type Answered = {
  result?: FormResult | undefined
  problems?: ImportProblem[] | undefined
  mappingProblems?: MappingProblem[] | undefined
  checked?: { report: ImportReport; files: ImportFiles } | undefined
}

type Props = {
  person: DeskPerson
  declarations: readonly OpenedDeclaration[]
  mappings: readonly string[]
  done: ReturnType<typeof doneIn>
  answered: Answered
}

export function ImportCommitmentsPage(props: Props) {
  const { t, locale } = useSpeak()
  const { done, answered } = props
  const { checked, problems, mappingProblems } = answered
  const labels = {
    mapping: t('import.mapping'),
    mappingFile: t('import.mappingFile'),
    table: t('import.table'),
  }
  return (
    <DeskFrame
      person={props.person}
      current="import"
      flash={
        done && (
          <p>
            {t('import.done', done)}{' '}
            <a href={paths.declaration(locale, done.declaration)}>{t('import.done.see')}</a>
          </p>
        )
      }
    >
      <ErrorSummary form={formState(answered.result)} labels={labels} />
      {problems && <TableProblems problems={problems} />}
      {mappingProblems && <MappingProblems problems={mappingProblems} />}
      <PageHead title={t('import.title')} lead={!checked && t('import.lead')} />
      {checked ? <Checked {...checked} /> : <Choose {...props} labels={labels} />}
    </DeskFrame>
  )
}

const OWN = 'own'

function Choose(props: Props & { labels: Record<'mapping' | 'mappingFile' | 'table', string> }) {
  const { t } = useSpeak()
  const { labels, mappings } = props
  const form = formState(props.answered.result)
  return (
    <div className="stack">
      <Declarations declarations={props.declarations} />
      {props.answered.result && <p>{t('form.file-kept')}</p>}
      <PostForm files>
        <Select
          {...form.field('mapping')}
          label={labels.mapping}
          hint={t('import.mapping.hint')}
          options={[
            {
              label: t('import.mapping.bundled'),
              options: mappings.map((name) => ({ value: name, label: name })),
            },
            { value: OWN, label: t('import.mapping.own') },
          ]}
        />
        <FileField
          {...form.field('mappingFile')}
          label={labels.mappingFile}
          hint={t('import.mappingFile.hint')}
          accept=".json,application/json"
          optional
        />
        <FileField
          {...form.field('table')}
          label={labels.table}
          hint={t('import.table.hint')}
          accept=".csv,text/csv"
          optional
        />
        <FormActions>
          <Button name="intent" value="check">
            {t('import.check')}
          </Button>
        </FormActions>
      </PostForm>
    </div>
  )
}

function Declarations({ declarations }: { declarations: readonly OpenedDeclaration[] }) {
  const { t } = useSpeak()
  if (declarations.length === 0)
    return (
      <Notice kind="warning">
        <p>{t('import.declarations.none')}</p>
      </Notice>
    )
  return (
    <section aria-labelledby="declarations">
      <h2 id="declarations" className="text-lg">
        {t('import.declarations')}
      </h2>
      <ul>
        {declarations.map(({ key, title }) => (
          <li key={key}>
            <Words text={title} /> (<code>{key}</code>)
          </li>
        ))}
      </ul>
    </section>
  )
}
