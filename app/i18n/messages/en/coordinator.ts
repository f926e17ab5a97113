/** The secretariat's desk: queue, screening, review. */
export const coordinator = {} as const
