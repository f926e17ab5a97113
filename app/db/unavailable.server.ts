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
