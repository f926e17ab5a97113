/** Charts, and what stands under them. */
export const charts = {
  'chart.table': 'The numbers as a table',
  'chart.source':
    'Source: this register, entry {size, number} of its public log. Data as of {day}.',
  'chart.cited': '{title}.',
  'chart.years.title': 'What became of the milestones due in each year',
  'chart.years.text':
    'The milestones that fell due in each year: those reported on, and those whose time for a report has passed. Each column is the whole of its year.',
  'chart.years.year': 'Year due',
  'chart.years.all': 'Due',
  'chart.years.not': 'Not achieved, or not verifiable',
  'chart.years.unread': 'Reported, not yet reviewed',
  'chart.years.of': 'of {n, number}',
  'chart.claims': 'Claimed against reviewed',
  'prompt.on-time': 'On time',
  'prompt.late': 'Late',
  'prompt.missing': 'None',
  'head.reports': 'Reports',
  'punctuality.dots':
    '{onTime, number} on time, {late, number} late, {missing, number} without a report.',
} as const
