import { asc, eq } from 'drizzle-orm'

import { can } from '#app/domain/access/access.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import {
  administratorProposals,
  authenticators,
  coordinators,
  passkeys,
  recoveryCodes,
  sessions,
  signIns,
  users,
} from '../schema/accounts.ts'
import { acts, mails, refusedAttempts } from '../schema/acts.ts'
import { invitations, members, organisations } from '../schema/organisations.ts'
import { onlyFocalPointOf } from '../write/account-erasure.server.ts'
import { countOtherAdministrators } from '../write/account-standing.server.ts'
import type { SignedIn } from './accounts.server.ts'

const since = (milliseconds: number | null) =>
  milliseconds === null ? null : new Date(milliseconds)

/**
 * All that is kept about the viewer, for them alone. Named column by column: no hash, secret or
 * token is among them, since whoever steals the file must not get in with it.
 */
export async function ownData(db: Database, viewer: Viewer, now: Date) {
  if (!viewer || !can(viewer, 'see-own-data', {}, now)) return undefined
  const { userId } = viewer
  const account = await db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      language: users.locale,
      administrator: users.administrator,
      createdAt: users.createdAt,
      emailConfirmedAt: users.emailConfirmedAt,
      passwordChangedAt: users.passwordChangedAt,
    })
    .from(users)
    .where(eq(users.id, userId))
    .get()
  if (!account) return undefined
  const mine = await db.batch([
    db
      .select({
        organisation: organisations.names,
        organisationId: members.organisationId,
        role: members.role,
        since: members.since,
        until: members.until,
      })
      .from(members)
      .innerJoin(organisations, eq(organisations.id, members.organisationId))
      .where(eq(members.userId, userId))
      .orderBy(asc(members.since)),
    db
      .select({
        proposedAt: administratorProposals.proposedAt,
        reason: administratorProposals.reason,
      })
      .from(administratorProposals)
      .where(eq(administratorProposals.userId, userId)),
    db
      .select({ appointedAt: coordinators.appointedAt, endedAt: coordinators.endedAt })
      .from(coordinators)
      .where(eq(coordinators.userId, userId)),
    db
      .select({
        createdAt: sessions.createdAt,
        seenAt: sessions.seenAt,
        address: sessions.address,
        browser: sessions.agent,
      })
      .from(sessions)
      .where(eq(sessions.userId, userId)),
    db
      .select({
        at: signIns.at,
        outcome: signIns.outcome,
        address: signIns.address,
        browser: signIns.agent,
      })
      .from(signIns)
      .where(eq(signIns.userId, userId))
      .orderBy(asc(signIns.at)),
    db
      .select({
        createdAt: authenticators.createdAt,
        confirmedAt: authenticators.confirmedAt,
      })
      .from(authenticators)
      .where(eq(authenticators.userId, userId)),
    db
      .select({
        name: passkeys.name,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, userId)),
    db
      .select({ createdAt: recoveryCodes.createdAt, usedAt: recoveryCodes.usedAt })
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, userId)),
    db
      .select({
        id: acts.id,
        at: acts.at,
        kind: acts.kind,
        subject: acts.subject,
        organisationId: acts.organisationId,
        role: acts.role,
        address: acts.address,
        entry: acts.entry,
        fields: acts.fields,
      })
      .from(acts)
      .where(eq(acts.userId, userId))
      .orderBy(asc(acts.at), asc(acts.id)),
    db
      .select({
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
        subject: mails.subject,
        text: mails.text,
      })
      .from(mails)
      .where(eq(mails.to, account.email))
      .orderBy(asc(mails.createdAt)),
    db
      .select({
        organisationId: invitations.organisationId,
        role: invitations.role,
        expiresAt: invitations.expiresAt,
        acceptedAt: invitations.acceptedAt,
      })
      .from(invitations)
      .where(eq(invitations.email, account.email)),
    db
      .select({
        at: refusedAttempts.at,
        method: refusedAttempts.method,
        path: refusedAttempts.path,
        status: refusedAttempts.status,
        address: refusedAttempts.address,
      })
      .from(refusedAttempts)
      .where(eq(refusedAttempts.userId, userId))
      .orderBy(asc(refusedAttempts.at)),
  ])
  const [places, proposals, appointments, open, tries, apps, keys, codes, ...papers] = mine
  const [done, letters, invited, refused] = papers
  return {
    account,
    memberships: places,
    proposalsAsAdministrator: proposals,
    appointmentsAsCoordinator: appointments,
    sessions: open.map((one) => ({
      ...one,
      createdAt: since(one.createdAt),
      seenAt: since(one.seenAt),
    })),
    signIns: tries,
    authenticatorApps: apps,
    passkeys: keys,
    recoveryCodes: codes,
    acts: done,
    letters: letters.map((letter) => ({ ...letter, text: withoutLinks(letter.text) })),
    invitations: invited,
    refused,
  }
}

/** A link that works once is no data about somebody, but a key: it stays out of the file. */
const withoutLinks = (text: string) => text.replaceAll(/([?&]token=)[\w-]+/g, '$1…')

/** What keeps the viewer from being erased: whom they would leave without anybody. */
export async function hindrancesOf(db: Database, viewer: SignedIn) {
  const [organisations, others] = await Promise.all([
    onlyFocalPointOf(db, viewer.userId),
    countOtherAdministrators(db, viewer.userId),
  ])
  return { organisations, lastAdministrator: viewer.administrator && others === 0 }
}
export type Hindrances = Awaited<ReturnType<typeof hindrancesOf>>
