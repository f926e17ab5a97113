/**
 * What the ledger throws: bytes that are not what they claim to be, or a value that may not be
 * written. `code` is for programs, `message` adds where the fault lies.
 */
export abstract class LedgerError<code extends string> extends Error {
  readonly code: code

  constructor(code: code, where = '') {
    super(where === '' ? code : `${code}: ${where}`)
    this.name = new.target.name
    this.code = code
  }
}
