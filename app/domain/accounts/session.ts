import { isPrivileged, type Actor } from '../shared/actor.ts'

const MINUTE = 60_000
/** However busy it is, a session is over after this. */
export const ABSOLUTE_MS = 12 * 60 * MINUTE
/** How long a proof of who somebody is lasts, for what changes the account itself. */
const PROOF_MS = 10 * MINUTE

/** How long a session may lie idle: less where more could be done with it. */
export const idleMsOf = (actor: Actor): number => (isPrivileged(actor) ? 30 : 120) * MINUTE

/** Whether its owner has to say once more who they are before a great change. */
export const needsProof = ({ provedAt }: { provedAt: number | null }, now: Date): boolean =>
  provedAt === null || now.getTime() - provedAt >= PROOF_MS
