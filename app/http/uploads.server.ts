import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'

import { Busboy } from '@fastify/busboy'
import type { Request, RequestHandler, Response } from 'express'

import type { FileStore, IncomingFile } from '#app/adapters/files/file-store.ts'
import { remadeImage } from '#app/adapters/files/images.server.ts'
import { contentProblem } from '#app/adapters/files/inspect-file.server.ts'
import { mediaTypeOf } from '#app/adapters/files/media-type.server.ts'
import { ScannerDown } from '#app/adapters/scanner/scanner.ts'
import { viewerBehind } from '#app/auth/express-viewer.server.ts'
import {
  fileInput,
  fileKindProblem,
  isOffice,
  MAX_FILE_BYTES,
  type FileInput,
} from '#app/domain/evidence/evidence.ts'
import type { ScanResult } from '#app/domain/evidence/scan.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { isLocale } from '#app/domain/shared/language.ts'
import { paths } from '#app/paths.ts'

import { answering } from './answering.server.ts'
import { acting, type Register } from './context.server.ts'
import type { EvidencePorts } from './evidence-ports.ts'
import { baseName } from './file-name.ts'
import { sendPlainPage } from './plain-page.server.ts'

/** Past this, what is sent is no mistake, and is not read to its end. */
const PATIENCE_BYTES = 20 * MAX_FILE_BYTES

const typed = ['title', 'lang', 'access', 'heldReason'] as const
type Typed = Partial<Record<(typeof typed)[number], string>>

type Arrived = { fileName: string; size: number; sha256: string; incoming: IncomingFile }
type Received = { typed: Typed; file: Arrived | undefined; problem: string | undefined }

/**
 * Takes one file of evidence. It is hashed while it goes to a temporary place; only when all of
 * it has come and the act is recorded does it stay. Problems lead back to the page, words kept.
 */
export const evidenceUpload = (
  register: Omit<Register, 'requestId'>,
  ports: EvidencePorts,
): RequestHandler =>
  answering(async (req, res) => {
    try {
      await answer(req, res, register, ports)
    } catch (error) {
      // Whoever tore the upload off waits for no answer.
      if (!(error instanceof Torn)) throw error
    }
  })

async function answer(
  req: Request,
  res: Response,
  register: Omit<Register, 'requestId'>,
  ports: EvidencePorts,
) {
  const locale = req.params['locale']
  if (!isLocale(locale)) return sendPlainPage(req, res, 404)
  if (!req.is('multipart/form-data')) return sendPlainPage(req, res, 415)
  const length = req.get('Content-Length')
  if (length === undefined) return sendPlainPage(req, res, 411)
  if (Number(length) > PATIENCE_BYTES) return sendPlainPage(req, res, 413)

  const actor = await viewerBehind(req, register)
  const received = await receive(req, actor ? register.files : undefined)
  const page = req.path.slice(0, -'/upload'.length)
  const back = (problem?: string) => {
    const kept = new URLSearchParams({ ...(problem && { problem }), ...received.typed })
    return kept.size > 0 ? `${page}?${kept}` : page
  }
  if (!actor)
    return res.redirect(303, `${paths.signIn(locale)}?${new URLSearchParams({ to: back() })}`)
  const problem = received.file
    ? await attach(received.file, received.typed, String(req.params['id']), actor, register, ports)
    : (received.problem ?? 'file-missing')
  res.redirect(303, problem === undefined ? page : back(problem))
}

/** Why it was not taken, or undefined. Of what was not taken, nothing is left. */
async function attach(
  arrived: Arrived,
  described: Typed,
  reportId: string,
  actor: Actor,
  register: Omit<Register, 'requestId'>,
  ports: EvidencePorts,
): Promise<string | undefined> {
  const { fileName, incoming } = arrived
  let kept = arrived
  try {
    const mediaType = await mediaTypeOf(fileName, () => incoming.read())
    const problem = fileKindProblem(fileName, mediaType)
    if (problem !== undefined || mediaType === undefined) return problem
    // Parsed before the costly looks at it; the true name and what is kept are put in after.
    const storedName = '0'.repeat(32)
    const scan = 'not-scanned'
    const parsed = fileInput.safeParse({ ...described, ...arrived, storedName, mediaType, scan })
    if (!parsed.success) return parsed.error.issues[0]?.message ?? 'invalid'
    if (isOffice(fileName) && !register.scanner) return 'file-needs-scanner'

    const looked = await oneAtATime(() => lookInto(arrived, mediaType, register))
    if ('problem' in looked) return looked.problem
    kept = looked.arrived
    const { size, sha256 } = kept
    const input = { ...parsed.data, size, sha256, scan: looked.scan }
    return await keepAndAttach(kept.incoming, reportId, actor, input, register, ports)
  } finally {
    await incoming.discard()
    await kept.incoming.discard()
  }
}

type Looked = { problem: string } | { arrived: Arrived; scan: ScanResult }

