import type { RedactionBasis } from '../redactions/redaction-state.ts'
import type { Actor } from '../shared/actor.ts'
import { memberOf } from '../shared/actor.ts'

/** What JSON can hold; the shape of everything an act says. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Acts the public log repeats: nothing the public sees changes without one of these. */
export const publicKinds = [
  'declaration.opened',
  'org.verified',
  'org.suspended',
  'org.reinstated',
  'commitment.published',
  'commitment.amended',
  'commitment.withdrawn',
  'commitment.closed',
  'party.accepted',
  'party.left',
  'milestone.reported',
  'review.opened',
  'review.returned',
  'review.decided',
  'reply.made',
  'correction.made',
  'content.redacted',
] as const
export type PublicKind = (typeof publicKinds)[number]

/** Acts only the register's own people may read. */
export const privateKinds = [
  'register.opened',
  'account.created',
  'account.sign-up-repeated',
  'account.email-confirmed',
  'account.email-change-asked',
  'account.email-changed',
  'account.details-changed',
  'account.password-changed',
  'account.password-reset',
  'account.session-ended',
  'account.passkey-added',
  'account.passkey-renamed',
  'account.passkey-removed',
  'account.factor-added',
  'account.factor-removed',
  'account.recovery-codes-made',
  'account.recovery-code-used',
  'account.factors-reset',
  'account.disabled',
  'account.enabled',
  'account.exported',
  'account.erased',
  'administrator.proposed',
  'administrator.proposal-dropped',
  'administrator.made',
  'administrator.ended',
  'coordinator.appointed',
  'coordinator.ended',
  'org.registered',
  'org.refused',
  'member.invited',
  'member.joined',
  'member.role-changed',
  'member.removed',
  'commitment.drafted',
  'commitment.edited',
  'commitment.submitted',
  'commitment.returned',
  'commitment.declined',
  'party.invited',
  'party.consented',
  'party.refused',
  'report.drafted',
  'report.edited',
  'evidence.attached',
  'evidence.removed',
  'evidence.opened',
  'review.proposed',
  'review.taken-over',
  'review.sent-back',
  'correction.proposed',
  'redaction.proposed',
  'redaction.refused',
  'redaction.carried-out',
  'letter.tried-again',
] as const
export type PrivateKind = (typeof privateKinds)[number]
export type ActKind = PublicKind | PrivateKind
export const actKinds: readonly ActKind[] = [...publicKinds, ...privateKinds]

const publicKindSet: ReadonlySet<string> = new Set(publicKinds)
export const isPublicKind = (kind: ActKind): kind is PublicKind => publicKindSet.has(kind)

/** In what capacity somebody acted; the public reads this word, never a name. */
export const actingRoles = [
  'focal-point',
  'editor',
  'coordinator',
  'administrator',
  'person',
  'register',
] as const
export type ActingRole = (typeof actingRoles)[number]

export type Act = {
  kind: ActKind
  /** The thing it happened to: `cmt_…`, `org_…`, a declaration's key. */
  subject: string
  /** The commitment whose record shows this act, if any. */
  commitmentId: string | null
  by: {
    userId: string | null
    organisationId: string | null
    role: ActingRole
    /** The network address it was done from. It never enters the log. */
    from?: string | undefined
  }
  at: Date
  clauses: readonly string[]
  /** Public acts: each field becomes a salted disclosure beside the log. */
  fields: Record<string, Json>
  /** Of `content.redacted` alone: which digests of which entry it withholds; stands in the leaf. */
  redacts?: { basis: RedactionBasis; digests: readonly string[]; of: number }
}

type Said = Partial<Pick<Act, 'commitmentId' | 'clauses' | 'fields'>>

const actOf = (kind: ActKind, subject: string, by: Act['by'], at: Date, said: Said): Act => ({
  kind,
  subject,
  by,
  at,
  commitmentId: said.commitmentId ?? null,
  clauses: said.clauses ?? [],
  fields: said.fields ?? {},
})

/** An act done for an organisation, by one of its members. */
export function actForOrganisation(
  kind: ActKind,
  subject: string,
  actor: Actor,
  organisationId: string,
  at: Date,
  said: Said = {},
): Act {
  const role = memberOf(actor, organisationId)?.role ?? 'person'
  return actOf(
    kind,
    subject,
    { userId: actor.userId, organisationId, role, from: actor.from },
    at,
    said,
  )
}

/** An act done in a role of the register: coordinator, administrator, or just a person signed in. */
export const actInRole = (
  kind: ActKind,
  subject: string,
  actor: Actor,
  role: 'coordinator' | 'administrator' | 'person',
  at: Date,
  said: Said = {},
): Act =>
  actOf(
    kind,
    subject,
    { userId: actor.userId, organisationId: null, role, from: actor.from },
    at,
    said,
  )

/** An act of the register itself: the day turned and something followed from it. */
export const actOfRegister = (kind: ActKind, subject: string, at: Date, said: Said = {}): Act =>
  actOf(kind, subject, { userId: null, organisationId: null, role: 'register' }, at, said)
