import { connect } from 'node:net'
import type { Readable } from 'node:stream'

import { ScannerDown, type Scanner, type Verdict } from './scanner.ts'

const PATIENCE_MS = 60_000
const ANSWER_BYTES = 4_096

/**
 * A clamd at `tcp://host:port` or `unix:/path`, spoken to as its INSTREAM command lays down: pieces
 * with their length before them, an empty one, then one answer ended by a NUL.
 */
export function clamd(url: string, patienceMs = PATIENCE_MS): Scanner {
  const { protocol, hostname, port, pathname } = new URL(url)
  const place =
    protocol === 'unix:'
      ? { path: decodeURIComponent(pathname) }
      : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 3310 }
  return {
    async scan(file) {
      const socket = connect(place)
      // One limit for all of it: a scanner that answers a byte a minute is down too.
      const limit = setTimeout(() => socket.destroy(new Error('no answer in time')), patienceMs)
      try {
        const answer = answerOf(socket)
        const sent = send(file, socket)
        return verdictOf((await Promise.all([answer, sent]))[0])
      } catch (error) {
        throw new ScannerDown('the scanner gave no verdict', { cause: error })
      } finally {
        clearTimeout(limit)
        socket.destroy()
        file.destroy()
      }
    },
  }
}

async function send(file: Readable, socket: NodeJS.WritableStream) {
  const write = (bytes: Buffer) =>
    new Promise<void>((done, fail) => {
      socket.write(bytes, (error) => (error ? fail(error) : done()))
    })
  await write(Buffer.from('zINSTREAM\0'))
  for await (const chunk of file as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    if (chunk.length > 0) await write(Buffer.concat([length, chunk]))
  }
  await write(Buffer.alloc(4))
}

async function answerOf(socket: Readable): Promise<string> {
  let said = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    said += chunk.toString('latin1')
    if (said.includes('\0')) return said.slice(0, said.indexOf('\0'))
    if (said.length > ANSWER_BYTES) break
  }
  throw new Error('the answer has no end')
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found === undefined) throw new Error(`it said ${JSON.stringify(answer.slice(0, 200))}`)
  return { clean: false, found }
}
