import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import { isFinding } from '#app/domain/milestones/report-state.ts'
import type { Speech } from '#app/i18n/speech.ts'

/** Why the record stands as it does, in one sentence. */
export function outcomeInWords(page: Record, { t, date, days }: Speech): string {
  const { milestones, outcome, terms } = page
  const oldest = (timeliness: 'silent' | 'overdue') =>
    milestones.find((milestone) => milestone.timeliness === timeliness)
  const achieved = milestones.filter(({ finding }) => finding === 'achieved').length
  switch (outcome) {
    case 'kept':
      return t('why.kept', { n: milestones.length })
    case 'partly-kept':
      return t('why.partly-kept', { achieved, n: milestones.length })
    case 'not-kept':
      return t('why.not-kept', { n: milestones.length })
    case 'no-report': {
      const milestone = oldest('silent')
      return milestone
        ? t('why.no-report', { due: date(milestone.dueOn), days: days(milestone.daysLate) })
        : ''
    }
    case 'behind': {
      const milestone = oldest('overdue')
      return milestone
        ? t('why.overdue', { due: date(milestone.dueOn), days: days(milestone.daysLate) })
        : t('why.short', { achieved, n: milestones.filter(({ finding }) => finding).length })
    }
    case 'on-track':
      return page.nextDueOn
        ? t('why.on-track', { due: date(page.nextDueOn) })
        : t(isWaiting(page) ? 'why.waiting' : 'why.all-reported')
    case 'registered':
      return t('why.registered', { start: date(terms.startOn) })
    case 'withdrawn':
      return t('why.withdrawn')
    case null:
      return ''
  }
}

const isWaiting = ({ milestones }: Record) =>
  milestones.some(({ reports }) => reports[0] !== undefined && !isFinding(reports[0].state))
