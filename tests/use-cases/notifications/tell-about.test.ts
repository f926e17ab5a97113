import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { coordinators, users } from '#app/db/schema/accounts.ts'
import { mails as queued } from '#app/db/schema/acts.ts'
import { members } from '#app/db/schema/organisations.ts'
import { writing } from '#app/db/transaction.server.ts'
import { privateKinds, publicKinds } from '#app/domain/acts/act.ts'
import { audienceOf } from '#app/domain/notifications/audience.ts'
import { mails } from '#app/i18n/messages/en/mails.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { declineCommitment } from '#app/use-cases/commitments/decline-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { ORIGIN_MARK, tellAbout } from '#app/use-cases/notifications/tell-about.server.ts'
import { changeRole } from '#app/use-cases/organisations/change-role.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { forced } from '#tests/support/forced.ts'
import { lastAct, lettersOf } from '#tests/support/recorded.ts'
import {
  drafted,
  findingContent,
  granted,
  NOW,
  organisationInput,
  published,
  reportContent,
  submitted,
  world,
  type World,
} from '#tests/support/world.ts'

const questions = [{ field: 'milestones', text: 'How do you count them?' }]
const reason = 'We have no staff for it this year.'

/** Whom the letters go to, by their names in this small world. */
const toldBy = async (w: World, action: () => Promise<{ ok: boolean }>) => {
  const letters = await lettersOf(w.db, async () => expect((await action()).ok).toBe(true))
  return letters.map(({ to }) => to.replace('@people.example', '')).toSorted()
}

/** The entries whose signature somebody's letters wait for. */
const waitingFor = async (w: World, who: 'partner' | 'editor' | 'coordinator') => {
  const rows = await w.db.select().from(queued).where(eq(queued.to, w[who].email))
  return rows.map(({ entry }) => entry)
}

it('has words for every act somebody is told of', () => {
  const told = [...publicKinds, ...privateKinds].filter((kind) => audienceOf({ kind }))
  const missing = told.filter((kind) => !(`mail.${kind}` in mails))
  expect(missing).toEqual([])
})

it('tells coordinators of an organisation, and the organisation of the decision', async () => {
  const w = await world()
  let id = ''
  const register = async () => {
    const result = await registerOrganisation(w.as(w.stranger), organisationInput)
    id = granted(result).organisation.id
    return result
  }
  expect(await toldBy(w, register)).toEqual(['conflicted', 'coordinator', 'second'])
  const verify = () => decideOrganisation(w.as(w.coordinator), id, 'verify', '')
  expect(await toldBy(w, verify)).toEqual(['stranger'])
})

it('tells coordinators of a submitted commitment, but none who has an interest in it', async () => {
  const w = await world()
  const { id } = await drafted(w)
  expect(await toldBy(w, () => submitCommitment(w.as(w.partner), id))).toEqual([
    'coordinator',
    'second',
  ])
})

it('tells the lead’s focal points what became of it', async () => {
  const w = await world()
  const [one, two, three] = [await submitted(w), await submitted(w), await submitted(w)]
  const to = [
    await toldBy(w, () => returnCommitment(w.as(w.coordinator), one.id, questions)),
    await toldBy(w, () => declineCommitment(w.as(w.coordinator), two.id, reason)),
    await toldBy(w, () => publishCommitment(w.as(w.coordinator), three.id)),
  ]
  expect(to).toEqual([['partner'], ['partner'], ['partner']])
})

it('tells who is invited, and the lead what they answer', async () => {
  const w = await world()
  const { id } = await published(w)
  const input = { organisationId: w.otherOrganisationId, role: 'Trains', share: '' }
  let partyId = ''
  const invite = async () => {
    const result = await inviteParty(w.as(w.partner), id, input)
    partyId = granted(result).party.id
    return result
  }
  const answer = (move: 'accept' | 'refuse' | 'leave') => () =>
    answerParty(w.as(w.otherPartner), partyId, move, reason)
  expect(await toldBy(w, invite)).toEqual(['other'])
  expect(await toldBy(w, answer('accept'))).toEqual(['other', 'partner'])
  expect(await toldBy(w, answer('leave'))).toEqual(['other', 'partner'])
  expect(await toldBy(w, invite)).toEqual(['other'])
  expect(await toldBy(w, answer('refuse'))).toEqual(['partner'])
})

