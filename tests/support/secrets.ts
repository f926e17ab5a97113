import { declineCommitment } from '#app/use-cases/commitments/decline-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import {
  dayFromNow,
  daysFromNow,
  drafted,
  findingContent,
  granted,
  organisationInput,
  published,
  reportContent,
  submitted,
  terms,
  underReview,
  world,
  type World,
} from './world.ts'

/** A word that stands in everything the public must not read, and nowhere else. */
export const SECRET = 'unsaidword'
const secretly = `${SECRET}, which is nobody else’s business yet.`

/** One public commitment, and beside it one of everything that is not public. */
export async function worldWithSecrets() {
  const w = await world()
  const [first] = terms().milestones
  const commitment = await published(w, {
    milestones: [
      first!,
      { ...first!, id: 'mls_2', title: 'Half of all districts', dueOn: dayFromNow(-5) },
      { ...first!, id: 'mls_3', title: 'Every district', dueOn: dayFromNow(30) },
    ],
  })
  const [one = '', two = ''] = (commitment.terms.milestones ?? []).map(({ id }) => id)
  await reviewOpened(w, one)
  await reportBegun(w, two)
  granted(
    await inviteParty(w.as(w.partner), commitment.id, {
      organisationId: w.otherOrganisationId,
      role: secretly,
      share: secretly,
    }),
  )
  await unpublished(w)
  await unverified(w)
  return { w, db: w.db, commitment, number: commitment.number ?? '' }
}

/** Handed in with one piece for all and one that is held; a coordinator reads it. */
async function reviewOpened(w: World, milestoneId: string) {
  const partner = w.as(w.partner, daysFromNow(-4))
  const { report } = granted(await draftReport(partner, milestoneId))
  granted(await editReport(partner, report.id, reportContent))
  const described = { kind: 'link', lang: 'en', title: 'Attendance lists' } as const
  for (const piece of [
    { url: 'https://lists.example/all', access: 'public', heldReason: '' },
    { url: `https://lists.example/${SECRET}`, access: 'held', heldReason: 'Names of minors' },
  ] as const)
    granted(await attachLink(partner, report.id, { ...described, ...piece }))
  granted(await submitReport(partner, report.id))
  granted(await takeReport(w.as(w.coordinator, daysFromNow(-3)), report.id))
}

/** Written and not handed in, evidence and all. */
async function reportBegun(w: World, milestoneId: string) {
  const partner = w.as(w.partner, daysFromNow(-2))
  const { report } = granted(await draftReport(partner, milestoneId))
  granted(await editReport(partner, report.id, { ...reportContent, happened: secretly }))
  granted(
    await attachLink(partner, report.id, {
      kind: 'link',
      lang: 'en',
      title: secretly,
      url: `https://lists.example/${SECRET}`,
      access: 'public',
      heldReason: '',
    }),
  )
}

/** In every state that comes before publication. */
async function unpublished(w: World) {
  const secret = { title: secretly, text: terms().text + secretly }
  await drafted(w, secret)
  await submitted(w, secret)
  const returned = await submitted(w, secret)
  granted(
    await returnCommitment(w.as(w.coordinator), returned.id, [{ field: 'text', text: secretly }]),
  )
  const declined = await submitted(w, secret)
  granted(await declineCommitment(w.as(w.coordinator), declined.id, secretly))
}

async function unverified(w: World) {
  const named = { ...organisationInput, name: secretly, identityCheck: secretly }
  granted(await registerOrganisation(w.as(w.stranger), named))
  const another = { ...named, name: `${secretly} twice` }
  const { organisation } = granted(await registerOrganisation(w.as(w.stranger), another))
  granted(await decideOrganisation(w.as(w.coordinator), organisation.id, 'refuse', secretly))
}

/** A finding that would make a commitment Kept, and waits for its second person. */
export async function proposedInSecret() {
  const w = await world()
  const { number, ...commitment } = await published(w)
  const { review } = await underReview(w, commitment)
  const found = { ...findingContent, reviewedValue: 2999.5, reasons: secretly }
  granted(await proposeFinding(w.as(w.coordinator), review.id, found))
  return { w, db: w.db, review, number: number ?? '' }
}
