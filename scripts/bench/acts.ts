import { closeDatabase } from '#app/db/client.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import { seededRandom } from '../scratch/random.ts'
import {
  granted,
  openScratchRegister,
  scratchTerms,
  verifiedOrganisation,
} from '../scratch/register.ts'
import { findingOn, reportOn } from './lives.ts'
import { median, milliseconds, timed, type Row } from './measure.ts'

const TIMES = 60

/** What people's acts cost, from the draft to the finding, in a small register and in a full one. */
export async function benchActs(small: string, full: string): Promise<Row> {
  const both = [await at(small), await at(full)] as const
  const random = seededRandom(2)
  for (let i = 0; i < TIMES; i += 1)
    for (const one of random() < 0.5 ? both : both.toReversed()) await one.go()
  for (const one of both) one.close()
  const [limit, kept] = [median(both[0].times), median(both[1].times)]
  return {
    work: 'publish, report and review, in the full register',
    limit: `${milliseconds(limit)} in a small one`,
    kept: milliseconds(kept),
    ratio: kept / limit,
    budget: { atMost: 1.5 },
  }
}

async function at(folder: string) {
  const register = await openScratchRegister(folder)
  const { db, coordinator } = register
  // Not the one that leads every commitment there is: no real one does.
  const organisationId = await verifiedOrganisation(register, 'Teachers’ College', new Date())
  const { partner } = await openScratchRegister(folder)
  const as = (actor: typeof partner) => ({ db, actor, now: new Date() })
  const times: number[] = []
  async function acts() {
    const draft = { organisationId, declaration: 'qd2015' }
    const { id } = granted(await draftCommitment(as(partner), draft)).commitment
    granted(await editCommitment(as(partner), id, scratchTerms('Train them', 5, new Date())))
    granted(await submitCommitment(as(partner), id))
    const { commitment } = granted(await publishCommitment(as(coordinator), id))
    const [milestone] = commitment.terms.milestones ?? []
    if (!milestone) throw new Error('a commitment was published without milestones')
    const { report } = granted(await draftReport(as(partner), milestone.id))
    granted(await editReport(as(partner), report.id, reportOn(milestone.target, new Date())))
    granted(await submitReport(as(partner), report.id))
    const { review } = granted(await takeReport(as(coordinator), report.id))
    granted(await proposeFinding(as(coordinator), review.id, findingOn(milestone.target)))
  }
  return {
    times,
    go: async () => void times.push(await timed(acts)),
    close: () => closeDatabase(db),
  }
}
