/** Keeps secrets so that whoever has the database alone cannot read them. */
export type Sealer = {
  /** `context` is whose it is: sealed for one, it opens for nobody else. */
  seal(secret: Uint8Array, context: string): string
  /** Undefined where it was sealed with another key, for another context, or altered. */
  open(sealed: string, context: string): Uint8Array | undefined
}
