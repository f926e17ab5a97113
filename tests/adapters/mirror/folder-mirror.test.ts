import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

import { folderMirror } from '#app/adapters/mirror/folder-mirror.server.ts'
import { freshFile } from '#tests/support/database.ts'

async function kept(files: Record<string, string>) {
  const { folder } = await freshFile()
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}
const read = async (bytes: Promise<Uint8Array | undefined>) => {
  const found = await bytes
  return found && Buffer.from(found).toString()
}

it('reads a copy by its paths, below log/ or in it', async () => {
  const folder = await kept({
    'log/checkpoint': 'a note',
    'log/tile/entries/000': 'a full bundle',
    'log/disclosures/7.json': '{"index":7}',
    'log/disclosures/bundle/0': '[{"index":7}]',
  })
  for (const place of [folder, join(folder, 'log')]) {
    const mirror = folderMirror(place)
    expect(await mirror.checkpoint()).toBe('a note')
    expect(await read(mirror.bundle(0, 256))).toBe('a full bundle')
    expect(await mirror.openings(7)).toEqual({ index: 7 })
    expect(await mirror.bundleOpenings(0)).toEqual([{ index: 7 }])
  }
})

it('takes the narrowest bundle that is wide enough', async () => {
  const at = 'tile/entries/x001/234.p'
  const mirror = folderMirror(
    await kept({ [`${at}/9`]: '9', [`${at}/40`]: '40', [`${at}/200`]: '200' }),
  )
  expect(await read(mirror.bundle(1234, 9))).toBe('9')
  expect(await read(mirror.bundle(1234, 10))).toBe('40')
  expect(await read(mirror.bundle(1234, 41))).toBe('200')
  expect(await read(mirror.bundle(1234, 201))).toBeUndefined()
})

it('has not got what is not there, and passes other troubles on', async () => {
  const folder = await kept({ checkpoint: 'a note', 'disclosures/1.json': '{"index":' })
  const mirror = folderMirror(folder)
  expect(await mirror.bundle(0, 1)).toBeUndefined()
  expect(await mirror.openings(0)).toBeUndefined()
  await expect(mirror.openings(1)).rejects.toThrow(SyntaxError)
})
