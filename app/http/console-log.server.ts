import pino from 'pino'

import type { Log } from './context.server.ts'

const TOGETHER = 64_000
const AT_THE_LATEST_MS = 1_000

/**
 * Lines of JSON on the standard output. Those of requests are gathered and go out with a second's
 * others: a write for each would cost as much as the answer it tells of.
 */
export function consoleLog(): Log {
  const out = pino.destination({ sync: true })
  const log = pino({ timestamp: pino.stdTimeFunctions.isoTime, base: null }, out)
  const time = clock()
  let gathered = ''
  let timer: NodeJS.Timeout | undefined
  const send = () => {
    clearTimeout(timer)
    timer = undefined
    if (gathered !== '') out.write(gathered)
    gathered = ''
  }
  process.on('exit', send)
  return {
    request({ id, method, path, status, ms, aborted }) {
      // As pino writes it. The path alone is somebody else's text.
      gathered += `{"level":30,"time":"${time()}","id":"${id}","method":"${method}","path":${JSON.stringify(path)},"status":${status},"ms":${ms},"aborted":${aborted},"msg":"request"}\n`
      if (gathered.length > TOGETHER) send()
      else timer ??= setTimeout(send, AT_THE_LATEST_MS)
    },
    info(fields, message) {
      send()
      log.info(fields, message)
    },
    warn(fields, message) {
      send()
      log.warn(fields, message)
    },
    error(fields, message) {
      send()
      log.error(fields, message)
    },
  }
}

/** The time as it is written, worked out once a millisecond. */
function clock(): () => string {
  let at = 0
  let written = ''
  return () => {
    const now = Date.now()
    if (now !== at) written = new Date(now).toISOString()
    at = now
    return written
  }
}