/** What it holds, what a scanner says, and of a picture the one that is kept in its place. */
async function lookInto(
  arrived: Arrived,
  mediaType: string,
  { files, scanner, log }: Pick<Register, 'files' | 'scanner' | 'log'>,
): Promise<Looked> {
  const read = () => arrived.incoming.read()
  const problem = await contentProblem(arrived.fileName, mediaType, read)
  if (problem !== undefined) return { problem }
  if (scanner)
    try {
      const verdict = await scanner.scan(read())
      if (!verdict.clean) {
        log.warn({ found: verdict.found }, 'a harmful file was refused')
        return { problem: 'file-harmful' }
      }
    } catch (error) {
      if (!(error instanceof ScannerDown)) throw error
      log.error({ err: error }, 'the virus scanner does not answer')
      return { problem: 'scanner-down' }
    }
  const scan = scanner ? 'clean' : 'not-scanned'
  if (!mediaType.startsWith('image/')) return { arrived, scan }
  const remade = await remadeImage(mediaType, read)
  if ('problem' in remade) return remade
  const { bytes } = remade
  if (bytes.length > MAX_FILE_BYTES) return { problem: 'file-too-large' }
  const incoming = await files.incoming()
  try {
    await incoming.write(bytes)
  } catch (error) {
    await incoming.discard()
    throw error
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { arrived: { ...arrived, incoming, size: bytes.length, sha256 }, scan }
}

let last: Promise<unknown> = Promise.resolve()

/** Pictures and archives unfold in memory: never two of them at once. */
function oneAtATime<result>(work: () => Promise<result>): Promise<result> {
  const next = last.then(work)
  last = next.catch(() => {})
  return next
}

async function keepAndAttach(
  incoming: IncomingFile,
  reportId: string,
  actor: Actor,
  input: FileInput,
  register: Omit<Register, 'requestId'>,
  ports: EvidencePorts,
): Promise<string | undefined> {
  const storedName = await incoming.keep()
  let attached = false
  try {
    const result = await ports.attachFile(
      acting(register, actor),
      reportId,
      { ...input, storedName },
      register.quotaBytes,
    )
    attached = result.ok
    return result.ok ? undefined : result.code
  } finally {
    if (!attached) await register.files.remove(storedName)
  }
}

/** Reads the whole form. Without a place to put it the file is read and let go. */
async function receive(req: Request, files: FileStore | undefined): Promise<Received> {
  const received: Received = { typed: {}, file: undefined, problem: undefined }
  const form = new Busboy({
    headers: { ...req.headers, 'content-type': req.get('Content-Type') ?? '' },
    limits: {
      fieldNameSize: 50,
      fieldSize: 8_192,
      fields: 10,
      files: 1,
      parts: 12,
      fileSize: MAX_FILE_BYTES,
    },
  })
  let arriving: { stream: Readable; done: Promise<void> } | undefined
  form.on('field', (name, value) => {
    const known = typed.find((one) => one === name)
    if (known) received.typed[known] = String(value)
  })
  form.on('file', (_name, stream, fileName) => {
    // Heard at once: an error nobody listens for would end the process.
    stream.on('error', () => {})
    if (!files || !fileName) return void stream.resume()
    const done = take(stream, fileName, files, received)
    done.catch(() => {})
    arriving = { stream, done }
  })
  try {
    await wholeForm(req, form)
    await arriving?.done
  } catch (error) {
    arriving?.stream.destroy(new Error('the form ended early'))
    await arriving?.done.catch(() => {})
    await received.file?.incoming.discard()
    if (!(error instanceof Unreadable)) throw error
    received.file = undefined
    received.problem = 'file-unreadable'
  }
  return received
}

class Unreadable extends Error {}
class Torn extends Error {}

/** Not `pipeline`: it would cut the connection of a malformed form, and nothing could be said. */
function wholeForm(req: Request, form: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    form.once('finish', resolve)
    form.once('error', (cause: unknown) => {
      req.unpipe(form)
      req.resume()
      reject(new Unreadable('not a form', { cause }))
    })
    req.once('close', () => {
      if (!req.complete) reject(new Torn('the upload was torn'))
    })
    req.pipe(form)
  })
}

async function take(
  stream: Readable & { truncated?: boolean },
  fileName: string,
  files: FileStore,
  received: Received,
) {
  const incoming = await files.incoming()
  const hash = createHash('sha256')
  let size = 0
  let failure: { error: unknown } | undefined
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      // Read on after a failed write: the form ends only when its file has been read.
      if (failure) continue
      size += chunk.length
      hash.update(chunk)
      await incoming.write(chunk).catch((error: unknown) => {
        failure = { error }
      })
    }
    if (failure) throw failure.error
    if (stream.truncated) received.problem = 'file-too-large'
    else if (size === 0) received.problem = 'file-empty'
    else {
      const sha256 = hash.digest('hex')
      received.file = { fileName: baseName(fileName), size, sha256, incoming }
    }
  } finally {
    if (!received.file) await incoming.discard()
  }
}