it('tells of a report, of what came of it, and of a correction', async () => {
  const w = await world()
  const { terms } = await published(w)
  const { report } = granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id))
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  const submit = () => submitReport(w.as(w.partner), report.id)
  let reviewId = ''
  const take = async () => {
    const result = await takeReport(w.as(w.coordinator), report.id)
    reviewId = granted(result).review.id
    return result
  }
  const back = () => returnReport(w.as(w.coordinator), reviewId, questions)
  const propose = () => proposeFinding(w.as(w.coordinator), reviewId, findingContent)
  const confirm = () => confirmFinding(w.as(w.secondCoordinator), reviewId)
  expect(await toldBy(w, submit)).toEqual(['coordinator', 'partner', 'second'])
  expect(await toldBy(w, take)).toEqual([])
  expect(await toldBy(w, back)).toEqual(['partner'])
  expect(await toldBy(w, submit)).toEqual(['coordinator', 'partner', 'second'])
  await take()
  expect(await toldBy(w, propose)).toEqual(['second'])
  expect(await toldBy(w, confirm)).toEqual(['partner'])
  const correct = await proposeCorrection(w.as(w.secondCoordinator), report.id, {
    finding: 'not-achieved',
    reviewedValue: 900,
    reasons: 'The lists were of another year altogether.',
  })
  reviewId = granted(correct).review.id
  expect(await toldBy(w, () => confirmFinding(w.as(w.coordinator), reviewId))).toEqual(['partner'])
})

it('tells nobody what they did themselves', async () => {
  const w = await world()
  const register = () => registerOrganisation(w.as(w.coordinator), organisationInput)
  expect(await toldBy(w, register)).toEqual(['conflicted', 'second'])
})

it('tells every focal point of now, no editor and no former member or coordinator', async () => {
  const w = await world()
  const place = await w.db.select().from(members).where(eq(members.userId, w.editor.userId)).get()
  granted(await changeRole(w.as(w.partner), place!.id, 'focal-point'))
  const { id } = await submitted(w)
  expect(await toldBy(w, () => publishCommitment(w.as(w.coordinator), id))).toEqual([
    'editor',
    'partner',
  ])
  granted(await removeMember(w.as(w.partner), place!.id))
  await w.db
    .update(coordinators)
    .set({ endedAt: NOW })
    .where(eq(coordinators.userId, w.secondCoordinator.userId))
  const { id: next } = await drafted(w)
  expect(await toldBy(w, () => submitCommitment(w.as(w.partner), next))).toEqual(['coordinator'])
  expect(await toldBy(w, () => publishCommitment(w.as(w.coordinator), next))).toEqual(['partner'])
})

it('writes in the reader’s language, with the number and where to go', async () => {
  const w = await world()
  await w.db.update(users).set({ locale: 'fr' }).where(eq(users.id, w.partner.userId))
  const { id } = await submitted(w)
  let number: string | null = ''
  const letters = await lettersOf(w.db, async () => {
    number = granted(await publishCommitment(w.as(w.coordinator), id)).commitment.number
  })
  expect(letters).toHaveLength(1)
  expect(letters[0]?.subject).toContain(number)
  expect(letters[0]?.text).toContain(`${ORIGIN_MARK}/fr/desk\n`)
  expect(JSON.stringify(letters)).not.toMatch(/mail\.|\{about\}/)
})

