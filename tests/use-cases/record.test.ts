import { asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { acts, mails } from '#app/db/schema/acts.ts'
import { commitments, commitmentVersions, parties } from '#app/db/schema/commitments.ts'
import { declarations } from '#app/db/schema/declarations.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { disclosures, logEntries } from '#app/db/schema/log.ts'
import { reportRounds } from '#app/db/schema/milestones.ts'
import { members, organisations } from '#app/db/schema/organisations.ts'
import { replies, reviews } from '#app/db/schema/reviews.ts'
import { writing } from '#app/db/transaction.server.ts'
import { actInRole, actOfRegister, publicKinds, type PublicKind } from '#app/domain/acts/act.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { ORDER_SLACK_MS } from '#app/domain/ledger/entry.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { declineCommitment } from '#app/use-cases/commitments/decline-commitment.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { openEvidence } from '#app/use-cases/evidence/open-evidence.server.ts'
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { acceptInvitation } from '#app/use-cases/organisations/accept-invitation.server.ts'
import { changeRole } from '#app/use-cases/organisations/change-role.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { record } from '#app/use-cases/record.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { refuseRedaction } from '#app/use-cases/redactions/refuse-redaction.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { sendBackFinding } from '#app/use-cases/reviews/send-back-finding.server.ts'
import { takeOverReview } from '#app/use-cases/reviews/take-over-review.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { declaration } from '#tests/support/facts.ts'
import { forced } from '#tests/support/forced.ts'
import { interrupted } from '#tests/support/interrupted.ts'
import { again } from '#tests/support/people.ts'
import { file, link } from '#tests/support/pieces.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  findingContent,
  granted,
  NOW,
  organisationInput,
  published,
  reportContent,
  submitted,
  terms,
  TODAY,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const reason = 'The rains came early and the roads are closed.'
const questions = [{ field: 'value', text: 'How were they counted?' }]
const correction = { finding: 'partly-achieved' as const, reviewedValue: 900, reasons: reason }
const reply = { stance: 'disputes' as const, lang: 'en' as const, text: reason }
const firstOf = (commitment: { terms: { milestones?: readonly { id: string }[] } }) =>
  commitment.terms.milestones![0]!.id
const amended = (commitment: { terms: unknown }, title: string) => {
  const { text, endOn, milestones } = commitment.terms as Terms
  return { reason, title, text, endOn, milestones }
}

async function invited(w: World, id: string) {
  const input = { organisationId: w.otherOrganisationId, role: 'Trains', share: 'A third' }
  return granted(await inviteParty(w.as(w.partner), id, input)).party.id
}
async function draftedReport(w: World) {
  const commitment = await published(w)
  const { report } = granted(await draftReport(w.as(w.partner), firstOf(commitment)))
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  granted(await attachLink(w.as(w.partner), report.id, link))
  granted(await attachFile(w.as(w.partner), report.id, file))
  return report.id
}
async function proposed(w: World) {
  const { review, report } = await underReview(w, await published(w))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  return { reviewId: review.id, reportId: report.id }
}
async function decided(w: World) {
  const { reviewId, reportId } = await proposed(w)
  granted(await confirmFinding(w.as(w.secondCoordinator), reviewId))
  return { reviewId, reportId }
}

async function withholding(w: World, commitmentId: string, words: string) {
  const input = { words: [words], evidenceIds: [], basis: 'court' as const, reason: 'As ordered.' }
  return granted(await proposeRedaction(w.as(w.coordinator), commitmentId, input)).redaction.id
}

/** For each public act what leads up to it; what it returns does the act itself. */
const doing: Record<PublicKind, (w: World) => Promise<() => Promise<unknown>>> = {
  'declaration.opened': async (w) => () => openDeclaration(w.as(w.administrator), declaration),
  'org.verified': async (w) => {
    const { organisation } = granted(
      await registerOrganisation(w.as(w.stranger), organisationInput),
    )
    return () => decideOrganisation(w.as(w.coordinator), organisation.id, 'verify', '')
  },
  'org.suspended': async (w) => () =>
    decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', reason),
  'org.reinstated': async (w) => {
    const id = w.organisationId
    granted(await decideOrganisation(w.as(w.coordinator), id, 'suspend', reason))
    return () => decideOrganisation(w.as(w.coordinator), id, 'reinstate', reason)
  },
  'commitment.published': async (w) => {
    const { id } = await submitted(w)
    return () => publishCommitment(w.as(w.coordinator), id)
  },
  'commitment.amended': async (w) => {
    const commitment = await published(w)
    return () =>
      amendCommitment(w.as(w.partner), commitment.id, amended(commitment, 'Train them all'))
  },
  'commitment.withdrawn': async (w) => {
    const { id } = await published(w)
    return () => withdrawCommitment(w.as(w.partner), id, reason)
  },
  'commitment.closed': async (w) => {
    await decided(w)
    return () => turnTheDay({ db: w.db, now: daysFromNow(15) })
  },
  'party.accepted': async (w) => {
    const id = await invited(w, (await published(w)).id)
    return () => answerParty(w.as(w.otherPartner), id, 'accept', '')
  },
  'party.left': async (w) => {
    const id = await invited(w, (await published(w)).id)
    granted(await answerParty(w.as(w.otherPartner), id, 'accept', ''))
    return () => answerParty(w.as(w.otherPartner), id, 'leave', reason)
  },
  'milestone.reported': async (w) => {
    const id = await draftedReport(w)
    return () => submitReport(w.as(w.partner), id)
  },
  'review.opened': async (w) => {
    const id = await draftedReport(w)
    granted(await submitReport(w.as(w.partner), id))
    return () => takeReport(w.as(w.coordinator), id)
  },
  'review.returned': async (w) => {
    const { review } = await underReview(w, await published(w))
    return () => returnReport(w.as(w.coordinator), review.id, questions)
  },
  'review.decided': async (w) => {
    const { reviewId } = await proposed(w)
    return () => confirmFinding(w.as(w.secondCoordinator), reviewId)
  },
  'reply.made': async (w) => {
    const { reviewId } = await decided(w)
    return () => replyToFinding(w.as(w.partner), reviewId, reply)
  },
  'correction.made': async (w) => {
    const { reportId } = await decided(w)
    const { review } = granted(await proposeCorrection(w.as(w.coordinator), reportId, correction))
    return () => confirmFinding(w.as(w.secondCoordinator), review.id)
  },
  'content.redacted': async (w) => {
    const id = await withholding(w, (await published(w)).id, 'two weeks each')
    return () => carryOutRedaction(w.as(w.secondCoordinator), id)
  },
}

it.each(publicKinds)(
  'does %s with its log entry or not at all, wherever it fails',
  async (kind) => {
    const w = await world()
    const act = await doing[kind](w)
    const before = await countActs(w.db)
    const { statements } = await interrupted(w.db, act)
    expect(statements).toBeGreaterThan(4)
    expect(await lastAct(w.db)).toMatchObject({ kind, entry: before.public })
    expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public + 1 })
    await checkLog(w.db)
  },
)

