import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, it } from 'vitest'

import { knownPasswords } from '#app/adapters/passwords/known-passwords.server.ts'

const folder = await mkdtemp(join(tmpdir(), 'kept-passwords-'))
afterAll(() => rm(folder, { recursive: true }))

it.each([
  'password123',
  'Password2026!',
  'P@ssw0rd12345',
  'qwertyuiop',
  '1234567890',
  '0987654321',
  '9876543210',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'abababababab',
  'passwordpassword',
  '!!sunshine2025!!',
  '  football12  ',
  'IloveyouForever',
  '1q2w3e4r5t',
])('knows %s', async (password) => {
  const isKnown = await knownPasswords()
  expect(await isKnown(password)).toBe(true)
})

it.each([
  'several plain words',
  'rye, salt and slow water',
  'kettle-orbit-vivid-31',
  'a good long password',
  'ÿ密码学与茶 五月',
  '',
])('does not know %s', async (password) => {
  const isKnown = await knownPasswords()
  expect(await isKnown(password)).toBe(password === '')
})

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()

it('finds each of a file of stolen ones, and no other, wherever it stands in it', async () => {
  const stolen = Array.from({ length: 500 }, (_, i) => `a stolen password, number ${i}`)
  const lines = stolen.map((one, i) => `${sha1(one)}:${10 ** (i % 7)}`).toSorted()
  for (const [name, text] of [
    ['unix', `${lines.join('\n')}\n`],
    ['dos', `${lines.join('\r\n')}\r\n`],
    ['unended', lines.join('\n')],
    ['prefixes', lines.map((line) => line.slice(0, 12)).join('\n')],
    ['small', `${lines.join('\n').toLowerCase()}\n`],
  ] as const) {
    const path = join(folder, name)
    await writeFile(path, text)
    const isKnown = await knownPasswords(path)
    for (const one of stolen) expect([name, one, await isKnown(one)]).toEqual([name, one, true])
    for (let i = 500; i < 700; i += 1)
      expect([name, i, await isKnown(`a stolen password, number ${i}`)]).toEqual([name, i, false])
  }
})

it('refuses to begin with a file that is none, or is not there', async () => {
  const path = join(folder, 'words')
  await writeFile(path, 'password\nletmein\n')
  await expect(knownPasswords(path)).rejects.toThrow('does not begin with a SHA-1')
  await expect(knownPasswords(join(folder, 'nowhere'))).rejects.toThrow('ENOENT')
})
