import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { replaceFile } from '#app/adapters/files/replace-file.server.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-replace-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('puts the new content in place of the old, with nothing left beside it', async () => {
  const file = join(folder, 'state')
  await replaceFile(file, 'a longer one', 0o600)
  await replaceFile(file, 'short', 0o600)
  expect(await readFile(file, 'utf8')).toBe('short')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['state'])
})

it('leaves the old content whole when the new one cannot be written', async () => {
  const file = join(folder, 'state')
  await mkdir(`${file}.new`)
  await expect(replaceFile(file, 'never')).rejects.toThrow()
  expect(await readFile(file, 'utf8')).toBe('short')
})