it.each(['acts', 'log_entry', 'disclosures', 'mails'])(
  'leaves nothing of a publication when %s cannot be written',
  async (table) => {
    const w = await world()
    const { id } = await submitted(w)
    await w.db.$client.execute(
      `CREATE TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'on purpose'); END`,
    )
    const publish = () => forced(publishCommitment(w.as(w.coordinator), id))
    expect(await unchanged(w.db, publish)).toBe('on purpose')
  },
)

it('keeps a private act out of the log', async () => {
  const w = await world()
  const before = await countActs(w.db)
  const kept = await writing(w.db, (tx) =>
    record(tx, actInRole('review.taken-over', 'rpt_1', w.coordinator, 'coordinator', NOW)),
  )
  expect(kept).toEqual({ id: expect.stringMatching(/^act_/), entry: null })
  expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public })
  const entry = await w.db.select().from(logEntries).where(eq(logEntries.actId, kept.id)).get()
  expect(entry).toBeUndefined()
})

it('names in each entry the one before it on the same subject', async () => {
  const w = await world()
  const closing = actOfRegister('commitment.closed', 'cmt_1', NOW, { fields: { closed: true } })
  for (let i = 0; i < 3; i += 1) await writing(w.db, (tx) => record(tx, closing))
  await checkLog(w.db)
  const entries = await w.db.select().from(logEntries).orderBy(asc(logEntries.idx))
  const prevs = entries.slice(-3).map(({ leaf }) => {
    const { prev } = JSON.parse(leaf.toString()) as { prev?: string }
    return prev
  })
  const mine = await w.db.select().from(acts).where(eq(acts.subject, 'cmt_1')).orderBy(acts.entry)
  expect(prevs).toEqual([undefined, mine[0]?.id, mine[1]?.id])
})

