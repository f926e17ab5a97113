import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

import type { Request, Response as Answer } from 'express'
import { unzipSync } from 'fflate'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { SLICE } from '#app/db/read/whole-register.server.ts'
import { publicCommitmentShape } from '#app/domain/open-data/commitment.ts'
import { publicOrganisationShape } from '#app/domain/open-data/organisation.ts'
import { registerTables } from '#app/domain/open-data/register-tables.ts'
import { registerFile } from '#app/http/register-files.server.ts'
import { registerFiles, tableFile } from '#app/paths.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { manyCommitments } from '#tests/support/many.ts'
import { testServer } from '#tests/support/server.ts'
import { story } from '#tests/support/story.ts'
import {
  descriptorProblems,
  iatiProblems,
  recordsIn,
  tableProblems,
  type Descriptor,
} from '#tests/support/validated.ts'
import {
  daysFromNow,
  drafted,
  granted,
  organisationInput,
  published,
  submitted,
  world,
} from '#tests/support/world.ts'

afterEach(() => vi.unstubAllEnvs())

const names = [
  ...Object.values(registerFiles),
  ...registerTables.map(({ name }) => tableFile(name)),
]
const unzipped = async (answer: Response) =>
  new Map(
    Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString(),
    ]),
  )

describe('of a register where everything has happened', () => {
  let served: Awaited<ReturnType<typeof testServer>>

  beforeAll(async () => {
    const w = await world()
    await story(w, () => Promise.resolve())
    await published(w, { title: '=HYPERLINK("https://evil.example")', scope: 'worldwide' })
    await drafted(w, { title: 'MARKER of a draft' })
    await submitted(w, { title: 'MARKER of a submitted one' })
    granted(
      await registerOrganisation(w.as(w.stranger), { ...organisationInput, name: 'MARKER Ltd' }),
    )
    served = await testServer({}, { db: w.db, now: () => daysFromNow(16) })
  }, 60_000)

  const text = async (file: string) => {
    const answer = await served.ask(`/data/${file}`)
    expect([file, answer.status]).toEqual([file, 200])
    return answer.text()
  }

  it('every file says from which state of the log it was made, and is anybody’s from any site', async () => {
    for (const name of names) {
      const answer = await served.ask(`/data/${name}`, { method: 'HEAD' })
      expect([name, answer.status]).toEqual([name, 200])
      expect(answer.headers.get('Kept-Log-Size')).toMatch(/^\d+$/)
      expect(answer.headers.get('Kept-Log-Root')).toMatch(/^[\w+/]{43}=$/)
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
      const etag = answer.headers.get('ETag') ?? ''
      const again = await served.ask(`/data/${name}`, { headers: { 'If-None-Match': etag } })
      expect([name, again.status]).toEqual([name, 304])
    }
  })

  it('what is no file of it, or no reading, is a problem as programs read it', async () => {
    for (const path of ['/data/nothing.csv', '/data/commitments', '/data/a/b.csv']) {
      const answer = await served.ask(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(await answer.json()).toMatchObject({ status: 404, title: 'Not found' })
    }
    const asked = await served.ask('/data/commitments.csv', { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('Access-Control-Allow-Methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ])
    const posted = await served.ask('/data/commitments.csv', { method: 'POST', body: 'x' })
    expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(await posted.json()).toMatchObject({ status: 405 })
  })

  it('nothing of a draft or of an unverified organisation stands in any of them', async () => {
    for (const name of names.filter((one) => one !== registerFiles.archive))
      expect([name, (await text(name)).includes('MARKER')]).toEqual([name, false])
    const archive = await unzipped(await served.ask(`/data/${registerFiles.archive}`))
    for (const [name, said] of archive)
      expect([name, said.includes('MARKER')]).toEqual([name, false])
  })

  it('withheld words stand in none of them', async () => {
    const line = (await text('commitments.jsonl')).split('\n')[0] ?? ''
    expect(line).toContain('█')
    for (const words of ['two weeks each', 'rural districts']) expect(line).not.toContain(words)
    const rows = recordsIn(await text('commitments.csv')).filter(([n]) => n === 'QD-2026-0001')
    expect(rows).toHaveLength(1)
    for (const words of ['two weeks each', 'rural districts'])
      expect(JSON.stringify(rows)).not.toContain(words)
    const [activity = ''] = (await text('iati-activities.xml')).split('</iati-activity>')
    for (const words of ['two weeks each', 'rural districts']) expect(activity).not.toContain(words)
  })

  it('the archive is a Data Package: descriptor, columns, cells, keys and keys of others hold', async () => {
    const files = await unzipped(await served.ask(`/data/${registerFiles.archive}`))
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as Descriptor
    expect(descriptorProblems(descriptor)).toEqual([])
    expect(tableProblems(descriptor, (path) => files.get(path) ?? '')).toEqual([])
    const { log } = descriptor as unknown as { log: { size: number; root: string } }
    expect(log).toEqual({ size: expect.any(Number), root: expect.any(String), grewTo: log.size })
    expect([...files.keys()].toSorted()).toEqual(
      descriptor.resources
        .map(({ path }) => path)
        .concat('datapackage.json')
        .toSorted(),
    )
    // A story in which everything happens leaves no table but one empty.
    const empty = [...files].filter(
      ([name, said]) => name.endsWith('.csv') && recordsIn(said).length === 1,
    )
    expect(empty.map(([name]) => name)).toEqual(['indicators.csv'])
  })

  it('a package whose row points nowhere, or that lacks a column, is found out', async () => {
    const files = await unzipped(await served.ask(`/data/${registerFiles.archive}`))
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as Descriptor
    const broken = (path: string) =>
      path === 'places.csv'
        ? 'commitment,place\r\nQD-1999-0001,KE\r\n'
        : path === 'sdg-targets.csv'
          ? 'commitment\r\n'
          : (files.get(path) ?? '')
    expect(tableProblems(descriptor, broken)).toEqual([
      'places: QD-1999-0001 is not in commitments',
      'sdg-targets: other columns',
    ])
  })

  it('a table is the same alone as in the archive, and no cell of it is a formula', async () => {
    const files = await unzipped(await served.ask(`/data/${registerFiles.archive}`))
    for (const { name } of registerTables)
      expect([name, await text(tableFile(name))]).toEqual([name, files.get(tableFile(name))])
    expect(files.get('commitments.csv')).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  })

  it('texts are packed on their way, and the archive is not packed again', async () => {
    const packed = async (file: string) =>
      (await served.ask(`/data/${file}`)).headers.get('Content-Encoding')
    for (const file of ['commitments.csv', 'commitments.jsonl', 'iati-activities.xml'])
      expect([file, await packed(file)]).not.toEqual([file, null])
    expect(await packed('kept-register.zip')).toBeNull()
  })

  it('each line of JSON is a whole record of kept/1', async () => {
    const lines = (file: string, said: string) => {
      expect([file, said.endsWith('\n')]).toEqual([file, true])
      return said
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object)
    }
    const commitments = lines('commitments', await text('commitments.jsonl'))
    expect(commitments).toHaveLength(3)
    for (const one of commitments) publicCommitmentShape.parse(one)
    const organisations = lines('organisations', await text('organisations.jsonl'))
    expect(organisations).toHaveLength(3)
    for (const one of organisations) publicOrganisationShape.parse(one)
  })

  it('the activities are what the schema of IATI 2.03 takes', async () => {
    const xml = await text('iati-activities.xml')
    expect(iatiProblems(xml)).toEqual([])
    expect(iatiProblems(xml.replace('<activity-scope', '<activity-shape'))).not.toEqual([])
    expect(xml.match(/<iati-activity /g)).toHaveLength(3)
  })
})

it('an empty register has every file, with nothing in it', async () => {
  const served = await testServer()
  for (const name of names) {
    const answer = await served.ask(`/data/${name}`)
    expect([name, answer.status]).toEqual([name, 200])
  }
  const files = await unzipped(await served.ask(`/data/${registerFiles.archive}`))
  const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as Descriptor
  expect(descriptorProblems(descriptor)).toEqual([])
  expect(tableProblems(descriptor, (path) => files.get(path) ?? '')).toEqual([])
})

/** A reader who takes nothing until told to. */
function slowReader() {
  let taken = () => {}
  const res = Object.assign(
    new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        taken = done
      },
    }),
    { setHeader: () => {}, removeHeader: () => {}, setTimeout: () => {}, locals: {} },
  )
  return { res: res as unknown as Answer & Writable, take: () => taken() }
}
const asking = (file: string) =>
  ({ params: { file }, method: 'GET', get: () => undefined }) as unknown as Request
