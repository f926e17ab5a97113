import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { MemoryBroken, noMemory, openMemory, type Remembered } from '#scripts/verify/memory.ts'
import { verifyRegister } from '#scripts/verify/run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-memory-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const remembered: Remembered = {
  format: 'kept-verify/1',
  url: 'https://kept.example',
  vkey: 'kept.example/log+00000000+AAAA',
  trust: 'given',
  checkpoint: 'a note',
  verifiedAt: '2026-11-23T10:00:00.000Z',
}

it('keeps what was verified, and bundles beside it, whole or not at all', async () => {
  const file = join(folder, 'some', 'state.json')
  const memory = await openMemory(file)
  expect([memory.remembered, await memory.bundle(0)]).toEqual([undefined, undefined])
  await memory.save(remembered)
  await memory.keepBundle(7, Uint8Array.of(1, 2))
  expect(await memory.keepProof('another note')).toBe(`${file}.contradiction`)
  expect(await readFile(`${file}.contradiction`, 'utf8')).toBe('another note')

  // The clock of a file system is coarse: a verdict that is older without doubt.
  await utimes(file, new Date(0), new Date(0))
  const again = await openMemory(file)
  expect(again.remembered).toEqual(remembered)
  const kept = (await again.bundle(7))!
  expect([new Uint8Array(kept.bytes), kept.unfinished]).toEqual([Uint8Array.of(1, 2), true])
  expect(await again.bundle(8)).toBeUndefined()
  await again.save(remembered)
  expect((await (await openMemory(file)).bundle(7))?.unfinished).toBe(false)
  const left = await readdir(join(folder, 'some'), { recursive: true })
  expect(left.filter((name) => name.endsWith('.new'))).toEqual([])
})

it('uses no state it did not write', async () => {
  const file = join(folder, 'other.json')
  for (const text of ['', '{', '[]', '{"format":"kept-verify/2"}', '{"checkpoint":"x"}']) {
    await writeFile(file, text)
    await expect(openMemory(file)).rejects.toThrow(MemoryBroken)
  }
})

it('uses no state of another register, and none whose checkpoint is not signed', async () => {
  const options = { memory: { ...noMemory, remembered }, verify: () => false, pauseMs: 0 }
  const about = (url: string) => verifyRegister({ ...options, url: new URL(url) })
  await expect(about('https://else.example')).rejects.toThrow(/is about https:\/\/kept\.example/)
})

it('remembers nothing without a file', async () => {
  await noMemory.save(remembered)
  await noMemory.keepBundle(0, new Uint8Array())
  expect([await noMemory.bundle(0), await noMemory.keepProof('')]).toEqual([undefined, undefined])
})
