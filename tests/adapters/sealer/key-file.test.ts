import { chmod, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { openAccountKey } from '#app/adapters/sealer/key-file.server.ts'
import { memorySealer } from '#app/adapters/sealer/memory-sealer.server.ts'

const path = async () => join(await mkdtemp(join(tmpdir(), 'kept-')), 'account.key')
const secret = new TextEncoder().encode('twenty secret bytes.')

it('makes a key for its owner alone, and opens later what was sealed before', async () => {
  const file = await path()
  const first = await openAccountKey(file)
  expect(first.created).toBe(true)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const sealed = first.sealer.seal(secret, 'usr_ada')
  const again = await openAccountKey(file)
  expect(again.created).toBe(false)
  expect(again.sealer.open(sealed, 'usr_ada')).toEqual(secret)
})

it('is refused when others may read it, or when it is no key', async () => {
  const file = await path()
  await openAccountKey(file)
  await chmod(file, 0o640)
  await expect(openAccountKey(file)).rejects.toMatchObject({ code: 'readable-by-others' })
  await chmod(file, 0o600)
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.slice(0, 30))
  await expect(openAccountKey(file)).rejects.toMatchObject({ code: 'not-a-key-file' })
})

it('opens nothing with another key, for another person, or after a change', () => {
  const sealer = memorySealer()
  const sealed = sealer.seal(secret, 'usr_ada')
  expect(sealer.open(sealed, 'usr_ada')).toEqual(secret)
  expect(sealer.open(sealed, 'usr_eve')).toBeUndefined()
  expect(memorySealer().open(sealed, 'usr_ada')).toBeUndefined()
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[bytes.length - 1]! ^= 1
  expect(sealer.open(bytes.toString('base64url'), 'usr_ada')).toBeUndefined()
  expect(sealer.open('', 'usr_ada')).toBeUndefined()
  expect(sealer.seal(secret, 'usr_ada')).not.toBe(sealed)
})