it('takes acts that waited for their turn, and none that a clock set back would date', async () => {
  const w = await world()
  const closing = (at: Date) => actOfRegister('commitment.closed', 'cmt_1', at, { fields: {} })
  const recorded = (at: Date) => writing(w.db, (tx) => record(tx, closing(at)))
  const before = (ms: number) => new Date(NOW.getTime() - ms)
  await recorded(NOW)
  await recorded(before(ORDER_SLACK_MS))
  await expect(
    unchanged(w.db, () => forced(recorded(before(ORDER_SLACK_MS + 1)))),
  ).resolves.toMatch(/^The clock is 11 minutes behind/)
})

it('seals what it says under a fresh salt each time', async () => {
  const w = await world()
  const closing = actOfRegister('commitment.closed', 'cmt_1', NOW, { fields: { closed: true } })
  for (let i = 0; i < 5; i += 1) await writing(w.db, (tx) => record(tx, closing))
  const digests = await w.db.select({ digest: disclosures.digest }).from(disclosures)
  expect(new Set(digests.map(({ digest }) => digest)).size).toBe(digests.length)
})

it('puts no name, address or private reason into a leaf', async () => {
  const w = await world()
  const commitment = await published(w)
  granted(await withdrawCommitment(w.as(w.partner), commitment.id, reason))
  const leaves = (await w.db.select().from(logEntries)).map(({ leaf }) => leaf.toString())
  const all = leaves.join('\n')
  for (const secret of [w.partner.userId, w.partner.email, w.partner.name, reason, 'Ministry'])
    expect(all).not.toContain(secret)
})

it.each(['acts', 'log_entry', 'commitment_versions', 'report_rounds', 'screenings'])(
  'lets no row of %s be changed or deleted',
  async (table) => {
    const w = await world()
    await underReview(w, await published(w))
    const { rows } = await w.db.$client.execute(`SELECT count(*) AS n FROM ${table}`)
    expect(Number(rows[0]?.['n'])).toBeGreaterThan(0)
    const column = (await w.db.$client.execute(`SELECT * FROM ${table} LIMIT 1`)).columns[0]!
    const run = (sql: string) => unchanged(w.db, () => forced(w.db.$client.execute(sql)))
    expect(await run(`UPDATE ${table} SET "${column}" = "${column}"`)).toBe('append-only')
    expect(await run(`DELETE FROM ${table}`)).toBe('append-only')
  },
)

it('lets the place somebody acted from be forgotten, and no more of an act changed with it', async () => {
  const w = await world()
  await published(w)
  const run = (changes: string) =>
    unchanged(w.db, () => forced(w.db.$client.execute(`UPDATE acts SET ${changes}`)))
  expect(await run("address = '192.0.2.7'")).toBe('append-only')
  // As if all had been done from somewhere.
  const by = { ...w.editor, from: '192.0.2.7' }
  await draftCommitment(w.as(by), { organisationId: w.organisationId, declaration: 'qd2015' })
  const of = "WHERE address = '192.0.2.7'"
  for (const change of [
    "kind = 'org.verified'",
    "user_id = 'usr_x'",
    'entry = 7',
    `fields = '{"a":1}'`,
  ])
    expect(await run(`address = NULL, ${change} ${of}`)).toBe('append-only')
  expect(await run(`address = '192.0.2.8' ${of}`)).toBe('append-only')
  await w.db.$client.execute(`UPDATE acts SET address = NULL ${of}`)
  expect((await w.db.select().from(acts)).filter(({ address }) => address !== null)).toEqual([])
})

it('lets the log have no gap, no entry twice and no leaf out of shape', async () => {
  const w = await world()
  const [entry] = await w.db.select().from(logEntries).orderBy(asc(logEntries.idx)).limit(1)
  const { public: size } = await countActs(w.db)
  const insert = (changes: Partial<typeof logEntries.$inferInsert>) =>
    unchanged(w.db, () =>
      forced(w.db.insert(logEntries).values({ ...entry!, actId: 'act_forced', ...changes })),
    )
  expect(await insert({ idx: size + 1 })).toBe('gap')
  expect(await insert({ idx: 0 })).toBe('gap')
  expect(await insert({ idx: size, leafHash: Buffer.alloc(31) })).toBe('shape')
  expect(await insert({ idx: size, leaf: Buffer.alloc(8193) })).toBe('shape')
})

