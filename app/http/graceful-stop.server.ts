import type { Server } from 'node:http'
import { setImmediate } from 'node:timers/promises'

const PATIENCE_MS = 10_000
const HEARING_MS = 2_000

/** Takes no more requests, lets those under way finish, and cuts what has not after ten seconds. */
export async function stopListening(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  await hearTheQueue(server)
  return new Promise((resolve, reject) => {
    // A connection kept alive becomes idle only once its answer is out.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close((error) => {
      clearTimeout(cut)
      clearInterval(sweep)
      if (error) reject(error)
      else resolve()
    })
  })
}

/**
 * Node takes one connection a turn: under load others stand in the system's queue, have sent their
 * request, and would be cut off unheard by a close.
 */
async function hearTheQueue(server: Server): Promise<void> {
  const until = performance.now() + HEARING_MS
  let quiet = 0
  const heard = () => (quiet = -1)
  server.on('connection', heard)
  while (quiet < 2 && performance.now() < until) {
    await setImmediate()
    quiet += 1
  }
  server.off('connection', heard)
}
