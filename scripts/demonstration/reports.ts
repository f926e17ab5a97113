import { createHash } from 'node:crypto'

import { scoresSchema } from '#app/domain/reviews/rubric.ts'
import type { Language } from '#app/domain/shared/language.ts'
import type { Acting } from '#app/use-cases/acting.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import type { DemoEvidence, DemoReport, DemoReview } from './shape.ts'
import { granted, type Stage } from './stage.ts'

const fieldOf: Readonly<Record<string, string>> = {
  measured: 'measuredOn',
  'behind-reason': 'behindReason',
}

type Subject = { milestoneKey: string; lead: string; lang: string }

/** The reports on one milestone; one that follows a return is handed in on the same report. */
export function stageReports(stage: Stage, subject: Subject, reports: readonly DemoReport[]) {
  let reportKey = ''
  for (const [index, report] of reports.entries()) {
    const again = reports[index - 1]?.review?.outcome === 'returned'
    if (!again) reportKey = `${subject.milestoneKey}/report-${index}`
    stageReport(stage, subject, reportKey, report, again)
    if (report.review) stageReview(stage, subject, reportKey, index, report.review)
  }
}

function stageReport(
  stage: Stage,
  { milestoneKey, lead, lang }: Subject,
  reportKey: string,
  report: DemoReport,
  again: boolean,
) {
  stage.on(report.at, 'report', async (now) => {
    const acting = await stage.as(lead, now)
    if (!again) {
      const drafted = granted(
        `draft ${reportKey}`,
        await draftReport(acting, stage.id(milestoneKey)),
      )
      stage.ids.set(reportKey, drafted.report.id)
    }
    const id = stage.id(reportKey)
    granted(
      `edit ${reportKey}`,
      await editReport(acting, id, {
        reached: report.reached,
        value: report.value ?? null,
        measuredOn: stage.day(report.measuredAt),
        lang: lang as Language,
        happened: report.happened,
        behindReason: report.behindReason ?? '',
        next: report.next ?? '',
      }),
    )
    for (const item of report.evidence) await attach(stage, acting, id, item, lang as Language)
    granted(`submit ${reportKey}`, await submitReport(acting, id))
  })
}

async function attach(
  stage: Stage,
  acting: Acting,
  reportId: string,
  item: DemoEvidence,
  lang: Language,
) {
  const { title, access, heldReason = '' } = item
  const described = { title, lang, access, heldReason }
  if (item.kind !== 'file') {
    const link = { ...described, kind: item.kind, url: item.url ?? '' }
    granted(`attach ${title}`, await attachLink(acting, reportId, link))
    return
  }
  const bytes = Buffer.from(item.content ?? '', 'utf8')
  const fileName = item.fileName ?? 'evidence.txt'
  const incoming = await stage.files.incoming()
  await incoming.write(bytes)
  granted(
    `attach ${title}`,
    await attachFile(acting, reportId, {
      ...described,
      fileName,
      storedName: await incoming.keep(),
      mediaType: fileName.endsWith('.csv') ? 'text/csv' : 'text/plain',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      scan: 'not-scanned',
    }),
  )
}

function stageReview(
  stage: Stage,
  { lead, lang }: Subject,
  reportKey: string,
  index: number,
  review: DemoReview,
) {
  const reviewKey = `${reportKey}/review-${index}`
  stage.on(review.at, 'review', async (now) => {
    const acting = await stage.as(review.by, now)
    const taken = granted(`take ${reportKey}`, await takeReport(acting, stage.id(reportKey)))
    stage.ids.set(reviewKey, taken.review.id)
    if (review.outcome === 'open') return
    if (review.outcome === 'returned') {
      const questions = (review.questions ?? []).map(({ field, question }) => ({
        field: fieldOf[field] ?? field,
        text: question,
      }))
      granted(`return ${reportKey}`, await returnReport(acting, taken.review.id, questions))
      return
    }
    const decided = granted(
      `find ${reportKey}`,
      await proposeFinding(acting, taken.review.id, {
        finding: review.outcome,
        reviewedValue: review.reviewedValue ?? null,
        reasons: review.reasons ?? '',
        scores: scoresSchema.parse(review.scores ?? {}),
      }),
    )
    if (decided.review.state === 'proposed' && !review.confirmedBy && !review.awaitsSecond)
      throw new Error(`the demonstration needs a second person for ${reportKey}`)
  })
  const { confirmedBy, confirmedAt = review.at, reply } = review
  if (confirmedBy !== undefined)
    stage.on(confirmedAt, 'confirm', async (now) => {
      const acting = await stage.as(confirmedBy, now)
      const confirmed = await confirmFinding(acting, stage.id(reviewKey))
      // The content may name a second person where one was enough; then nothing is left to confirm.
      if (!confirmed.ok && confirmed.code !== 'finding-not-proposed')
        granted(`confirm ${reportKey}`, confirmed)
    })
  if (reply)
    stage.on(reply.at, 'reply', async (now) => {
      const acting = await stage.as(lead, now)
      granted(
        `reply to ${reportKey}`,
        await replyToFinding(acting, stage.id(reviewKey), {
          stance: reply.stance,
          lang: lang as Language,
          text: reply.text,
        }),
      )
    })
}