/** Everything a stranger could be shown, from the tables it would be read from. */
async function publicView(db: Database) {
  const open = await db.select().from(commitments).where(isNotNull(commitments.publishedAt))
  const ids = open.map(({ id }) => id)
  const joined = await db.select().from(organisations).where(isNotNull(organisations.joinedAt))
  const decidedOrBack = inArray(reviews.state, ['decided', 'returned'])
  return JSON.stringify({
    declarations: await db.select({ body: declarations.body }).from(declarations),
    organisations: joined.map(({ id, state, names, group, country, website, identifier }) => [
      ...[id, state, names, group, country, website, identifier],
    ]),
    commitments: open.map(({ id, number, state, version, terms: said, ...row }) => [
      ...[id, number, state, version, said],
      ...[row.outcome, row.assurance, row.nextDueOn, row.endReason],
    ]),
    versions: await db.select().from(commitmentVersions),
    parties: (await db.select().from(parties).where(eq(parties.state, 'accepted')))
      .filter(({ commitmentId }) => ids.includes(commitmentId))
      .map(({ id, role, share }) => [id, role, share]),
    rounds: await db.select().from(reportRounds),
    evidence: (await db.select().from(evidence).where(isNotNull(evidence.round))).map(
      ({ id, state, title, heldReason, url, round }) => [id, state, title, heldReason, url, round],
    ),
    reviews: (await db.select().from(reviews).where(decidedOrBack)).map(
      ({ id, kind, finding, reviewedValue, reasons, questions: asked }) => [
        ...[id, kind, finding, reviewedValue, reasons, asked],
      ],
    ),
    replies: await db.select().from(replies),
  })
}

