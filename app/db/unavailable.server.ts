/** Nothing was written, and trying again later can work: the server answers 503. */
export class DatabaseUnavailable extends Error {
  readonly retryAfterSeconds: number
  constructor(message: string, retryAfterSeconds: number, cause: unknown) {
    super(message, { cause })
    this.name = new.target.name
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Somebody else holds the write lock. */
export class DatabaseBusy extends DatabaseUnavailable {
  constructor(cause: unknown) {
    super('The database is locked by another program', 5, cause)
  }
}

/** The disk is full. Reading still works. */
export class DatabaseFull extends DatabaseUnavailable {
  constructor(cause: unknown) {
    super('The disk is full', 60, cause)
  }
}

/** The newest act lies in the future: this machine's clock, or the one before it, is wrong. */
export class ClockBehind extends DatabaseUnavailable {
  constructor(behindMs: number) {
    super(
      `The clock is ${Math.ceil(behindMs / 60_000)} minutes behind the newest act`,
      600,
      undefined,
    )
  }
}
