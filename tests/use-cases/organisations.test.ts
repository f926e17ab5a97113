import { expect, it } from 'vitest'

import { members } from '#app/db/schema/organisations.ts'
import { stances, type Permission } from '#app/domain/access/access.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { Result } from '#app/domain/shared/result.ts'
import type { Acting } from '#app/use-cases/acting.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { acceptInvitation } from '#app/use-cases/organisations/accept-invitation.server.ts'
import { changeRole } from '#app/use-cases/organisations/change-role.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { again } from '#tests/support/people.ts'
import { refused } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  drafted,
  findingContent,
  granted,
  published,
  reportContent,
  terms,
  underReview,
  world,
} from '#tests/support/world.ts'

const reason = 'Its official site has been taken over.'
const anInvitation = { email: 'new@people.example', role: 'editor' } as const

const amended = ({ title, text, milestones }: Terms) => ({
  title,
  text,
  milestones,
  endOn: dayFromNow(500),
})

/** Everything of an organisation that can be written to, and each way of writing to it. */
async function everything() {
  const w = await world()
  const draft = await drafted(w)
  const [one] = terms().milestones
  const reviewed = await published(w, {
    milestones: [one!, { ...one!, id: 'mls_2' }, { ...one!, id: 'mls_3' }],
  })
  const { review } = await underReview(w, reviewed)
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  const second = reviewed.terms.milestones?.[1]?.id ?? ''
  const third = reviewed.terms.milestones?.[2]?.id ?? ''
  const { report } = granted(await draftReport(w.as(w.partner), second))
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  const theirs = granted(
    await draftCommitment(w.as(w.otherPartner), {
      organisationId: w.otherOrganisationId,
      declaration: 'qd2015',
    }),
  ).commitment
  const asked = { organisationId: w.organisationId, role: 'Training', share: '' }
  const { party } = granted(await inviteParty(w.as(w.otherPartner), theirs.id, asked))
  const place =
    (await w.db.select().from(members)).find(({ userId }) => userId === w.editor.userId)?.id ?? ''
  const { token } = granted(
    await inviteMember(w.as(w.partner), w.organisationId, anInvitation, 'en'),
  )

  const link = { title: 'Lists', lang: 'en', access: 'public', heldReason: '' } as const
  const writes: Partial<Record<Permission, (acting: Acting) => Promise<Result<unknown, string>>>> =
    {
      'invite-member': (acting) =>
        inviteMember(acting, w.organisationId, { email: 'b@people.example', role: 'editor' }, 'en'),
      'change-role': (acting) => changeRole(acting, place, 'focal-point'),
      'remove-member': (acting) => removeMember(acting, place),
      'draft-commitment': (acting) =>
        draftCommitment(acting, { organisationId: w.organisationId, declaration: 'qd2015' }),
      'edit-commitment': (acting) =>
        editCommitment(acting, draft.id, { ...terms(), translations: {} }),
      'invite-party': (acting) =>
        inviteParty(acting, draft.id, { ...asked, organisationId: w.otherOrganisationId }),
      'submit-commitment': (acting) => submitCommitment(acting, draft.id),
      'answer-party': (acting) => answerParty(acting, party.id, 'accept', ''),
      'leave-party': (acting) =>
        answerParty(acting, party.id, 'leave', 'We have no people for it.'),
      'amend-commitment': (acting) =>
        amendCommitment(acting, reviewed.id, {
          ...amended(reviewed.terms as Terms),
          reason: 'It ends a month later than planned.',
        }),
      'withdraw-commitment': (acting) =>
        withdrawCommitment(acting, reviewed.id, 'The programme lost its budget.'),
      'draft-report': (acting) => draftReport(acting, third),
      'attach-evidence': (acting) =>
        attachLink(acting, report.id, { ...link, kind: 'link', url: 'https://a.example/lists' }),
      'submit-report': (acting) => submitReport(acting, report.id),
      'reply-to-finding': (acting) =>
        replyToFinding(acting, review.id, {
          stance: 'accepts',
          lang: 'en',
          text: 'We accept the finding and thank you.',
        }),
    }
  return { w, writes, token }
}

it('is read-only to its members while it is suspended: each write is refused and told why', async () => {
  const { w, writes, token } = await everything()
  const membersOwn = Object.entries(stances)
    .filter(([, stance]) => stance === 'member' || stance === 'focal-point')
    .map(([permission]) => permission)
  expect([...Object.keys(writes), 'see-organisation'].toSorted()).toEqual(membersOwn.toSorted())

  granted(await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', reason))
  const focalPoint = w.as(await again(w.db, w.partner.userId))
  const editor = w.as(await again(w.db, w.editor.userId))
  const codes: Record<string, string> = {}
  for (const [permission, write] of Object.entries(writes)) {
    codes[permission] = await refused(w.db, () => write(focalPoint))
    expect(['organisation-suspended', 'focal-point-only']).toContain(
      await refused(w.db, () => write(editor)),
    )
  }
  expect(codes).toEqual(
    Object.fromEntries(Object.keys(writes).map((name) => [name, 'organisation-suspended'])),
  )
  expect(await refused(w.db, () => acceptInvitation(w.as(w.stranger), token))).toBe(
    'organisation-suspended',
  )
})

it('writes again once it is reinstated', async () => {
  const { w, writes, token } = await everything()
  granted(await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', reason))
  granted(await decideOrganisation(w.as(w.coordinator), w.organisationId, 'reinstate', reason))
  const focalPoint = w.as(await again(w.db, w.partner.userId))
  for (const name of ['invite-member', 'submit-report', 'reply-to-finding', 'amend-commitment'])
    granted((await writes[name as Permission]?.(focalPoint))!)
  expect((await acceptInvitation(w.as(w.stranger), token)).ok).toBe(true)
})
