import type { QueueKind } from '#app/domain/reviews/queue.ts'
import { paths } from '#app/paths.ts'

/** The page on which a case in the queue is decided. */
export function itemPath(locale: string, { kind, id }: { kind: QueueKind; id: string }): string {
  switch (kind) {
    case 'organisation':
      return paths.decideOrganisation(locale, id)
    case 'commitment':
      return paths.screenCommitment(locale, id)
    case 'second':
      return paths.confirmFinding(locale, id)
    case 'redaction':
      return paths.redaction(locale, id)
    case 'report':
    case 'colleague':
      return paths.reviewReport(locale, id)
  }
}