const untilQuiet = () => setTimeout(200)

it('reads no further than its reader takes, and stops when that one leaves', async () => {
  const w = await world()
  await manyCommitments(w, 5 * SLICE)
  const folder = await mkdtemp(join(tmpdir(), 'kept-test-'))
  vi.stubEnv('TMPDIR', folder)
  const client = w.db.$client
  const batch = client.batch.bind(client)
  let slices = 0
  client.batch = (...all) => {
    slices += 1
    return batch(...all)
  }
  const handler = registerFile({ db: w.db, now: () => w.now, origin: 'https://kept.example' })
  for (const name of ['commitments.jsonl', 'commitments.csv', 'kept-register.zip']) {
    slices = 0
    const failed = vi.fn<() => void>()
    const { res, take } = slowReader()
    handler(asking(name), res, failed)
    await untilQuiet()
    const before = slices
    expect(before).toBeLessThanOrEqual(3)
    take()
    await untilQuiet()
    expect(slices).toBeLessThanOrEqual(before + 1)
    res.destroy()
    await untilQuiet()
    const left = slices
    await untilQuiet()
    expect([name, slices]).toEqual([name, left])
    expect(left).toBeLessThan(5)
    expect(failed).not.toHaveBeenCalled()
    expect([name, await readdir(folder)]).toEqual([name, []])
  }
})

it('makes a few at a time, and tells the next to come back', async () => {
  const w = await world()
  await published(w)
  const handler = registerFile({ db: w.db, now: () => w.now, origin: 'https://kept.example' })
  const readers = Array.from({ length: 32 }, slowReader)
  for (const { res } of readers) handler(asking('commitments.jsonl'), res, () => {})
  await untilQuiet()
  const said: Record<string, unknown> = {}
  const res = {
    locals: {},
    setHeader: (name: string, value: unknown) => void (said[name] = value),
    removeHeader: (name: string) => void delete said[name],
    status: (status: number) => Object.assign(res, { said: status }),
    set: () => res,
    send: () => res,
  }
  const request = {
    ...asking('places.csv'),
    complete: true,
    originalUrl: '/data/places.csv',
    get: () => '',
  }
  handler(request as unknown as Request, res as unknown as Answer, () => {})
  await untilQuiet()
  expect(res).toMatchObject({ said: 503 })
  expect(said).toMatchObject({ 'Retry-After': '60' })
  expect(said).not.toHaveProperty('ETag')
  for (const reader of readers) reader.res.destroy()
})
