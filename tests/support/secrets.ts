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
  world,
} from './world.ts'

/** Stands in every text that the public must never read. */
export const SECRET = 'zz-secret'
const secret = (what: string) => `${SECRET} ${what}, said long enough to be taken`

/**
 * A register full of what is nobody's business: a draft, a submitted, a returned and a declined
 * commitment, organisations not verified, an invited partner, a drafted report, a held link and a
 * finding that one person has proposed. One commitment with three milestones is public.
 */
export async function worldWithSecrets() {
  const w = await world()
  const { db } = w
  const named = (what: string) => ({
    title: secret(what),
    text: secret(what),
    problem: secret(what),
  })
  await drafted(w, named('draft'))
  await submitted(w, named('submitted'))
  const returned = await submitted(w, named('returned'))
  const questions = [{ field: 'title', text: secret('question') }]
  granted(await returnCommitment(w.as(w.coordinator), returned.id, questions))
  const declined = await submitted(w, named('declined'))
  granted(await declineCommitment(w.as(w.coordinator), declined.id, secret('declined because')))

  for (const refused of [false, true]) {
    const { organisation } = granted(
      await registerOrganisation(w.as(w.stranger), {
        ...organisationInput,
        name: secret(`organisation ${refused}`),
        identityCheck: secret('how to check'),
      }),
    )
    if (refused)
      granted(
        await decideOrganisation(w.as(w.coordinator), organisation.id, 'refuse', secret('refused')),
      )
  }

  const [first] = terms().milestones
  if (!first) throw new Error('terms without a milestone')
  const commitment = await published(w, {
    milestones: [
      first,
      { ...first, id: 'mls_2', dueOn: dayFromNow(-5) },
      { ...first, id: 'mls_3', dueOn: dayFromNow(30) },
    ],
  })
  granted(
    await inviteParty(w.as(w.partner), commitment.id, {
      organisationId: w.otherOrganisationId,
      role: secret('role'),
      share: secret('share'),
    }),
  )
  const ids = (commitment.terms.milestones ?? []).map(({ id }) => id)

  const now = daysFromNow(-4)
  const handed = granted(await draftReport(w.as(w.partner, now), ids[0] ?? '')).report
  granted(await editReport(w.as(w.partner, now), handed.id, reportContent))
  const link = { title: 'Attendance lists', lang: 'en', kind: 'link' } as const
  const open = {
    ...link,
    access: 'public',
    heldReason: '',
    url: 'https://lists.example/all',
  } as const
  granted(await attachLink(w.as(w.partner, now), handed.id, open))
  granted(
    await attachLink(w.as(w.partner, now), handed.id, {
      ...link,
      access: 'held',
      heldReason: 'Names of minors',
      url: `https://${SECRET}.example/`,
    }),
  )
  granted(await submitReport(w.as(w.partner, now), handed.id))
  const { review } = granted(await takeReport(w.as(w.coordinator, now), handed.id))

  const working = granted(await draftReport(w.as(w.partner), ids[1] ?? '')).report
  granted(
    await editReport(w.as(w.partner), working.id, {
      ...reportContent,
      happened: secret('not handed in'),
    }),
  )
  granted(
    await attachLink(w.as(w.partner), working.id, { ...open, title: secret('draft evidence') }),
  )

  const number = commitment.number ?? ''
  return { w, db, commitment, number, review, handed }
}

/** The same with one milestone, so that a finding waits for its second person. */
export async function proposedInSecret() {
  const w = await world()
  const commitment = await published(w)
  const now = daysFromNow(-4)
  const milestoneId = commitment.terms.milestones?.[0]?.id ?? ''
  const { report } = granted(await draftReport(w.as(w.partner, now), milestoneId))
  granted(await editReport(w.as(w.partner, now), report.id, reportContent))
  granted(await submitReport(w.as(w.partner, now), report.id))
  const { review } = granted(await takeReport(w.as(w.coordinator, now), report.id))
  const found = { ...findingContent, reasons: secret('reasons'), reviewedValue: 2999.5 }
  granted(await proposeFinding(w.as(w.coordinator, now), review.id, found))
  return { w, db: w.db, commitment, number: commitment.number ?? '', review }
}
