/** What is said beside the formats that tools speak, and inside them. */
export const data = {
  'data.list': 'This list as',
  'data.record': 'This record as',
  'data.organisation': 'This organisation as',
  'data.clause': 'This clause as',
  'data.format.ics': 'Calendar',
  'data.format.atom': 'Atom feed',
  'data.due': 'Due {day}',
  'data.target': 'Target: {target} {unit}',
} as const
