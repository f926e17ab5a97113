import { readdirSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { codes } from '#app/i18n/messages/en/codes.ts'

const sources = ['app/domain', 'app/use-cases', 'app/http'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    // What is wrong with a table is said by import-problems.ts; the ledger, and whoever rebuilds a
    // record from it, speak to machines.
    .filter((file) => !/^(?:imports|ledger)\/|^accountability\/(?:replay|opened)/.test(file))
    .map((file) => readFileSync(`${root}/${file}`, 'utf8')),
)
const found = (pattern: RegExp) =>
  sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''))
const unspoken = (names: string[]) =>
  [...new Set(names)].filter((name) => !(`code.${name}` in codes)).toSorted()

it('has a sentence for each refusal a rule can give', () => {
  const refusals = found(/\brefuse\('([a-z-]+)'\)/g)
  expect(refusals.length).toBeGreaterThan(40)
  expect(unspoken(refusals)).toEqual([])
})

it('has a sentence for each problem a schema can find', () => {
  const problems = [
    ...found(/\b(?:error|message): '([a-z]+(?:-[a-z]+)*)'/g),
    ...found(/\b(?:min|max|positive)\([^()]*'([a-z]+(?:-[a-z]+)*)'\)/g),
    ...found(/\bcode: '([a-z]+(?:-[a-z]+)+)'/g),
    ...found(/\.refine\((?:[^()]|\([^()]*\))*, '([a-z]+(?:-[a-z]+)*)'\)/g),
  ].filter((name) => name !== 'custom')
  expect(problems.length).toBeGreaterThan(15)
  expect(unspoken(problems)).toEqual([])
})

it('has a sentence for each answer of the permission table', () => {
  expect(
    unspoken([
      'not-signed-in',
      'not-your-organisation',
      'focal-point-only',
      'organisation-suspended',
      'coordinator-only',
      'administrator-only',
      'conflict-of-interest',
    ]),
  ).toEqual([])
})
