import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { openKeyFile } from '#app/adapters/signer/key-file.server.ts'
import { utf8 } from '#app/domain/ledger/bytes.ts'
import { NOTE_KEY, signNote } from '#app/domain/ledger/signed-note.ts'

const name = 'kept.example/log'
const published = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const refused = (code: string) => expect.objectContaining({ name: 'KeyFileError', code })

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-key-'))
  path = join(folder, 'log.key')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const keep = (text: string) => writeFile(path, text, { mode: 0o600 })

it('makes a key on first use, for its owner alone, and nothing beside it', async () => {
  const { key, sign, created } = await openKeyFile(path, name)
  expect(created).toBe(true)
  expect(key).toMatchObject({ name, type: NOTE_KEY })
  expect(verify(key.publicKey, utf8('said'), sign(utf8('said')))).toBe(true)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['log.key'])
  const form = /^PRIVATE\+KEY\+kept\.example\/log\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}\n$/
  expect(await readFile(path, 'utf8')).toMatch(form)
})

it('gives the same key ever after', async () => {
  const first = await openKeyFile(path, name)
  const text = await readFile(path, 'utf8')
  const second = await openKeyFile(path, name)
  expect(second.created).toBe(false)
  expect(second.key).toEqual(first.key)
  expect(second.sign(utf8('said'))).toEqual(first.sign(utf8('said')))
  expect(await readFile(path, 'utf8')).toBe(text)
})

it('makes a new key each time it makes one', async () => {
  const one = await openKeyFile(path, name)
  const other = await openKeyFile(join(folder, 'other.key'), name)
  expect(other.key.publicKey).not.toEqual(one.key.publicKey)
})

it('makes one key when several start at once', async () => {
  const opened = await Promise.all(Array.from({ length: 8 }, () => openKeyFile(path, name)))
  expect(opened.filter(({ created }) => created)).toHaveLength(1)
  for (const { key } of opened) expect(key).toEqual(opened[0]!.key)
  expect(await readdir(folder)).toEqual(['log.key'])
})

it('reads a key that Go made', async () => {
  await keep(`${published}\n`)
  const { key, sign, created } = await openKeyFile(path, 'PeterNeumann')
  expect(created).toBe(false)
  const text =
    'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n"
  expect(signNote(text, key, sign)).toBe(
    `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
  )
})

it.each([0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o666])(
  'refuses a file of mode %o',
  async (mode) => {
    await openKeyFile(path, name)
    await chmod(path, mode)
    await expect(openKeyFile(path, name)).rejects.toThrow(refused('readable-by-others'))
    await chmod(path, 0o400)
    expect((await openKeyFile(path, name)).created).toBe(false)
  },
)

it('refuses the key of another name, and leaves it as it is', async () => {
  await openKeyFile(path, name)
  const text = await readFile(path, 'utf8')
  await expect(openKeyFile(path, 'other.example/log')).rejects.toThrow(refused('another-name'))
  await expect(openKeyFile(path, 'two words')).rejects.toThrow(refused('another-name'))
  expect(await readFile(path, 'utf8')).toBe(text)
})

it.each([
  ['nothing', ''],
  ['other words', 'good morning\n'],
  ['a public key', 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n'],
  ['a key cut short', published.slice(0, -4)],
  ['another id', published.replace('c74f20a3', 'c74f20a4')],
  ['another name in it', published.replace('Peter', 'Paul')],
  ['another type', published.replace('+AYEK', '+BIEK')],
  ['another secret', published.replace('KDFz', 'KDFy')],
  ['two keys', `${published}\n${published}\n`],
])('refuses a file with %s, and does not put another key in its place', async (_, text) => {
  await keep(text)
  await expect(openKeyFile(path, 'PeterNeumann')).rejects.toThrow(refused('not-a-key-file'))
  expect(await readFile(path, 'utf8')).toBe(text)
})

it('never says the secret', async () => {
  const secret = 'AYEKFALVFGyNhPJEMzD1QIDr'
  for (const text of [
    published,
    published.replace('c74f20a3', 'c74f20a4'),
    published.slice(0, -4),
  ]) {
    await keep(text)
    const error: unknown = await openKeyFile(path, 'another.example').catch(
      (fault: unknown) => fault,
    )
    expect(error).toBeInstanceOf(Error)
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(secret)
  }
})

it('makes no key where it cannot keep one', async () => {
  await expect(openKeyFile(join(folder, 'no', 'log.key'), name)).rejects.toThrow('ENOENT')
  await expect(openKeyFile(folder, name)).rejects.toThrow()
  await symlink(join(folder, 'nowhere'), path)
  await expect(openKeyFile(path, name)).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['log.key'])
})
