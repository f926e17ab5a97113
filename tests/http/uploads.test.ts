import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

import sharp from 'sharp'
import { afterEach, expect, it } from 'vitest'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import type { FileStore } from '#app/adapters/files/file-store.ts'
import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { memoryScanner } from '#app/adapters/scanner/memory-scanner.server.ts'
import type { Scanner } from '#app/adapters/scanner/scanner.ts'
import { TEST_VIRUS } from '#app/adapters/scanner/test-virus.ts'
import { createSession } from '#app/auth/sessions.server.ts'
import type { Evidence, FileInput } from '#app/domain/evidence/evidence.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import type { EvidencePorts } from '#app/http/evidence-ports.ts'
import { savePerson } from '#tests/support/accounts.ts'
import { BOUNDARY, multipart } from '#tests/support/multipart.ts'
import { docx } from '#tests/support/office.ts'
import { noEvidence, testServer } from '#tests/support/server.ts'

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000, 'x')])
const UPLOAD = '/en/desk/reports/rep_1/evidence/upload'
const PAGE = '/en/desk/reports/rep_1/evidence'
const said = [
  { name: 'title', value: 'Attendance & names' },
  { name: 'lang', value: 'en' },
  { name: 'access', value: 'held' },
  { name: 'heldReason', value: 'It names children' },
]
const file = (fileName: string, bytes: Uint8Array) => ({ name: 'file', fileName, bytes })

type Given = { code?: string; files?: FileStore; scanner?: Scanner }

async function world({ code, files = memoryFiles(), scanner }: Given = {}) {
  const attached: { reportId: string; userId: string; input: FileInput }[] = []
  const evidence: EvidencePorts = {
    ...noEvidence,
    attachFile: async ({ actor }, reportId, input) => {
      if (code) return refuse(code as 'report-missing')
      attached.push({ reportId, userId: actor.userId, input })
      return ok({ evidence: {} as Evidence, act: {} as never })
    },
  }
  const server = await testServer({}, { evidence, files, scanner })
  const ada = await savePerson(server.db, 'ada')
  const Cookie = (await createSession(server, ada.id)).split(';', 1)[0] ?? ''
  const send = (
    parts: Parameters<typeof multipart>[0],
    headers: Record<string, string> = { Cookie },
  ) =>
    server.ask(UPLOAD, {
      method: 'POST',
      body: new Uint8Array(multipart(parts)),
      headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
    })
  return { ...server, attached, send, Cookie, ada }
}

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})
async function diskWorld(given: Pick<Given, 'scanner'> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'kept-files-'))
  folders.push(folder)
  const left = async () => [
    ...(await readdir(folder)).filter((name) => name !== 'incoming'),
    ...(await readdir(join(folder, 'incoming'))),
  ]
  return { ...(await world({ ...given, files: await diskFiles(folder) })), left }
}

it('keeps a file under a random name, hashed, with what was said of it', async () => {
  const { send, attached, files, ada } = await world()
  const answer = await send([...said, file('attendance.pdf', PDF)])
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, PAGE])
  expect(attached).toMatchObject([
    {
      reportId: 'rep_1',
      userId: ada.id,
      input: {
        title: 'Attendance & names',
        lang: 'en',
        access: 'held',
        heldReason: 'It names children',
        fileName: 'attendance.pdf',
        mediaType: 'application/pdf',
        size: PDF.length,
        sha256: createHash('sha256').update(PDF).digest('hex'),
      },
    },
  ])
  const storedName = attached[0]?.input.storedName ?? ''
  expect(storedName).toMatch(/^[0-9a-f]{32}$/)
  expect((await files.open(storedName))?.size).toBe(PDF.length)
})

it('takes exactly ten megabytes, and leads back from one byte more with the words kept', async () => {
  const { send, attached, left } = await diskWorld()
  const most = Buffer.alloc(10 * 1024 * 1024, 'x')
  PDF.copy(most)
  expect((await send([...said, file('most.pdf', most)])).headers.get('Location')).toBe(PAGE)

  const more = Buffer.concat([most, Buffer.from('x')])
  const answer = await send([...said, file('more.pdf', more)])
  expect(answer.status).toBe(303)
  const back = new URL(answer.headers.get('Location') ?? '', 'http://kept')
  expect(back.pathname).toBe(PAGE)
  expect(Object.fromEntries(back.searchParams)).toEqual({
    problem: 'file-too-large',
    title: 'Attendance & names',
    lang: 'en',
    access: 'held',
    heldReason: 'It names children',
  })
  expect(attached).toHaveLength(1)
  expect(await left()).toHaveLength(1)
})

