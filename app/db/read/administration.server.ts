import { and, count, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'

import { can } from '#app/domain/access/access.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { coordinators, users } from '../schema/accounts.ts'
import { acts, mails } from '../schema/acts.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { logEntries } from '../schema/log.ts'
import { organisations } from '../schema/organisations.ts'
import { administratorsProposed } from './people.server.ts'

const LETTERS = 100

/** The register at a glance, for administrators alone. */
export async function administrationPage(db: Database, viewer: Viewer) {
  if (!viewer?.administrator) return undefined
  const one = async (asked: Promise<{ n: number } | undefined>) => (await asked)?.n ?? 0
  const n = count()
  const [people, coordinating, opened, verified, published, waiting, failing, entries, newest] =
    await Promise.all([
      one(db.select({ n }).from(users).get()),
      one(db.select({ n }).from(coordinators).where(isNull(coordinators.endedAt)).get()),
      one(db.select({ n }).from(declarations).get()),
      one(db.select({ n }).from(organisations).where(eq(organisations.state, 'verified')).get()),
      one(db.select({ n }).from(commitments).where(isNotNull(commitments.publishedAt)).get()),
      one(db.select({ n }).from(mails).where(isNull(mails.sentAt)).get()),
      one(
        db
          .select({ n })
          .from(mails)
          .where(and(isNull(mails.sentAt), gt(mails.attempts, 0)))
          .get(),
      ),
      one(db.select({ n }).from(logEntries).get()),
      db
        .select({ at: acts.at })
        .from(acts)
        .where(isNotNull(acts.entry))
        .orderBy(desc(acts.entry))
        .limit(1)
        .get(),
    ])
  return {
    people,
    coordinators: coordinating,
    declarations: opened,
    organisations: verified,
    commitments: published,
    letters: { waiting, failing },
    proposed: await administratorsProposed(db),
    log: { entries, newestAt: newest?.at ?? null },
  }
}
export type AdministrationPage = NonNullable<Awaited<ReturnType<typeof administrationPage>>>

/** Declarations that are open here, oldest first. */
export async function openedDeclarationsPage(db: Database, viewer: Viewer, now: Date) {
  if (!can(viewer, 'open-declaration', {}, now)) return undefined
  return openedDeclarations(db)
}

/** The same for coordinators, who import under them. */
export async function declarationsToImport(db: Database, viewer: Viewer) {
  if (!viewer?.coordinator) return undefined
  return openedDeclarations(db)
}

async function openedDeclarations(db: Database) {
  const rows = await db
    .select({
      body: declarations.body,
      openedAt: declarations.openedAt,
      commitments: sql<number>`(SELECT count(*) FROM ${commitments} WHERE ${commitments.declaration} = ${declarations.key} AND ${commitments.publishedAt} IS NOT NULL)`,
    })
    .from(declarations)
    .orderBy(declarations.openedAt, declarations.key)
  return rows.map(({ body: { key, code, title }, ...rest }) => ({ key, code, title, ...rest }))
}
export type OpenedDeclaration = Awaited<ReturnType<typeof openedDeclarations>>[number]

/** The newest letters, sent or not; the texts hold invitation links, so administrators only. */
export async function outboxPage(db: Database, viewer: Viewer, now: Date) {
  if (!can(viewer, 'see-outbox', {}, now)) return undefined
  const [letters, total] = await Promise.all([
    db
      .select({
        id: mails.id,
        to: mails.to,
        subject: mails.subject,
        text: mails.text,
        locale: mails.locale,
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
        attempts: mails.attempts,
        nextAttemptAt: mails.nextAttemptAt,
        lastError: mails.lastError,
        gaveUpAt: mails.gaveUpAt,
      })
      .from(mails)
      // What somebody has to look into first, however old.
      .orderBy(desc(isNotNull(mails.gaveUpAt)), desc(mails.createdAt), desc(mails.id))
      .limit(LETTERS),
    db.select({ n: count() }).from(mails).get(),
  ])
  return { letters, total: total?.n ?? 0 }
}
export type OutboxPage = NonNullable<Awaited<ReturnType<typeof outboxPage>>>
