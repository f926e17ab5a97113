export const memberRoles = ['focal-point', 'editor'] as const
export type MemberRole = (typeof memberRoles)[number]

/** A person's place in an organisation, current while `until` is null. */
export type Membership = {
  organisationId: string
  role: MemberRole
  since: Date
  until: Date | null
  /** The organisation is suspended: its members read, and write nothing in its name. */
  suspended: boolean
}

/** Who is acting. Every use-case is handed one; no rule looks for it elsewhere. */
export type Actor = {
  userId: string
  administrator: boolean
  coordinator: boolean
  /** Has not shown yet that letters to the address arrive: nothing is permitted until then. */
  unconfirmed?: boolean
  /** Current and former ones: a conflict of interest outlives a membership. */
  memberships: readonly Membership[]
  /** The network address the request came from; administrators see it, the log never does. */
  from?: string | undefined
}

/** Who is looking: an actor, or the public. */
export type Viewer = Actor | undefined

export function memberOf(viewer: Viewer, organisationId: string): Membership | undefined {
  return viewer?.memberships.find(
    (place) => place.organisationId === organisationId && place.until === null,
  )
}

export const currentOrganisations = (viewer: Viewer): string[] =>
  (viewer?.memberships ?? []).filter((m) => m.until === null).map((m) => m.organisationId)

/** Whoever speaks for an organisation, decides for the register or keeps it. */
export const isPrivileged = (actor: Actor): boolean =>
  actor.coordinator ||
  actor.administrator ||
  actor.memberships.some((place) => place.until === null && place.role === 'focal-point')
