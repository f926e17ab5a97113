import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterEach, expect, it } from 'vitest'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import type { FileStore } from '#app/adapters/files/file-store.ts'
import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})
async function folder() {
  const made = await mkdtemp(join(tmpdir(), 'kept-files-'))
  folders.push(made)
  return made
}
const stores: [string, () => Promise<FileStore>][] = [
  ['on disk', async () => diskFiles(await folder())],
  ['in memory', async () => memoryFiles()],
]

it.each(stores)('gives back what was kept: %s', async (_where, make) => {
  const files = await make()
  const incoming = await files.incoming()
  await incoming.write(Buffer.from('Every '))
  await incoming.write(Buffer.from('child'))
  expect(await text(incoming.read())).toBe('Every child')
  const name = await incoming.keep()
  await incoming.discard()
  const file = await files.open(name)
  expect(file?.size).toBe(11)
  expect(file && (await text(file.stream()))).toBe('Every child')

  await files.remove(name)
  expect(await files.open(name)).toBeUndefined()
  await files.remove(name)
})

it.each(stores)('opens nothing by a name it did not give: %s', async (_where, make) => {
  const files = await make()
  for (const name of ['', '..', '../kept.db', 'incoming', '0'.repeat(32), 'A'.repeat(32)])
    expect(await files.open(name)).toBeUndefined()
})

it('leaves nothing of what was discarded, nor of what an earlier run left half-written', async () => {
  const place = await folder()
  const files = await diskFiles(place)
  const incoming = await files.incoming()
  await incoming.write(Buffer.from('x'))
  await incoming.discard()
  await incoming.discard()
  expect(await readdir(join(place, 'incoming'))).toEqual([])

  await writeFile(join(place, 'incoming', 'torn'), 'x')
  await diskFiles(place)
  expect(await readdir(join(place, 'incoming'))).toEqual([])
})

it('keeps files for the register’s own user alone', async () => {
  const place = await folder()
  const incoming = await (await diskFiles(place)).incoming()
  const name = await incoming.keep()
  expect((await stat(join(place, name))).mode & 0o777).toBe(0o600)
})
