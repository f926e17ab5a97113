import { amendmentInput } from '#app/domain/commitments/amendment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { declineCommitment } from '#app/use-cases/commitments/decline-commitment.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import {
  editCommitment,
  type StepAnswers,
} from '#app/use-cases/commitments/edit-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'

import type { DemoCommitment } from './shape.ts'
import { granted, type Stage } from './stage.ts'

/** A drafted commitment's form fields, as the screening form names them. */
const fieldOf: Readonly<Record<string, string>> = { dates: 'endOn' }

type FocalPointOf = (organisationKey: string) => string

export function stageCommitment(stage: Stage, demo: DemoCommitment, focalPointOf: FocalPointOf) {
  const { key } = demo
  const lead = focalPointOf(demo.lead)
  const cmt = () => stage.id(key)

  stage.on(demo.createdAt, 'draft', async (now) => {
    const acting = await stage.as(lead, now)
    const drafted = granted(
      `draft ${key}`,
      await draftCommitment(acting, { organisationId: stage.id(demo.lead), declaration: 'qd2015' }),
    )
    stage.ids.set(key, drafted.commitment.id)
    const edited = granted(
      `edit ${key}`,
      await editCommitment(acting, cmt(), answersOf(stage, demo)),
    )
    for (const [index, milestone] of (edited.commitment.terms.milestones ?? []).entries())
      stage.ids.set(`${key}#${index}`, milestone.id)
    for (const partner of demo.partners) {
      const { party } = granted(
        `invite ${partner.organisation} to ${key}`,
        await inviteParty(acting, cmt(), {
          organisationId: stage.id(partner.organisation),
          role: partner.role,
          share: partner.share ?? '',
        }),
      )
      stage.ids.set(`${key}@${partner.organisation}`, party.id)
    }
  })

  for (const partner of demo.partners) {
    const { organisation, reason = '' } = partner
    const answer = (move: 'accept' | 'refuse' | 'leave') => async (now: Date) => {
      const acting = await stage.as(focalPointOf(organisation), now)
      granted(
        `${organisation} ${move}s ${key}`,
        await answerParty(acting, stage.id(`${key}@${organisation}`), move, reason),
      )
    }
    if (partner.answeredAt !== undefined)
      stage.on(
        partner.answeredAt,
        'answer',
        answer(partner.answer === 'refused' ? 'refuse' : 'accept'),
      )
    if (partner.leftAt !== undefined) stage.on(partner.leftAt, 'leave', answer('leave'))
  }

  const submit = async (now: Date) => {
    granted(`submit ${key}`, await submitCommitment(await stage.as(lead, now), cmt()))
  }
  if (demo.submittedAt !== undefined) stage.on(demo.submittedAt, 'submit', submit)
  for (const screening of demo.screening ?? []) {
    stage.on(screening.at, 'screen', async (now) => {
      const acting = await stage.as(screening.by, now)
      const reason = screening.reason ?? ''
      if (screening.outcome === 'published')
        granted(`publish ${key}`, await publishCommitment(acting, cmt()))
      else if (screening.outcome === 'declined')
        granted(`decline ${key}`, await declineCommitment(acting, cmt(), reason))
      else
        granted(
          `return ${key}`,
          await returnCommitment(
            acting,
            cmt(),
            (screening.questions ?? []).map(({ field, question }) => ({
              field: fieldOf[field] ?? field,
              text: question,
            })),
          ),
        )
    })
    if (screening.resubmittedAt !== undefined) stage.on(screening.resubmittedAt, 'submit', submit)
  }

  let terms = answersOf(stage, demo)
  for (const amendment of demo.amendments) {
    const { changes, reason } = amendment
    terms = {
      ...terms,
      title: changes.title ?? terms.title,
      endOn: changes.endIn === undefined ? terms.endOn : stage.day(changes.endIn),
      milestones: terms.milestones.map((milestone, index) => {
        const change = changes.milestones?.find((one) => one.index === index)
        return {
          ...milestone,
          dueOn: change?.dueIn === undefined ? milestone.dueOn : stage.day(change.dueIn),
          target: change?.target ?? milestone.target,
        }
      }),
    }
    const { title, text, endOn, milestones } = terms
    stage.on(amendment.at, 'amend', async (now) => {
      const input = amendmentInput.parse({
        reason,
        title,
        text,
        endOn,
        milestones: milestones.map((milestone, index) => ({
          ...milestone,
          id: stage.id(`${key}#${index}`),
        })),
      })
      granted(`amend ${key}`, await amendCommitment(await stage.as(lead, now), cmt(), input))
    })
  }

  const { withdrawal } = demo
  if (withdrawal)
    stage.on(withdrawal.at, 'withdraw', async (now) => {
      const acting = await stage.as(lead, now)
      granted(`withdraw ${key}`, await withdrawCommitment(acting, cmt(), withdrawal.reason))
    })
}

type Answers = StepAnswers &
  Pick<Terms, 'title' | 'text' | 'endOn'> & { milestones: NonNullable<StepAnswers['milestones']> }

function answersOf(stage: Stage, demo: DemoCommitment): Answers {
  return {
    lang: demo.lang as Terms['lang'],
    title: demo.title,
    text: demo.text,
    problem: demo.problem,
    clause: demo.clause,
    furtherClauses: demo.furtherClauses,
    scope: demo.places === 'worldwide' ? 'worldwide' : 'places',
    places: demo.places === 'worldwide' ? [] : demo.places,
    beneficiaries: demo.beneficiaries,
    beneficiaryCount: demo.beneficiaryCount ?? null,
    startOn: stage.day(demo.startIn),
    endOn: stage.day(demo.endIn),
    resources: demo.resources.map((resource) => ({
      kind: resource.kind as Terms['resources'][number]['kind'],
      amount: resource.amount ?? null,
      currency: resource.currency ?? '',
      source: resource.source ?? '',
    })),
    responsible: demo.responsible,
    contactRole: demo.contactRole,
    sdgTargets: demo.sdgTargets as Terms['sdgTargets'],
    translations: {},
    milestones: demo.milestones.map((milestone) => ({
      title: milestone.title,
      dueOn: stage.day(milestone.dueIn),
      indicator: milestone.indicator,
      unit: milestone.unit,
      baseline: milestone.baseline,
      target: milestone.target,
      evidenceExpected: milestone.evidenceExpected,
      responsible: '',
      code: '',
      indicators: [],
      translations: {},
    })),
  }
}
