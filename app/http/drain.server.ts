import type { Response } from 'express'

/**
 * Remix writes whatever it reads into an answer at once, however slowly that goes out. A long
 * answer asks this before each part, and so holds no more than one in memory. Resolves also when
 * the reader has left.
 */
export function drainOf(res: Response): () => Promise<void> {
  let isFull: boolean | undefined
  let goOn = () => {}
  const watch = () => {
    isFull = false
    // write has several signatures; all are passed on untouched.
    const write = res.write.bind(res) as (...args: unknown[]) => boolean
    res.write = (...args: unknown[]) => {
      const taken = write(...args)
      isFull = !taken
      return taken
    }
    const emptied = () => {
      isFull = false
      goOn()
    }
    res.on('drain', emptied)
    res.on('close', emptied)
  }
  return () => {
    if (isFull === undefined) watch()
    if (!isFull || res.destroyed) return Promise.resolve()
    return new Promise((resolve) => {
      goOn = resolve
    })
  }
}
