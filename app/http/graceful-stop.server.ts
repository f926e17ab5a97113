import type { Server } from 'node:http'

const PATIENCE_MS = 10_000

/** Takes no more requests, lets those under way finish, and cuts what has not after ten seconds. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
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
