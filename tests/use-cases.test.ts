import { readdirSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { members } from '#app/db/schema/organisations.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { Acting } from '#app/use-cases/acting.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { file, link } from '#tests/support/pieces.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  drafted,
  findingContent,
  granted,
  published,
  qingdao,
  reportContent,
  submitted,
  terms,
  world,
} from '#tests/support/world.ts'

type Done = (acting: Acting, ...args: never[]) => unknown
const modules = import.meta.glob<Record<string, Done>>('../app/use-cases/**/*.server.ts', {
  eager: true,
})

/** Every use-case there is, by name: an exported function whose first argument is who acts. */
const useCases = new Map(
  readdirSync('app/use-cases', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.server.ts'))
    .flatMap((path) => {
      const source = readFileSync(`app/use-cases/${path}`, 'utf8')
      const named =
        /export (?:async function|function|const) (\w+)(?:\(| = (?:async )?\()\s*(?:\w+|\{[^}]*\}): Acting\b/g
      return [...source.matchAll(named)].map(([, name = '']): [string, Done | undefined] => [
        name,
        modules[`../app/use-cases/${path}`]?.[name],
      ])
    }),
)

/** What anybody signed in may do for themselves; the rule of each has its own test. */
// What was handed in is read before the rule is asked: importCommitments, at its end, asks.
const forOneself =
  /^(?:importFiles|registerOrganisation|acceptInvitation|exportOwnData|eraseAccount)$/
/** One’s own account is no other’s: these take no id of anybody. */
const ofOwnAccount = (path: string) => path.startsWith('accounts/')
const inAccounts = new Set(
  readdirSync('app/use-cases/accounts')
    .filter((path) => ofOwnAccount(`accounts/${path}`))
    .flatMap((path) => Object.keys(modules[`../app/use-cases/accounts/${path}`] ?? {})),
)
const administering = [
  'appointCoordinator',
  'endCoordinator',
  'changeCoordinators',
  'changeAccount',
]

const reason = 'Its official site has been taken over.'
const questions = [{ field: 'value', text: 'How were they counted?' }]

/** The arguments each use-case would be granted with, from somebody who may. */
async function everything() {
  const w = await world()
  const draft = await drafted(w)
  const waiting = await submitted(w)
  const [one] = terms().milestones
  const record = await published(w, {
    milestones: [one!, { ...one!, id: 'b' }, { ...one!, id: 'c' }],
  })
  const [first = '', second = '', third = ''] = (record.terms.milestones ?? []).map(({ id }) => id)
  const reportOn = async (milestone: string) => {
    const { report } = granted(await draftReport(w.as(w.partner), milestone))
    granted(await editReport(w.as(w.partner), report.id, reportContent))
    const { evidence } = granted(await attachLink(w.as(w.partner), report.id, link))
    return { id: report.id, evidenceId: evidence.id }
  }
  const reported = await reportOn(first)
  granted(await submitReport(w.as(w.partner), reported.id))
  const { review } = granted(await takeReport(w.as(w.coordinator), reported.id))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  const drafting = await reportOn(second)
  const asked = { organisationId: w.otherOrganisationId, role: 'Training', share: '' }
  const { party } = granted(await inviteParty(w.as(w.partner), draft.id, asked))
  const wish = { words: ['two weeks each'], evidenceIds: [], basis: 'court', reason } as const
  const { redaction } = granted(
    await proposeRedaction(w.as(w.coordinator), record.id, {
      ...wish,
      words: [...wish.words],
      evidenceIds: [],
    }),
  )
  const place = (await w.db.select().from(members)).find(({ userId }) => userId === w.editor.userId)
  const order = { mapping: { declaration: 'qd2015' }, rows: [] }

  const args: Record<string, unknown[]> = {
    amendCommitment: [record.id, { ...terms(), reason }],
    answerParty: [party.id, 'accept', ''],
    appointCoordinator: [w.stranger.email, reason],
    attachFile: [drafting.id, file],
    attachLink: [drafting.id, link],
    carryOutRedaction: [redaction.id],
    changeAccount: [w.editor.userId, { change: 'disable', reason }],
    changeCoordinators: [{ change: 'appoint', email: w.stranger.email, reason }],
    changeRole: [place?.id, 'focal-point'],
    confirmFinding: [review.id],
    decideOrganisation: [w.organisationId, 'suspend', reason],
    declineCommitment: [waiting.id, reason],
    draftCommitment: [{ organisationId: w.organisationId, declaration: 'qd2015' }],
    draftReport: [third],
    editCommitment: [draft.id, { ...terms(), translations: {} }],
    editReport: [drafting.id, reportContent],
    endCoordinator: [w.coordinator.userId, reason],
    importCommitments: [order],
    importPackage: [{ files: new Map() }],
    inviteMember: [w.organisationId, { email: 'new@people.example', role: 'editor' }, 'en'],
    inviteParty: [draft.id, asked],
    keepReport: [drafting.id, reportContent],
    openDeclaration: [{ ...qingdao, key: 'other' }],
    openEvidence: [reported.evidenceId],
    proposeCorrection: [
      reported.id,
      { finding: 'partly-achieved', reviewedValue: 900, reasons: reason },
    ],
    proposeFinding: [review.id, findingContent],
    proposeRedaction: [record.id, wish],
    publishCommitment: [waiting.id],
    refuseRedaction: [redaction.id, reason],
    removeEvidence: [drafting.evidenceId],
    removeMember: [place?.id],
    replyToFinding: [review.id, { stance: 'accepts', lang: 'en', text: reason }],
    returnCommitment: [waiting.id, questions],
    returnReport: [review.id, questions],
    screenCommitment: [waiting.id, { decision: 'publish' }],
    sendBackFinding: [review.id, reason],
    submitCommitment: [draft.id],
    submitReport: [drafting.id],
    takeNext: [],
    takeOverReview: [review.id],
    takeReport: [reported.id],
    tryLetterAgain: ['mal_1'],
    withdrawCommitment: [record.id, reason],
  }
  return { w, args }
}

it('knows how each use-case is asked, and of none that is gone', async () => {
  const { args } = await everything()
  const asked = [...useCases.keys()].filter(
    (name) => !forOneself.test(name) && (!inAccounts.has(name) || administering.includes(name)),
  )
  expect(useCases.size).toBeGreaterThan(40)
  expect(Object.keys(args).toSorted()).toEqual(asked.toSorted())
})

it('grants nothing to somebody who is nobody here, and writes nothing for them', async () => {
  const { w, args } = await everything()
  const nobody: Actor = {
    userId: 'usr_nobody',
    administrator: false,
    coordinator: false,
    memberships: [],
  }
  // A member who left, and an account that has not shown its address, are nobody here either.
  const place = {
    organisationId: w.organisationId,
    role: 'focal-point',
    since: w.now,
    until: w.now,
    suspended: false,
  } as const
  const actors: Record<string, Actor> = {
    nobody,
    former: { ...nobody, memberships: [place] },
    unconfirmed: { ...w.partner, unconfirmed: true },
  }
  const told: string[] = []
  for (const [name, given] of Object.entries(args))
    for (const [who, actor] of Object.entries(actors)) {
      const ask = async () =>
        useCases.get(name)?.({ ...w.as(w.stranger), actor }, ...(given as never[]))
      const answer = (await unchanged(w.db, ask)) as { ok: boolean; code?: string } | undefined
      if (!answer || answer.ok || !forbidding.test(answer.code ?? ''))
        told.push(`${name} ${who} ${answer?.code ?? 'granted'}`)
    }
  expect(told).toEqual([])
}, 60_000)

const forbidding = /^(?:not-your-\w+|coordinator-only|administrator-only|address-not-confirmed)$/
