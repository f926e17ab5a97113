/**
 * What the database says to a statement that goes past the rules: `written`, or the reason a
 * trigger gives for aborting it.
 */
export async function forced(statement: PromiseLike<unknown>): Promise<string> {
  try {
    await statement
    return 'written'
  } catch (error) {
    let at = error
    while (at instanceof Error && at.cause instanceof Error) at = at.cause
    return at instanceof Error ? at.message.replace(/^.*: /, '') : String(at)
  }
}
