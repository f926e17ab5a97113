/** Time: the calendar of milestones, deadlines that moved, versions side by side. */
export const time = {
  'diff.unchanged': '{n, plural, one {# word unchanged} other {# words unchanged}}',
  'compare.from': 'From',
  'compare.to': 'To',
  'slip.title': 'Deadlines that moved',
  'slip.sum':
    '{n, plural, one {One deadline has moved.} other {# deadlines have moved.}} {days, plural, =0 {No milestone is due later than first registered.} one {In all, milestones are due # day later than first registered.} other {In all, milestones are due # days later than first registered.}}',
  'slip.deadline': 'Deadline',
  'slip.moved': 'Moved',
  'slip.reason': 'Reason',
  'slip.end': 'End of the commitment',
  'slip.first-due': 'First due {day}',
  'nav.milestones': 'Milestones',
  'calendar.title': 'Milestones',
  'calendar.lead': 'What falls due, month by month, and what has been reported on it and found.',
  'calendar.all': 'The calendar of milestones',
  'calendar.beside': 'Months beside this one',
  'calendar.today': 'This month',
  'calendar.all-years': 'All years',
  'calendar.months': 'Months of {year}',
  'calendar.in-month':
    '{month}: {n, plural, =0 {no milestones} one {# milestone} other {# milestones}}',
  'calendar.states': 'Where they stand today',
  'calendar.every-state': 'All',
  'calendar.shown':
    '{total, plural, one {{from, number} to {to, number} of # milestone} other {{from, number} to {to, number} of # milestones}}',
  'calendar.none': 'No milestone falls due in {period}.',
  'calendar.none-like': 'No milestone due in {period} matches what you have chosen.',
  'calendar.nearest': 'Nearest with something due:',
  'calendar.nowhere': 'There is none in any other month either.',
} as const
