/** A partner's desk: what is owed, registering, reporting. */
export const desk = {
  'desk.nav.register': 'Register a commitment',
  'desk.nav.queue': 'Queue',
  'desk.nav.import': 'Import',
  'desk.nav.administration': 'Administration',
} as const
