import { useSpeak } from '#app/i18n/speak.tsx'
import type { MessageKey, Speech } from '#app/i18n/speech.ts'

/** What each answer of a commitment is called, on forms, in summaries and in problems alike. */
const labels = {
  lang: 'form.language',
  title: 'desk.terms.title',
  text: 'desk.terms.text',
  problem: 'desk.terms.problem',
  clause: 'desk.terms.clause',
  furtherClauses: 'desk.terms.further-clauses',
  scope: 'desk.terms.scope',
  places: 'desk.terms.places',
  beneficiaries: 'desk.terms.beneficiaries',
  beneficiaryCount: 'desk.terms.beneficiary-count',
  startOn: 'desk.terms.start-on',
  endOn: 'desk.terms.end-on',
  milestones: 'desk.terms.milestones',
  'milestones[].title': 'desk.milestone.title',
  'milestones[].dueOn': 'desk.milestone.due-on',
  'milestones[].indicator': 'desk.milestone.indicator',
  'milestones[].unit': 'desk.milestone.unit',
  'milestones[].baseline': 'desk.milestone.baseline',
  'milestones[].target': 'desk.milestone.target',
  'milestones[].evidenceExpected': 'desk.milestone.evidence-expected',
  'milestones[].responsible': 'desk.milestone.responsible',
  resources: 'desk.terms.resources',
  'resources[].kind': 'desk.resource.kind',
  'resources[].amount': 'desk.resource.amount',
  'resources[].currency': 'desk.resource.currency',
  'resources[].source': 'desk.resource.source',
  responsible: 'desk.terms.responsible',
  contactRole: 'desk.terms.contact-role',
  sdgTargets: 'desk.terms.sdg-targets',
} as const satisfies Record<string, MessageKey>

/** Labels by field name, rows standing as `milestones[]`: what an error summary wants. */
export const termLabels = (t: Speech['t']): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([field, key]) => [field, t(key)]))

export function useTermLabel(): (field: string) => string {
  const { t } = useSpeak()
  const said = termLabels(t)
  return (field) => said[field] ?? said[field.replace(/\[\d+\]/g, '[]')] ?? field
}
