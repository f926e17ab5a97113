import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { EncodingError, fromUtf8 } from '#app/domain/ledger/bytes.ts'
import { cosign } from '#app/domain/ledger/cosignature.ts'
import { signatureLine, type Sign, type VerifierKey } from '#app/domain/ledger/signed-note.ts'
import {
  cosignStatus,
  decideCosign,
  readAddCheckpoint,
  WitnessRequestError,
  type AddCheckpoint,
} from '#app/domain/ledger/witness-request.ts'

import type { Memory } from './memory.ts'

type Answer = { status: number; body: string; type?: string; allow?: string }

export type Witness = {
  /** Of the one log it watches. */
  logKey: VerifierKey
  /** Its own, of type COSIGNATURE_KEY. */
  key: VerifierKey
  sign: Sign
  memory: Memory
  now: () => Date
  log?: (line: string) => void
}

/** 63 hashes and 100 signatures fit well. */
const MAX_BODY = 64 * 1024

/**
 * A witness (C2SP tlog-witness): cosigns what its log signed if it extends all it cosigned before.
 * It only answers; of the log it knows the key and nothing else.
 */
export function witnessServer(witness: Witness): Server {
  const own = `/${createHash('sha256').update(witness.logKey.name).digest('hex')}/checkpoint`
  const add = oneByOne((request: AddCheckpoint) => addCheckpoint(witness, request))

  async function answered(request: IncomingMessage): Promise<Answer> {
    const [pathname] = (request.url ?? '').split('?')
    if (pathname === '/add-checkpoint') {
      if (request.method !== 'POST') return { status: 405, body: 'POST\n', allow: 'POST' }
      const body = await bodyOf(request)
      return body instanceof Uint8Array ? add(readAddCheckpoint(fromUtf8(body))) : body
    }
    if (pathname !== own) return { status: 404, body: 'nothing here\n' }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return { status: 405, body: 'GET\n', allow: 'GET, HEAD' }
    const { known } = witness.memory
    return known ? { status: 200, body: known.note } : { status: 404, body: 'nothing cosigned\n' }
  }

  const server = createServer((request, response) => {
    answered(request).then(
      (answer) => send(response, answer),
      (error: unknown) => {
        if (error instanceof WitnessRequestError || error instanceof EncodingError)
          return send(response, { status: 400, body: `${error.message}\n` })
        witness.log?.(`could not answer: ${error instanceof Error ? error.message : String(error)}`)
        return send(response, { status: 500, body: 'cannot remember now\n' })
      },
    )
  })
  server.requestTimeout = 10_000
  server.headersTimeout = 10_000
  return server
}

async function addCheckpoint(witness: Witness, request: AddCheckpoint): Promise<Answer> {
  const { logKey, key, sign, memory, now, log } = witness
  const known = memory.known?.checkpoint
  const decision = decideCosign({ known, request, logKey, verify })
  if (!decision.ok) {
    log?.(`refused: ${decision.code} (old size ${request.oldSize}, known ${known?.size ?? 0})`)
    const status = cosignStatus[decision.code]
    return decision.code === 'size-conflict'
      ? { status, body: `${known?.size ?? 0}\n`, type: 'text/x.tlog.size' }
      : { status, body: `${decision.code}\n` }
  }
  const { checkpoint, text } = decision.value
  const line = signatureLine(cosign(text, key, sign, Math.floor(now().getTime() / 1000)))
  // Remembered first: a cosignature that went out and was forgotten allows a second history.
  await memory.remember({ note: `${logsOwn(request.note, text, logKey)}${line}`, checkpoint })
  log?.(`cosigned ${checkpoint.size} entries`)
  return { status: 200, body: line }
}

/** The note with the log's lines alone: what others signed is not this witness's to keep. */
function logsOwn(note: string, text: string, logKey: VerifierKey): string {
  const lines = note.slice(text.length + 1).split('\n')
  const kept = lines.filter((line) => line.startsWith(`— ${logKey.name} `))
  return `${text}\n${kept.join('\n')}\n`
}

/** Comparing with what is known and keeping the new one are one step: none comes between. */
function oneByOne<asked, answer>(work: (asked: asked) => Promise<answer>) {
  let last: Promise<unknown> = Promise.resolve()
  return (asked: asked): Promise<answer> => {
    const turn = last.then(() => work(asked))
    last = turn.catch(() => {})
    return turn
  }
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | Answer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MAX_BODY) return { status: 413, body: 'too long\n' }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, { status, body, type, allow }: Answer) {
  // Who was cut short is still sending: nothing more is read of it.
  if (status === 413) response.setHeader('Connection', 'close')
  if (allow) response.setHeader('Allow', allow)
  response.writeHead(status, {
    'Content-Type': type ?? 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}
