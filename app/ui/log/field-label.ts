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
}

/** What a field of an act is called; `milestone.mls_1` and the like keep what tells them apart. */
export function fieldLabel(field: string, { t }: Pick<Speech, 't'>): string {
  const known = Object.hasOwn(labels, field) ? labels[field] : undefined
  if (known) return t(known)
  const [, kind, id] = /^(milestone|evidence)\.(.+)$/.exec(field) ?? []
  if (kind === 'milestone') return `${t('record.field.milestone')} ${id}`
  if (kind === 'evidence') return `${t('log.field.evidence')} ${id}`
  return field
}
