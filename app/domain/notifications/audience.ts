import { isPublicKind, type Act, type ActKind } from '../acts/act.ts'

/** Who is told of an act: the organisation it is about, or the coordinators of the register. */
export type Audience = 'lead' | 'invited-party' | 'coordinators' | 'organisation'

const audiences: Partial<Record<ActKind, Audience>> = {
  'org.registered': 'coordinators',
  'org.verified': 'organisation',
  'org.refused': 'organisation',
  'org.suspended': 'organisation',
  'org.reinstated': 'organisation',
  'party.invited': 'invited-party',
  'party.accepted': 'lead',
  'party.consented': 'lead',
  'party.refused': 'lead',
  'party.left': 'lead',
  'commitment.submitted': 'coordinators',
  'commitment.returned': 'lead',
  'commitment.declined': 'lead',
  'commitment.published': 'lead',
  'milestone.reported': 'coordinators',
  'review.returned': 'lead',
  'review.proposed': 'coordinators',
  'review.decided': 'lead',
  'correction.proposed': 'coordinators',
  'correction.made': 'lead',
  'redaction.proposed': 'coordinators',
  'content.redacted': 'lead',
}

/** Undefined for acts nobody need be told of by mail. */
export const audienceOf = (act: Pick<Act, 'kind'>): Audience | undefined => audiences[act.kind]

/**
 * Whose own public act it is: all its focal points get the receipt, whoever of them did it. An act
 * forged in an organisation's name is thereby told to the organisation.
 */
export const receiptGoesTo = (act: Pick<Act, 'kind' | 'by'>): string | undefined =>
  isPublicKind(act.kind) ? (act.by.organisationId ?? undefined) : undefined
