import type { Actor, Membership } from '#app/domain/shared/actor.ts'

/** The moment every rule is asked at, unless a test moves the clock. */
export const NOW = new Date('2026-11-23T10:00:00Z')
export const LEAD = 'org_lead'
export const OTHER = 'org_other'

const place = (
  organisationId: string,
  role: Membership['role'],
  until: string | null = null,
): Membership => ({
  organisationId,
  role,
  since: new Date('2020-01-01T00:00:00Z'),
  until: until === null ? null : new Date(until),
  suspended: false,
})

const actor = (userId: string, changes: Partial<Actor> = {}): Actor => ({
  userId,
  administrator: false,
  coordinator: false,
  memberships: [],
  ...changes,
})

/** Everybody a rule can be asked about; no database behind them. */
export const cast = {
  person: actor('usr_person'),
  editor: actor('usr_editor', { memberships: [place(LEAD, 'editor')] }),
  focalPoint: actor('usr_focal', { memberships: [place(LEAD, 'focal-point')] }),
  suspendedEditor: actor('usr_suspended_editor', {
    memberships: [{ ...place(LEAD, 'editor'), suspended: true }],
  }),
  suspendedFocalPoint: actor('usr_suspended_focal', {
    memberships: [{ ...place(LEAD, 'focal-point'), suspended: true }],
  }),
  otherFocalPoint: actor('usr_other', { memberships: [place(OTHER, 'focal-point')] }),
  former: actor('usr_former', {
    memberships: [place(LEAD, 'focal-point', '2026-10-23T10:00:00Z')],
  }),
  coordinator: actor('usr_coordinator', { coordinator: true }),
  secondCoordinator: actor('usr_second', { coordinator: true }),
  memberCoordinator: actor('usr_conflicted', {
    coordinator: true,
    memberships: [place(LEAD, 'editor')],
  }),
  otherMemberCoordinator: actor('usr_conflicted_other', {
    coordinator: true,
    memberships: [place(OTHER, 'editor')],
  }),
  left23MonthsAgo: actor('usr_left_23', {
    coordinator: true,
    memberships: [place(LEAD, 'focal-point', '2024-12-23T10:00:00Z')],
  }),
  left25MonthsAgo: actor('usr_left_25', {
    coordinator: true,
    memberships: [place(LEAD, 'focal-point', '2024-10-23T10:00:00Z')],
  }),
  administrator: actor('usr_administrator', { administrator: true }),
} as const satisfies Record<string, Actor>
