/** The pages of the public log, and of checking it. */
export const log = {} as const
