import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'

import { isOffice } from '#app/domain/evidence/evidence.ts'

import { holdsTestVirus } from '../scanner/test-virus.ts'
import { officeProblem, zipEnd } from './office-zip.server.ts'

/** Why a file of a kind we take is not taken for what it holds, or undefined. */
export async function contentProblem(
  fileName: string,
  mediaType: string,
  read: () => Readable,
): Promise<string | undefined> {
  const bytes = await buffer(read())
  if (holdsTestVirus(bytes)) return 'file-harmful'
  if (isOffice(fileName)) return officeProblem(bytes)
  // A zip is read from its end, other kinds from their start: one file can be both.
  if (zipEnd(bytes) !== undefined) return 'file-two-in-one'
  return mediaType === 'application/pdf' && (await isActivePdf(bytes)) ? 'pdf-active' : undefined
}

const PIECE = 256 * 1024
const OVERLAP = 64
const active = /\/(JavaScript|Launch|EmbeddedFiles?)(?![A-Za-z0-9])/

/**
 * Whether a PDF names scripts, programs to start or files within. It is a search of its bytes:
 * what lies in a packed stream of objects or behind a cipher is not seen.
 */
async function isActivePdf(bytes: Buffer): Promise<boolean> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.toString('latin1', Math.max(0, at - OVERLAP), at + PIECE)
    if (active.test(plainNames(piece))) return true
    await turn()
  }
  return false
}

/** `/Java#53cript` is the same name to a reader of PDFs. */
const plainNames = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
