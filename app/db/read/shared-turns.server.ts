/**
 * One turn at a time, each shared by all who asked before it began: whoever comes during one needs
 * the next, since the one under way may have missed what was committed meanwhile. Of several who
 * share a turn the first says what is asked. A turn that fails, fails for those who share it.
 */
export function sharedTurns<asked extends unknown[], answer>(
  turn: (...asked: asked) => Promise<answer>,
): (...asked: asked) => Promise<answer> {
  let running: Promise<unknown> = Promise.resolve()
  let waiting: Promise<answer> | undefined
  return (...asked) => {
    if (waiting) return waiting
    waiting = running.then(() => {
      waiting = undefined
      return turn(...asked)
    })
    running = waiting.catch(() => {})
    return waiting
  }
}
