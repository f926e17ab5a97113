import type { Finding } from '#app/domain/milestones/report-state.ts'
import { addDays, dayOf, type Day } from '#app/domain/shared/dates.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import type { Acting } from '#app/use-cases/acting.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import { granted, scratchTerms, type ScratchRegister } from '../scratch/register.ts'
import { stand } from './copies.ts'

/** A commitment's life in days from today, each of five milestones with what becomes of it. */
export type Life = {
  /** How many of a hundred live it. */
  share: number
  published?: number
  starts?: number
  /** Due days of its milestones. */
  due: readonly number[]
  amended?: number
  /** What becomes of the first, the second, … milestone. */
  reports?: readonly (Finding | 'claimed' | 'taken' | 'disputed')[]
  withdrawn?: number
  submitted?: true
}

const ahead = [200, 400, 600, 800, 1000]
const past = [-700, -550, -400, -250, -100]
const each = (finding: Finding): Finding[] => Array.from({ length: 5 }, () => finding)

/** Every status the public can read, and two that it cannot. */
export const lives: readonly Life[] = [
  { share: 5, published: -20, starts: 60, due: ahead },
  { share: 18, published: -400, due: ahead },
  { share: 8, published: -420, due: [-10, ...ahead.slice(1)], reports: ['claimed'] },
  { share: 4, published: -440, due: [-12, ...ahead.slice(1)], reports: ['taken'] },
  { share: 10, published: -500, due: [-60, ...ahead.slice(1)] },
  { share: 6, published: -700, due: [-200, ...ahead.slice(1)], reports: ['partly-achieved'] },
  { share: 15, published: -800, due: [-300, -100, ...ahead.slice(2)] },
  { share: 6, published: -1000, due: past, reports: each('achieved') },
  {
    share: 4,
    published: -900,
    due: past,
    reports: [...each('achieved').slice(1), 'partly-achieved'],
  },
  { share: 3, published: -950, due: past, reports: each('not-achieved') },
  { share: 2, published: -380, due: [-30, ...ahead.slice(1)], reports: ['disputed'] },
  { share: 4, published: -600, due: ahead, withdrawn: -200 },
  {
    share: 10,
    published: -750,
    amended: -500,
    due: [-300, ...ahead.slice(1)],
    reports: ['achieved'],
  },
  { share: 3, due: ahead },
  { share: 2, due: ahead, submitted: true },
]

type People = ScratchRegister & { second: ScratchRegister['coordinator'] }

/** Lives it through the use-cases, up to today. Answers the commitment's id. */
export async function live(people: People, life: Life, today: Day): Promise<string> {
  const { db, partner, coordinator, second, organisationId } = people
  let last = new Date(0)
  const on = (days: number) => {
    const opens = new Date(`${addDays(today, days)}T08:00:00Z`)
    last = new Date(Math.max(opens.getTime(), last.getTime() + 60_000))
    return (actor: typeof partner): Acting => ({ db, actor, now: last })
  }
  const begun = life.published ?? -5
  const terms = termsOf(life, today, begun)
  const draft = { organisationId, declaration: 'qd2015' }
  const { id } = granted(await draftCommitment(on(begun)(partner), draft)).commitment
  granted(await editCommitment(on(begun)(partner), id, terms))
  if (life.published === undefined && !life.submitted) return id
  granted(await submitCommitment(on(begun)(partner), id))
  if (life.published === undefined) return id
  const { commitment } = granted(await publishCommitment(on(begun)(coordinator), id))
  const milestones = commitment.terms.milestones ?? []
  if (life.amended !== undefined) {
    const { text, endOn } = terms
    const reason = 'The districts asked for another term of preparation.'
    const changed = { reason, title: `${terms.title} well`, text, endOn, milestones }
    granted(await amendCommitment(on(life.amended)(partner), id, changed))
  }
  for (const [i, becomes] of (life.reports ?? []).entries()) {
    const { id: milestoneId, target } = milestones[i]!
    const days = (life.due[i] ?? 0) + 5
    const { report } = granted(await draftReport(on(days)(partner), milestoneId))
    const said = reportOn(target, new Date(`${addDays(today, days)}T08:00:00Z`))
    granted(await editReport(on(days)(partner), report.id, said))
    granted(await submitReport(on(days)(partner), report.id))
    if (becomes === 'claimed') continue
    const { review } = granted(await takeReport(on(days)(coordinator), report.id))
    if (becomes === 'taken') continue
    const finding = becomes === 'disputed' ? 'not-achieved' : becomes
    const found = { ...findingOn(target), finding }
    const decided = granted(await proposeFinding(on(days + 1)(coordinator), review.id, found))
    if (decided.review.state === 'proposed')
      granted(await confirmFinding(on(days + 1)(second), review.id))
    if (becomes !== 'disputed') continue
    const text = 'The lists of two districts were not counted.'
    const reply = { stance: 'disputes', lang: 'en', text } as const
    granted(await replyToFinding(on(days + 2)(partner), review.id, reply))
  }
  const why = 'The donor closed the programme.'
  if (life.withdrawn !== undefined)
    granted(await withdrawCommitment(on(life.withdrawn)(partner), id, why))
  // What is kept or not closes on the first day it can; what stands today is derived today.
  const days = new Set([...(life.due.length > 0 ? [Math.max(...life.due) + 30] : []), 0])
  for (const day of [...days].filter((one) => one <= 0).toSorted((a, b) => a - b))
    await turnTheDay({ db, now: on(day)(partner).now })
  return id
}

function termsOf({ starts, due }: Life, today: Day, begun: number) {
  const terms = scratchTerms(stand.title, 5, new Date(`${addDays(today, begun)}T08:00:00Z`))
  return {
    ...terms,
    text: `${terms.text} ${stand.words}`,
    startOn: addDays(today, starts ?? begun),
    endOn: addDays(today, Math.max(...due) + 30),
    milestones: terms.milestones.map((milestone, i) => ({
      ...milestone,
      dueOn: addDays(today, due[i] ?? 0),
    })),
  }
}

export const reportOn = (value: number, on: Date) => ({
  reached: 'yes' as const,
  value,
  measuredOn: dayOf(on),
  lang: 'en' as const,
  happened: 'All districts held their courses and the teachers finished them.',
  behindReason: '',
  next: '',
})

export function findingOn(reviewedValue: number) {
  const score = { score: 3, note: '' } as const
  return {
    finding: 'achieved' as const,
    reviewedValue,
    reasons: 'The attendance lists show as many teachers who finished the course.',
    scores: { relevance: score, sufficiency: score, reliability: score, measurement: score },
  }
}
