import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { afterEach, expect, it } from 'vitest'

import { clamd } from '#app/adapters/scanner/clamd.server.ts'
import { memoryScanner } from '#app/adapters/scanner/memory-scanner.server.ts'
import { ScannerDown } from '#app/adapters/scanner/scanner.ts'
import { TEST_VIRUS } from '#app/adapters/scanner/test-virus.ts'

const servers: Server[] = []
const folders: string[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) server.close()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

/** A server that speaks clamd's INSTREAM, and answers as it is told. */
async function daemon(
  answer: (bytes: Buffer, socket: Socket) => string | undefined,
  path?: string,
): Promise<string> {
  const server = createServer((socket) => {
    let said = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      said = Buffer.concat([said, chunk])
      const stream = streamOf(said)
      const words = stream && answer(stream, socket)
      if (words !== undefined) socket.end(words)
    })
  })
  servers.push(server)
  if (path === undefined) server.listen(0, '127.0.0.1')
  else server.listen(path)
  await once(server, 'listening')
  return path === undefined
    ? `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`
    : `unix:${path}`
}

/** The pieces put together, once the empty one has come. */
function streamOf(said: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (said.subarray(0, command.length).toString() !== command) return undefined
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= said.length;) {
    const length = said.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(said.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

const file = (...parts: Uint8Array[]) => Readable.from(parts.map((part) => Buffer.from(part)))
const honest = (bytes: Buffer) =>
  bytes.includes(TEST_VIRUS) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'

it('says what the scanner says, over a network and a socket file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-clamd-'))
  folders.push(folder)
  for (const url of [await daemon(honest), await daemon(honest, join(folder, 'clamd.sock'))]) {
    const scanner = clamd(url)
    expect(await scanner.scan(file(Buffer.from('A list of schools')))).toEqual({ clean: true })
    const halves = [TEST_VIRUS.subarray(0, 30), TEST_VIRUS.subarray(30)]
    expect(await scanner.scan(file(...halves))).toEqual({
      clean: false,
      found: 'Eicar-Test-Signature',
    })
  }
})

it('sends every byte of a large file', async () => {
  const large = Buffer.alloc(3_000_000, 'kept')
  let got: Buffer | undefined
  const url = await daemon((bytes) => {
    got = bytes
    return 'stream: OK\0'
  })
  await clamd(url).scan(file(large.subarray(0, 1_000_001), large.subarray(1_000_001)))
  expect(got?.equals(large)).toBe(true)
})

it.each([
  'INSTREAM size limit exceeded. ERROR\0',
  'stream: OK',
  'UNKNOWN COMMAND\0',
  '',
  'x'.repeat(10_000),
])('takes no other answer for a verdict: %.20s', async (words) => {
  const url = await daemon(() => words)
  await expect(clamd(url).scan(file(Buffer.from('a')))).rejects.toBeInstanceOf(ScannerDown)
})

it('is down when nobody listens, hangs up or stays silent', async () => {
  const url = await daemon(honest)
  const closed = servers.pop()
  closed?.close()
  const silent = await daemon(() => undefined)
  const rude = await daemon((_bytes, socket) => void socket.destroy())
  for (const place of [url, silent, rude, 'unix:/nowhere/clamd.sock'])
    await expect(clamd(place, 100).scan(file(Buffer.from('a')))).rejects.toBeInstanceOf(ScannerDown)
})

it('has a twin in memory', async () => {
  const scanner = memoryScanner()
  expect(await scanner.scan(file(Buffer.from('a')))).toEqual({ clean: true })
  expect(await scanner.scan(file(TEST_VIRUS))).toMatchObject({ clean: false })
  scanner.down = true
  await expect(scanner.scan(file(Buffer.from('a')))).rejects.toBeInstanceOf(ScannerDown)
})
