import { memberOf, type Viewer } from '../shared/actor.ts'
import { hasConflict } from './conflict.ts'

/** What an act is done to, as far as permission asks. */
export type Subject = {
  /** The organisation in whose name it is done. */
  organisationId?: string
  /** Every organisation that has a part in the case. */
  partyIds?: readonly string[]
}

type Stance = 'person' | 'member' | 'focal-point' | 'coordinator' | 'administrator'

/** The one table of permissions: who may do each thing. What is not here is done by nobody. */
export const stances = {
  'register-organisation': 'person',
  'accept-invitation': 'person',
  'see-organisation': 'member',
  'invite-member': 'focal-point',
  'change-role': 'focal-point',
  'remove-member': 'focal-point',
  'draft-commitment': 'member',
  'edit-commitment': 'member',
  'invite-party': 'member',
  'submit-commitment': 'focal-point',
  'answer-party': 'focal-point',
  'leave-party': 'focal-point',
  'amend-commitment': 'focal-point',
  'withdraw-commitment': 'focal-point',
  'draft-report': 'member',
  'attach-evidence': 'member',
  'submit-report': 'member',
  'reply-to-finding': 'focal-point',
  'decide-organisation': 'coordinator',
  'screen-commitment': 'coordinator',
  'review-report': 'coordinator',
  'confirm-finding': 'coordinator',
  'correct-finding': 'coordinator',
  'propose-redaction': 'coordinator',
  'carry-out-redaction': 'coordinator',
  'import-commitments': 'coordinator',
  'appoint-coordinator': 'administrator',
  'open-declaration': 'administrator',
  'see-outbox': 'administrator',
  'try-letter-again': 'administrator',
  'see-audit': 'administrator',
  'change-account': 'administrator',
  'see-own-data': 'person',
  'erase-own-account': 'person',
} as const satisfies Record<string, Stance>
export type Permission = keyof typeof stances

/** What members of a suspended organisation may still do in it: look. */
const reading: ReadonlySet<Permission> = new Set<Permission>(['see-organisation'])

export type AccessRefusal =
  | 'not-signed-in'
  | 'address-not-confirmed'
  | 'not-your-organisation'
  | 'focal-point-only'
  | 'organisation-suspended'
  | 'coordinator-only'
  | 'administrator-only'
  | 'conflict-of-interest'

/** Why this viewer may not do it, or undefined when it may. */
export function refusalOf(
  viewer: Viewer,
  permission: Permission,
  subject: Subject,
  now: Date,
): AccessRefusal | undefined {
  if (!viewer) return 'not-signed-in'
  if (viewer.unconfirmed) return 'address-not-confirmed'
  const stance: Stance = stances[permission]
  switch (stance) {
    case 'person':
      return undefined
    case 'member':
    case 'focal-point': {
      const place = memberOf(viewer, subject.organisationId ?? '')
      if (!place) return 'not-your-organisation'
      if (stance === 'focal-point' && place.role !== 'focal-point') return 'focal-point-only'
      return place.suspended && !reading.has(permission) ? 'organisation-suspended' : undefined
    }
    case 'coordinator':
      if (!viewer.coordinator) return 'coordinator-only'
      return hasConflict(viewer, subject.partyIds ?? [], now) ? 'conflict-of-interest' : undefined
    case 'administrator':
      return viewer.administrator ? undefined : 'administrator-only'
  }
}

export const can = (viewer: Viewer, permission: Permission, subject: Subject, now: Date) =>
  refusalOf(viewer, permission, subject, now) === undefined