it('changes what the public sees by public acts, and by nothing else', async () => {
  const w = await world()
  const { as, partner, coordinator, secondCoordinator, otherPartner } = w
  const kinds = new Set<string>()
  /** Does one thing; says whether the public's view and the log both moved, or neither. */
  const step = async <value>(what: string, action: () => Promise<value>): Promise<value> => {
    const [view, log] = [await publicView(w.db), await countActs(w.db)]
    const result = await action()
    const grown = (await countActs(w.db)).public - log.public
    const moved = (await publicView(w.db)) !== view
    expect({ what, moved, grown }).toEqual({ what, moved: grown === 1, grown: moved ? 1 : 0 })
    await checkStanding(w.db, TODAY)
    await checkReplay(w.db, NOW)
    kinds.add((await lastAct(w.db)).kind)
    return result
  }

  await step('open', () => openDeclaration(as(w.administrator), declaration))
  const { organisation } = granted(
    await step('register', () => registerOrganisation(as(w.stranger), organisationInput)),
  )
  const decide = (move: 'verify' | 'suspend' | 'reinstate') =>
    step(move, () => decideOrganisation(as(coordinator), organisation.id, move, reason))
  for (const move of ['verify', 'suspend', 'reinstate'] as const) granted(await decide(move))
  const founder = await again(w.db, w.stranger.userId)
  const { token } = granted(
    await step('invite member', () =>
      inviteMember(as(founder), organisation.id, { email: 'a@b.example', role: 'editor' }, 'en'),
    ),
  )
  granted(await step('join', () => acceptInvitation(as(w.administrator), token)))
  const place = (
    await w.db.select().from(members).where(eq(members.userId, w.administrator.userId))
  )[0]!
  granted(await step('change role', () => changeRole(as(founder), place.id, 'focal-point')))
  granted(await step('remove member', () => removeMember(as(founder), place.id)))

  const draft = () =>
    draftCommitment(as(partner), { organisationId: w.organisationId, declaration: 'qd2015' })
  const { id } = granted(await step('draft', draft)).commitment
  const answers = { ...terms(), translations: {} }
  granted(await step('edit', () => editCommitment(as(partner), id, answers)))
  const first = await step('invite', () => invited(w, id))
  granted(await step('consent', () => answerParty(as(otherPartner), first, 'accept', '')))
  granted(await step('submit', () => submitCommitment(as(partner), id)))
  granted(await step('return', () => returnCommitment(as(coordinator), id, questions)))
  granted(await step('submit again', () => submitCommitment(as(partner), id)))
  const { commitment } = granted(
    await step('publish', () => publishCommitment(as(coordinator), id)),
  )
  const change = amended(commitment, 'Train 12,000 teachers well')
  granted(await step('amend', () => amendCommitment(as(partner), id, change)))
  granted(await step('leave', () => answerParty(as(otherPartner), first, 'leave', reason)))
  const second = await step('invite again', () => invited(w, id))
  granted(await step('refuse', () => answerParty(as(otherPartner), second, 'refuse', reason)))
  const third = await step('and again', () => invited(w, id))
  granted(await step('accept', () => answerParty(as(otherPartner), third, 'accept', '')))

  const other = granted(await step('draft another', draft)).commitment.id
  granted(await step('edit it', () => editCommitment(as(partner), other, answers)))
  granted(await step('submit it', () => submitCommitment(as(partner), other)))
  granted(await step('decline it', () => declineCommitment(as(coordinator), other, reason)))

  const open = async (what: string) => {
    const milestoneId = firstOf(commitment)
    return granted(await step(what, () => draftReport(as(partner), milestoneId))).report.id
  }
  const report = await open('draft report')
  granted(await step('edit report', () => editReport(as(partner), report, reportContent)))
  const piece = granted(await step('attach', () => attachLink(as(partner), report, link)))
  granted(await step('remove', () => removeEvidence(as(partner), piece.evidence.id)))
  const kept = granted(await step('attach a file', () => attachFile(as(partner), report, file)))
  granted(await step('report', () => submitReport(as(partner), report)))
  const take = async (of: string) =>
    granted(await step('take', () => takeReport(as(coordinator), of))).review.id
  const seen = await take(report)
  granted(await step('open evidence', () => openEvidence(as(coordinator), kept.evidence.id)))
  granted(await step('take over', () => takeOverReview(as(secondCoordinator), seen)))
  granted(await step('send back', () => returnReport(as(secondCoordinator), seen, questions)))
  const less = { ...reportContent, value: 2990 }
  granted(await step('edit report again', () => editReport(as(partner), report, less)))
  granted(await step('report again', () => submitReport(as(partner), report)))
  const review = await take(report)
  const found = { ...findingContent, finding: 'not-achieved' as const }
  const find = () => proposeFinding(as(coordinator), review, found)
  granted(await step('propose', find))
  granted(await step('disagree', () => sendBackFinding(as(secondCoordinator), review, reason)))
  granted(await step('propose again', find))
  granted(await step('confirm', () => confirmFinding(as(secondCoordinator), review)))
  granted(await step('reply', () => replyToFinding(as(partner), review, reply)))
  const correct = async () =>
    granted(await step('correct', () => proposeCorrection(as(coordinator), report, correction)))
      .review.id
  const wrong = await correct()
  granted(await step('not so', () => sendBackFinding(as(secondCoordinator), wrong, reason)))
  const right = await correct()
  granted(await step('corrected', () => confirmFinding(as(secondCoordinator), right)))
  const later = await open('draft a second report')
  granted(await step('edit it too', () => editReport(as(partner), later, reportContent)))
  granted(await step('hand it in', () => submitReport(as(partner), later)))
  const last = await take(later)
  granted(await step('find', () => proposeFinding(as(coordinator), last, findingContent)))
  granted(await step('agree', () => confirmFinding(as(secondCoordinator), last)))
  const unsure = await step('propose to withhold', () => withholding(w, id, 'A third'))
  granted(await step('keep', () => refuseRedaction(as(secondCoordinator), unsure, reason)))
  const sure = await step('propose it again', () => withholding(w, id, 'teachers well'))
  granted(await step('withhold', () => carryOutRedaction(as(secondCoordinator), sure)))
  await step('close', () => turnTheDay({ db: w.db, now: daysFromNow(15) }))

  const now = daysFromNow(15)
  const more = await submitted(w, {}, now)
  granted(await step('publish more', () => publishCommitment(as(coordinator, now), more.id)))
  granted(await step('withdraw', () => withdrawCommitment(as(partner, now), more.id, reason)))
  expect([...publicKinds].filter((kind) => !kinds.has(kind))).toEqual([])
  await checkLog(w.db)
})

it('queues letters with the act', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const before = await w.db.select().from(mails)
  granted(await publishCommitment(w.as(w.coordinator), id))
  expect(await w.db.select().from(mails)).toHaveLength(before.length + 1)
})