it('calls an unpublished commitment by its title, and an organisation by its name', async () => {
  const w = await world()
  const { id } = await drafted(w, { title: 'Train <them> & {all}' })
  const [letter] = await lettersOf(w.db, () => submitCommitment(w.as(w.partner), id))
  expect(letter?.subject).toContain('Train <them> & {all}')
  expect(letter?.text).toContain(`${ORIGIN_MARK}/en/desk/queue\n`)
  const register = () =>
    registerOrganisation(w.as(w.stranger), { ...organisationInput, name: 'Ecole', lang: 'fr' })
  expect((await lettersOf(w.db, register))[0]?.subject).toContain('Ecole')
})

it('says which entry of the log it tells of, and where the receipt is', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const publish = () => publishCommitment(w.as(w.coordinator), id)
  const [letter] = await lettersOf(w.db, publish)
  const { entry } = await lastAct(w.db)
  expect(letter?.text).toContain(`${ORIGIN_MARK}/en/log/${entry}\n`)
  expect(letter?.text).toContain(`${ORIGIN_MARK}/log/receipt/${entry}\n`)
  expect(await waitingFor(w, 'partner')).toContain(entry)
  const { id: draft } = await drafted(w)
  const [private_] = await lettersOf(w.db, () => submitCommitment(w.as(w.partner), draft))
  expect(private_?.text).not.toContain('/log/')
})

it('sends the receipt of what was done for an organisation to all its focal points', async () => {
  const w = await world()
  const place = await w.db.select().from(members).where(eq(members.userId, w.editor.userId)).get()
  granted(await changeRole(w.as(w.partner), place!.id, 'focal-point'))
  const { id, number } = await published(w)
  const withdraw = () => withdrawCommitment(w.as(w.partner), id, reason)
  const letters = await lettersOf(w.db, withdraw)
  const { entry } = await lastAct(w.db)
  // The one who did it as well: in their name, perhaps, by somebody else.
  expect(letters.map(({ to }) => to).toSorted()).toEqual([w.editor.email, w.partner.email])
  for (const { subject, text } of letters) {
    expect(subject).toBe(`Commitment withdrawn: ${number}`)
    expect(text).toContain('If you know nothing of it')
    expect(text).toContain(`entry ${entry} of the public log`)
    expect(text).not.toContain(reason)
  }
  expect(await waitingFor(w, 'editor')).toContain(entry)
})

it('lets coordinators read at once what they only have to look at', async () => {
  const w = await world()
  const { terms } = await published(w)
  const { report } = granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id))
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  granted(await submitReport(w.as(w.partner), report.id))
  const { entry } = await lastAct(w.db)
  expect(await waitingFor(w, 'coordinator')).not.toContain(entry)
  expect(await waitingFor(w, 'partner')).toContain(entry)
})

it('queues nothing for an act that is refused or undone', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const refused = () => publishCommitment(w.as(w.conflicted), id)
  expect(await lettersOf(w.db, refused)).toEqual([])
  await w.db.$client.execute(
    "CREATE TRIGGER late BEFORE INSERT ON mails BEGIN SELECT RAISE(ABORT, 'on purpose'); END",
  )
  const undone = () => forced(publishCommitment(w.as(w.coordinator), id))
  expect(await lettersOf(w.db, async () => expect(await undone()).toBe('on purpose'))).toEqual([])
})

it('queues in the transaction it is given, and nothing when that fails', async () => {
  const w = await world()
  const tell = () =>
    writing(w.db, async (tx) => {
      const by = {
        userId: w.coordinator.userId,
        organisationId: null,
        role: 'coordinator' as const,
      }
      const about = { subject: w.organisationId, commitmentId: null }
      const act = { kind: 'org.verified' as const, ...about, by, at: NOW, clauses: [], fields: {} }
      await tellAbout(tx, act, 0)
      throw new Error('on purpose')
    })
  const undone = async () => expect(await forced(tell())).toBe('on purpose')
  expect(await lettersOf(w.db, undone)).toEqual([])
})
