import { isLocale } from '#app/domain/shared/language.ts'
import type { MessageKey, Speech } from '#app/i18n/speech.ts'

/** Fields of acts that a reader knows by a word; any other is shown by the name the log gives it. */
const labels: Readonly<Record<string, MessageKey>> = {
  number: 'head.number',
  declaration: 'head.declaration',
  lead: 'log.field.lead',
  group: 'head.group',
  lang: 'log.field.lang',
  title: 'record.field.title',
  text: 'record.field.text',
  problem: 'record.problem',
  clause: 'head.clause',
  furtherClauses: 'log.field.further-clauses',
  places: 'record.where',
  beneficiaries: 'record.beneficiaries',
  startOn: 'log.field.start',
  endOn: 'record.field.endOn',
  resources: 'record.pays',
  responsible: 'record.responsible',
  contactRole: 'record.contact',
  sdgTargets: 'record.sdg',
  translations: 'record.field.translations',
  parties: 'log.field.parties',
  provenance: 'log.field.provenance',
  version: 'record.version',
  reason: 'log.field.reason',
  organisation: 'head.organisation',
  role: 'log.field.role',
  share: 'log.field.share',
  reached: 'log.field.reached',
  value: 'log.field.value',
  measuredOn: 'log.field.measured',
  happened: 'record.history',
  behindReason: 'record.behind-reason',
  next: 'record.what-next',
  questions: 'log.field.questions',
  finding: 'head.finding',
  reviewedValue: 'log.field.reviewed',
  reasons: 'log.field.reasons',
  scores: 'record.finding.scores',
  stance: 'log.field.stance',
  names: 'log.field.names',
  country: 'head.country',
  website: 'organisation.website',
  identifier: 'organisation.identifier',
  invented: 'mark.invented',
  scope: 'log.field.scope',
  beneficiaryCount: 'log.field.count',
  milestoneOrder: 'log.field.order',
  report: 'log.field.report',
  review: 'log.field.review',
  round: 'log.field.round',
  late: 'log.field.late',
  decidedBy: 'log.field.people',
  dueOn: 'record.field.dueOn',
  target: 'head.target',
  baseline: 'record.field.baseline',
  unit: 'record.field.unit',
  indicator: 'record.indicator',
  evidenceExpected: 'record.evidence-expected',
  organisationId: 'head.organisation',
  relevance: 'rubric.relevance.question',
  sufficiency: 'rubric.sufficiency.question',
  reliability: 'rubric.reliability.question',
  measurement: 'rubric.measurement.question',
}

/** What a field of an act is called. Of `milestone.mls_1` and the like the value tells which. */
export function fieldLabel(
  field: string,
  { t, languageName }: Pick<Speech, 't' | 'languageName'>,
): string {
  // Translations stand under the codes of their languages.
  if (isLocale(field)) return languageName(field)
  const known = Object.hasOwn(labels, field) ? labels[field] : undefined
  if (known) return t(known)
  if (field.startsWith('milestone.')) return t('record.field.milestone')
  return field.startsWith('evidence.') ? t('log.field.evidence') : field
}
