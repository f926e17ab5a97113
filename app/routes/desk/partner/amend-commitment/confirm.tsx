import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import type { Change } from '#app/domain/commitments/amendment.ts'
import type { MilestoneTerms } from '#app/domain/commitments/terms.ts'
import { isDay } from '#app/domain/shared/dates.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { useTermLabel } from '#app/ui/commitments/term-labels.ts'
import { MilestoneLines } from '#app/ui/commitments/terms-summary.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Diff } from '#app/ui/data/diff.tsx'
import { DateText, Foreign } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import type { FormState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

/** The stop before anything is public: each change, old beside new, and how many days it moves. */
export function ConfirmAmendment(props: {
  page: DeskCommitment
  form: FormState
  rows: number
  changes: readonly Change[]
}) {
  const { t } = useSpeak()
  const { page, form, changes } = props
  const { number, version, terms } = page.commitment
  const lang = terms.lang ?? 'en'
  const next = version + 1
  const moved = changes.some(({ slippageDays }) => (slippageDays ?? 0) > 0)
  return (
    <>
      <PageHead
        title={t('amend.confirm.title')}
        lead={t('amend.confirm.lead', { n: changes.length, version: next, number })}
      />
      <div className="stack">
        <Foreign lang={lang} text={form.field('reason').value} as="blockquote" />
        <ChangesTable changes={changes.filter(({ field }) => field !== 'text')} terms={terms} />
        {changes
          .filter(({ field }) => field === 'text')
          .map(({ from, to }) => (
            <section key="text" className="stack" aria-labelledby="text">
              <h2 id="text">{t('desk.terms.text')}</h2>
              <Diff from={wordsOf(from)} to={wordsOf(to)} lang={lang} />
            </section>
          ))}
        {moved && <p>{t('amend.slippage')}</p>}
        <PostForm hidden={hiddenFields(form, props.rows, version)}>
          <FormActions>
            <Button name="intent" value="publish">
              {t('amend.publish', { version: next })}
            </Button>
            <Button kind="secondary" name="intent" value="edit">
              {t('amend.back')}
            </Button>
          </FormActions>
        </PostForm>
      </div>
    </>
  )
}

const rowFields = [
  'id',
  'title',
  'dueOn',
  'indicator',
  'unit',
  'baseline',
  'target',
  'evidenceExpected',
  'responsible',
]

/** Everything typed travels on, so that publishing and going back both have it. */
function hiddenFields(form: FormState, rows: number, version: number): Record<string, string> {
  const names = [
    ...['title', 'text', 'endOn', 'reason'],
    ...Array.from({ length: rows }, (_, place) =>
      rowFields.map((field) => `milestones[${place}].${field}`),
    ).flat(),
  ]
  const typed = names.map((name) => [name, form.field(name).value] as const)
  return {
    version: String(version),
    ...Object.fromEntries(typed.filter(([name, value]) => value !== '' || !name.endsWith('.id'))),
  }
}

function ChangesTable(props: {
  changes: readonly Change[]
  terms: DeskCommitment['commitment']['terms']
}) {
  const { t } = useSpeak()
  const label = useTermLabel()
  const lang = props.terms.lang ?? 'en'
  const milestones = props.terms.milestones ?? []
  if (props.changes.length === 0) return null
  const nameOf = (field: string) => {
    const [, id, part] = /^milestone\.([^.]+)(?:\.(.+))?$/.exec(field) ?? []
    if (id === undefined) return label(field)
    const place = milestones.findIndex((one) => one.id === id)
    if (place < 0 || part === undefined) return t('amend.milestone.new')
    return t('amend.change.of', {
      milestone: t('desk.milestone.nth', { n: place + 1 }),
      field: label(`milestones[].${part}`),
    })
  }
  return (
    <DataTable
      caption={t('amend.confirm.title')}
      quietCaption
      rows={props.changes}
      rowKey={({ field }) => field}
      columns={[
        {
          key: 'field',
          label: t('amend.change.field'),
          header: true,
          cell: ({ field }) => nameOf(field),
        },
        {
          key: 'from',
          label: t('amend.change.from'),
          cell: ({ from }) => <Value value={from} lang={lang} />,
        },
        {
          key: 'to',
          label: t('amend.change.to'),
          cell: ({ to, slippageDays = 0 }) => (
            <>
              <Value value={to} lang={lang} />
              {slippageDays !== 0 && (
                <b className="block">
                  {slippageDays > 0
                    ? t('amend.change.later', { n: slippageDays })
                    : t('amend.change.earlier', { n: -slippageDays })}
                </b>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function Value({ value, lang }: { value: Change['from']; lang: string }) {
  const { t, number } = useSpeak()
  if (value === null || value === '')
    return <span className="quiet">{t('amend.change.nothing')}</span>
  if (typeof value === 'number') return <span className="numeric">{number(value)}</span>
  if (typeof value === 'string')
    return isDay(value) ? <DateText day={value} /> : <Foreign lang={lang} text={value} />
  return <MilestoneLines milestone={value as unknown as MilestoneTerms} lang={lang} />
}

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : '')