it.each([
  ['nothing.pdf', Buffer.alloc(0), 'file-empty'],
  ['picture.pdf', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-not-what-it-says'],
  ['page.html', Buffer.from('<script>alert(1)</script>'), 'file-type-not-taken'],
  ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-type-not-taken'],
  ['program.pdf.exe', Buffer.from('MZ'), 'file-type-not-taken'],
  ['zeros.csv', Buffer.from('a\0b'), 'file-not-what-it-says'],
  ['latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20]), 'file-not-what-it-says'],
  ['pdf.txt', PDF, 'file-not-what-it-says'],
])('does not take %s', async (name, bytes, problem) => {
  const { send, attached, left } = await diskWorld()
  const answer = await send([...said, file(name, bytes)])
  expect(
    new URL(answer.headers.get('Location') ?? '', 'http://kept').searchParams.get('problem'),
  ).toBe(problem)
  expect(attached).toEqual([])
  expect(await left()).toEqual([])
})

it('asks for a file where there is none, and for words that are missing', async () => {
  const { send, attached } = await world()
  const problem = async (parts: Parameters<typeof multipart>[0]) => {
    const answer = await send(parts)
    return new URL(answer.headers.get('Location') ?? '', 'http://kept').searchParams.get('problem')
  }
  expect(await problem(said)).toBe('file-missing')
  expect(await problem([...said, file('', Buffer.alloc(0))])).toBe('file-missing')
  expect(await problem([file('a.pdf', PDF)])).toBe('missing')
  expect(await problem([...said.slice(0, 3), file('a.pdf', PDF)])).toBe('reason-when-held')
  expect(attached).toEqual([])
})

it('keeps no path a name may hold', async () => {
  const { send, attached } = await world()
  await send([...said, file('../../etc/attendance.pdf', PDF)])
  expect(attached[0]?.input.fileName).toBe('attendance.pdf')
})

it('removes the file again when the use-case refuses', async () => {
  const files = memoryFiles()
  const { send } = await world({ code: 'not-your-organisation', files })
  const answer = await send([...said, file('a.pdf', PDF)])
  expect(answer.headers.get('Location')).toContain('problem=not-your-organisation')
  expect(files.names()).toEqual([])
})

it('leads somebody signed out to the sign-in page, and back with what they typed', async () => {
  const { send, attached } = await world()
  const answer = await send([...said, file('a.pdf', PDF)], {})
  expect(answer.status).toBe(303)
  const page = new URL(answer.headers.get('Location') ?? '', 'http://kept')
  expect(page.pathname).toBe('/en/sign-in')
  const to = new URL(page.searchParams.get('to') ?? '', 'http://kept')
  expect(to.pathname).toBe(PAGE)
  expect(to.searchParams.get('title')).toBe('Attendance & names')
  expect(attached).toEqual([])
})

it('leaves nothing behind of an upload that is torn off', async () => {
  const { address, Cookie, attached, left, ask } = await diskWorld()
  const half = multipart([...said, file('a.pdf', Buffer.alloc(500_000, 'x'))], { closed: false })
  const { hostname, port } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.write(
    `POST ${UPLOAD} HTTP/1.1\r\nHost: kept\r\nSec-Fetch-Site: same-origin\r\nCookie: ${Cookie}\r\n` +
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: 900000\r\n\r\n`,
  )
  socket.write(half)
  while ((await left()).length === 0) await sleep(5)
  socket.destroy()
  while ((await left()).length > 0) await sleep(5)
  expect(attached).toEqual([])
  expect((await ask('/healthz')).status).toBe(200)
})

it.each([
  ['cut short', multipart([...said, file('a.pdf', PDF)], { closed: false })],
  ['no form at all', Buffer.from('hello')],
])('says that a form could not be read: %s', async (_what, body) => {
  const { ask, Cookie, left } = await diskWorld()
  const answer = await ask(UPLOAD, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { Cookie, 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
  })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toContain('problem=file-')
  expect(await left()).toEqual([])
})

it('takes forms from its own pages only, and nothing but forms with files', async () => {
  const { send, ask, Cookie } = await world()
  const parts = [...said, file('a.pdf', PDF)]
  expect((await send(parts, { Cookie, Origin: 'http://evil.example' })).status).toBe(403)
  expect((await ask(UPLOAD, { method: 'POST', body: 'a', headers: { Cookie } })).status).toBe(415)
})

it('answers when the disk fails in the middle, and keeps nothing', async () => {
  const files = memoryFiles()
  const failing: FileStore = {
    ...files,
    incoming: async () => ({
      ...(await files.incoming()),
      write: () => Promise.reject(new Error('ENOSPC')),
    }),
  }
  const { send, lines } = await world({ files: failing })
  expect((await send([...said, file('a.pdf', PDF)])).status).toBe(500)
  expect(files.names()).toEqual([])
  expect(lines.some((line) => line.level === 'error')).toBe(true)
})

const problemOf = (answer: Response) =>
  new URL(answer.headers.get('Location') ?? '', 'http://kept').searchParams.get('problem')

it('keeps a picture without what the camera noted, and says the hash and size of what it keeps', async () => {
  const { send, attached, files } = await world()
  const camera = { IFD0: { Copyright: 'Ada Lovelace' } }
  const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#06c' } })
    .withExif(camera)
    .jpeg()
    .toBuffer()
  expect((await send([...said, file('school.jpg', photo)])).headers.get('Location')).toBe(PAGE)
  const { input } = attached[0]!
  const stored = await files.open(input.storedName)
  const bytes = await buffer(stored!.stream())
  expect(bytes.includes('Ada Lovelace')).toBe(false)
  expect(input.size).toBe(bytes.length)
  expect(input.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(input.scan).toBe('not-scanned')
})

it('lets nothing of a picture lie about, taken or not', async () => {
  const { send, left } = await diskWorld()
  const png = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#06c' } })
    .png()
    .toBuffer()
  expect(problemOf(await send([...said, file('a.png', png.subarray(0, -20))]))).toBe(
    'image-damaged',
  )
  expect(await left()).toEqual([])
  expect(problemOf(await send([...said, file('a.png', png)]))).toBe(null)
  expect(await left()).toHaveLength(1)
})

it('takes office documents where a scanner looks at them, and only there', async () => {
  const without = await diskWorld()
  expect(problemOf(await without.send([...said, file('a.docx', docx())]))).toBe(
    'file-needs-scanner',
  )
  expect(await without.left()).toEqual([])

  const scanner = memoryScanner()
  const { send, attached } = await diskWorld({ scanner })
  expect(problemOf(await send([...said, file('a.docx', docx())]))).toBe(null)
  expect(problemOf(await send([...said, file('a.pdf', PDF)]))).toBe(null)
  expect(attached.map(({ input }) => input.scan)).toEqual(['clean', 'clean'])
  expect(scanner.scanned).toBe(2)
  const macros = docx({ 'word/vbaProject.bin': Buffer.from('x') })
  // The look at its bytes finds it before the table of contents is read.
  expect(problemOf(await send([...said, file('a.docx', macros)]))).toMatch(/file-not|macros/)
})

it('refuses the test virus with a scanner and without', async () => {
  for (const scanner of [undefined, memoryScanner()]) {
    const { send, attached, left } = await diskWorld({ ...(scanner && { scanner }) })
    expect(problemOf(await send([...said, file('a.txt', TEST_VIRUS)]))).toBe('file-harmful')
    expect(attached).toEqual([])
    expect(await left()).toEqual([])
  }
})

it('refuses what the scanner alone finds, and logs what it was', async () => {
  const scan = () =>
    Promise.resolve({ clean: false, found: 'Win.Trojan\n{"level":"error"}' } as const)
  const { send, attached, left, lines } = await diskWorld({ scanner: { scan } })
  expect(problemOf(await send([...said, file('a.pdf', PDF)]))).toBe('file-harmful')
  expect([attached, await left()]).toEqual([[], []])
  expect(lines.some((line) => line['found'] === 'Win.Trojan\n{"level":"error"}')).toBe(true)
})

it('keeps nothing while the scanner is down, and the words of who tried', async () => {
  const scanner = memoryScanner()
  scanner.down = true
  const { send, attached, left } = await diskWorld({ scanner })
  const answer = await send([...said, file('a.pdf', PDF)])
  expect(problemOf(answer)).toBe('scanner-down')
  expect(answer.headers.get('Location')).toContain('title=Attendance')
  expect([attached, await left()]).toEqual([[], []])
  scanner.down = false
  expect(problemOf(await send([...said, file('a.pdf', PDF)]))).toBe(null)
})

it.each([
  ['active.pdf', Buffer.from('%PDF-1.7\n<</S /JavaScript>>'), 'pdf-active'],
  ['two.pdf', Buffer.concat([PDF, docx()]), 'file-two-in-one'],
  ['late.pdf', Buffer.concat([Buffer.from('MZ'), PDF]), 'file-not-what-it-says'],
])('takes no %s', async (name, bytes, problem) => {
  const { send, left } = await diskWorld()
  expect(problemOf(await send([...said, file(name, bytes)]))).toBe(problem)
  expect(await left()).toEqual([])
})
