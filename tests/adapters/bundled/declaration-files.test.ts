import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { bundledImports, declarationFiles } from '#app/adapters/bundled/declaration-files.server.ts'

it('finds the declarations and mappings that come with the register', async () => {
  const declarations = await declarationFiles()
  expect(declarations.map(({ file, declaration }) => [file, declaration.key])).toEqual([
    ['canada-nap6.json', 'nap6'],
    ['qingdao-2015.json', 'qd2015'],
  ])
  const imports = await bundledImports()
  expect(imports.map(({ name, table }) => [name, table !== undefined])).toEqual([
    ['canada-nap6', true],
    ['examples/plain', true],
  ])
})

it('passes over files that are no declaration, and mappings without a table', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'declarations-'))
  await writeFile(join(folder, 'broken.json'), '{')
  await writeFile(join(folder, 'other.json'), '{"key":"x"}')
  await mkdir(join(folder, 'plan'))
  await writeFile(join(folder, 'plan', 'mapping.json'), '{}')
  expect(await declarationFiles(folder)).toEqual([])
  expect(await bundledImports(folder)).toEqual([{ name: 'plan', mapping: '{}', table: undefined }])
  await rm(folder, { recursive: true })
})
