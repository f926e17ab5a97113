import type { ReactNode } from 'react'

import type {
  DraftTerms,
  MilestoneTerms,
  Resource,
  TermStep,
} from '#app/domain/commitments/terms.ts'
import { termStepNames } from '#app/domain/commitments/terms.ts'
import { clauseOf, type Declaration } from '#app/domain/declarations/declaration.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { SummaryList, type SummaryRow } from '#app/ui/data/summary-list.tsx'
import { DateText, Foreign, Words } from '#app/ui/data/text.tsx'
import { fieldId } from '#app/ui/form/form-state.ts'

import { useTermLabel } from './term-labels.ts'

type Row = {
  field: string
  term?: string
  /** What it is called where it cannot be changed, by readers who did not write it. */
  read?: string
  value: ReactNode
  optional?: boolean
}

/** Everything a commitment says, step by step; with `change` each answer can be gone back to. */
export function TermsSummary(props: {
  terms: DraftTerms
  declaration: Declaration
  change?: (step: TermStep) => string
  level?: 2 | 3
}) {
  const { t } = useSpeak()
  const label = useTermLabel()
  const { terms, declaration, change } = props
  const Heading = props.level === 3 ? 'h3' : 'h2'
  const rowsOf = useRows(terms, declaration)
  const asked = (step: TermStep, row: Row): SummaryRow => {
    const skipped = row.value === undefined || row.value === null || row.value === ''
    return {
      key: row.field,
      term: row.term ?? (change ? undefined : row.read) ?? label(row.field),
      value:
        skipped && row.optional ? (
          <span className="quiet">{t('summary.not-provided')}</span>
        ) : (
          row.value
        ),
      change: change && `${change(step)}#${fieldId(row.field)}`,
    }
  }
  return (
    <>
      {termStepNames.map((step) => (
        <section key={step} className="stack" aria-labelledby={`terms-${step}`}>
          <Heading id={`terms-${step}`}>
            {step === 'words' && !change ? t('desk.step.words.read') : t(`desk.step.${step}`)}
          </Heading>
          <SummaryList rows={rowsOf[step].map((row) => asked(step, row))} />
        </section>
      ))}
    </>
  )
}

function useRows(terms: DraftTerms, declaration: Declaration): Record<TermStep, Row[]> {
  const { t, number, languageName, list, countryName } = useSpeak()
  const lang = terms.lang ?? 'en'
  const said = (text: string | undefined) => text && <Foreign lang={lang} text={text} />
  const long = (text: string | undefined) => text && <Foreign lang={lang} text={text} as="div" />
  const day = (on: string | undefined) => on && <DateText day={on} />
  const clause = (key: string | undefined) => {
    const found = key === undefined ? undefined : clauseOf(declaration, key)
    return found && <ClauseLine number={found.number} summary={found.summary} />
  }
  const further = (terms.furtherClauses ?? []).map((key) => <li key={key}>{clause(key)}</li>)
  const milestones = terms.milestones ?? []
  const resources = terms.resources ?? []
  return {
    words: [
      { field: 'title', value: said(terms.title) },
      { field: 'text', value: long(terms.text), read: t('desk.terms.text.read') },
      { field: 'problem', value: long(terms.problem), optional: true },
      {
        field: 'lang',
        term: t('desk.terms.lang.read'),
        value: terms.lang && languageName(terms.lang),
      },
    ],
    clauses: [
      { field: 'clause', value: clause(terms.clause) },
      {
        field: 'furtherClauses',
        value: further.length > 0 ? <ul className="stack">{further}</ul> : '',
        optional: true,
      },
    ],
    places: [
      {
        field: terms.scope === 'places' ? 'places' : 'scope',
        value:
          terms.scope === 'worldwide'
            ? t('desk.terms.worldwide')
            : terms.scope && list((terms.places ?? []).map(countryName)),
      },
      { field: 'beneficiaries', value: said(terms.beneficiaries) },
      {
        field: 'beneficiaryCount',
        value: typeof terms.beneficiaryCount === 'number' ? number(terms.beneficiaryCount) : '',
        optional: true,
      },
    ],
    dates: [
      { field: 'startOn', value: day(terms.startOn) },
      { field: 'endOn', value: day(terms.endOn) },
    ],
    milestones:
      milestones.length === 0
        ? [{ field: 'milestones', value: undefined }]
        : milestones.map((milestone, place) => ({
            field: `milestones[${place}].title`,
            term: t('desk.milestone.nth', { n: place + 1 }),
            value: <MilestoneLines milestone={milestone} lang={lang} />,
          })),
    resources: [
      ...(resources.length === 0
        ? [{ field: 'resources', value: '', optional: true }]
        : resources.map((resource, place) => ({
            field: `resources[${place}].kind`,
            term: t('desk.resource.nth', { n: place + 1 }),
            value: <ResourceLine resource={resource} lang={lang} />,
          }))),
      { field: 'responsible', value: said(terms.responsible), optional: true },
      { field: 'contactRole', value: said(terms.contactRole) },
      {
        field: 'sdgTargets',
        value: list(terms.sdgTargets ?? []),
        optional: true,
      },
    ],
  }
}

function ClauseLine({
  number,
  summary,
}: Pick<NonNullable<ReturnType<typeof clauseOf>>, 'number' | 'summary'>) {
  return (
    <>
      <b className="numeric">{number}</b> <Words text={summary} />
    </>
  )
}

/** A milestone in lines: title; by when, from what to what; what will show it. */
export function MilestoneLines(props: {
  milestone: Omit<MilestoneTerms, 'id' | 'code' | 'indicators' | 'translations'>
  lang: string
}) {
  const { t, date, number } = useSpeak()
  const { milestone, lang } = props
  const { baseline, target, unit } = milestone
  return (
    <>
      <p>
        <b>
          <Foreign lang={lang} text={milestone.title} />
        </b>
      </p>
      <p>
        {t('desk.milestone.line', {
          due: date(milestone.dueOn),
          hasBaseline: baseline === null ? 'no' : 'yes',
          baseline: baseline === null ? '' : number(baseline),
          target: number(target),
        })}{' '}
        <Foreign lang={lang} text={unit} />
      </p>
      {milestone.indicator && <Foreign lang={lang} text={milestone.indicator} as="p" />}
      {milestone.evidenceExpected && (
        <p className="quiet">
          {t('desk.milestone.evidence-expected')}:{' '}
          <Foreign lang={lang} text={milestone.evidenceExpected} />
        </p>
      )}
      {milestone.responsible && (
        <p className="quiet">
          {t('desk.milestone.responsible')}: <Foreign lang={lang} text={milestone.responsible} />
        </p>
      )}
    </>
  )
}

function ResourceLine({ resource, lang }: { resource: Resource; lang: string }) {
  const { t, number } = useSpeak()
  const { kind, amount, currency, source } = resource
  return (
    <>
      {t(`desk.resource.kind.${kind}`)}
      {amount !== null && (
        <>
          {': '}
          <span className="numeric">{number(amount)}</span> {currency}
        </>
      )}
      {source && (
        <>
          {', '}
          <Foreign lang={lang} text={source} />
        </>
      )}
    </>
  )
}
