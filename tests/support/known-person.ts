import { eq } from 'drizzle-orm'

import type { Database } from '#app/db/client.server.ts'
import {
  accountTokens,
  administratorProposals,
  authenticators,
  challenges,
  passkeys,
  recoveryCodes,
  sessions,
  signIns,
  users,
} from '#app/db/schema/accounts.ts'
import { mails, refusedAttempts } from '#app/db/schema/acts.ts'
import { invitations } from '#app/db/schema/organisations.ts'

import { NOW } from './world.ts'

export const MARK = {
  name: 'Zebulon Quartermain',
  email: 'zebulon.quartermain@people.example',
  address: '192.0.2.177',
}

/** Gives somebody everything that can be kept about a person, in every table there is for it. */
export async function knownEverywhere(db: Database, userId: string, organisationId: string) {
  const { name, email, address } = MARK
  const later = new Date(NOW.getTime() + 86_400_000)
  await db.update(users).set({ name, email }).where(eq(users.id, userId))
  await db.insert(sessions).values({
    id: 'f'.repeat(64),
    userId,
    expiresAt: Math.floor(later.getTime() / 1_000),
    createdAt: NOW.getTime(),
    address,
    agent: 'Firefox',
  })
  await db
    .insert(signIns)
    .values({ id: 'sin_z', userId, at: NOW, outcome: 'signed-in', address, agent: 'Firefox' })
  await db.insert(accountTokens).values({
    tokenHash: 'token-hash-z',
    userId,
    purpose: 'change-email',
    email,
    createdAt: NOW,
    expiresAt: later,
  })
  await db
    .insert(authenticators)
    .values({ userId, sealedSecret: 'sealed-z', createdAt: NOW, confirmedAt: NOW })
  await db.insert(recoveryCodes).values({ codeHash: 'code-hash-z', userId, createdAt: NOW })
  await db.insert(passkeys).values({
    id: 'passkey-z',
    userId,
    name: `${name}’s key`,
    publicKey: Buffer.from('public key z'),
    counter: 0,
    transports: [],
    deviceType: 'singleDevice',
    backedUp: false,
    createdAt: NOW,
  })
  await db.insert(administratorProposals).values({
    userId,
    proposedBy: userId,
    proposedAt: NOW,
    reason: `${name} was voted in`,
  })
  await db.insert(challenges).values({ id: 'challenge-z', userId, expiresAt: later })
  await db.insert(refusedAttempts).values({
    id: 'rfd_z',
    at: NOW,
    userId,
    address,
    method: 'GET',
    path: '/en/desk/queue',
    status: 403,
    requestId: 'r1',
  })
  const letter = { subject: 'A letter', locale: 'en', createdAt: NOW }
  await db.insert(mails).values([
    { ...letter, id: 'mal_z1', to: email, text: `Dear ${name}, see /en/x?token=tell-nobody` },
    { ...letter, id: 'mal_z2', to: email, text: `Dear ${name}`, sentAt: NOW },
    { ...letter, id: 'mal_z3', to: 'a@people.example', text: `${name} is back`, sentAt: NOW },
  ])
  const invitation = { organisationId, email, role: 'editor', invitedBy: 'usr_partner' } as const
  await db.insert(invitations).values([
    { ...invitation, id: 'inv_z1', tokenHash: 'inv-hash-1', expiresAt: later },
    { ...invitation, id: 'inv_z2', tokenHash: 'inv-hash-2', expiresAt: later, acceptedAt: NOW },
  ])
}
