/** A partner's desk: what is owed, registering, reporting. */
export const desk = {} as const
