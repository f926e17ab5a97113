import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { declarationSchema, type Declaration } from '#app/domain/declarations/declaration.ts'

const FOLDER = 'declarations'

export type DeclarationFile = { file: string; declaration: Declaration }

/** Declarations that come with the register, ready to be opened; by default of this folder. */
export async function declarationFiles(folder = FOLDER): Promise<DeclarationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const read = await Promise.all(
    names.map(async (file) => {
      const parsed = declarationSchema.safeParse(jsonOf(await readFile(join(folder, file), 'utf8')))
      return parsed.success ? [{ file, declaration: parsed.data }] : []
    }),
  )
  return read.flat()
}

/** A mapping that comes with the register, and the table beside it if there is one. */
export type BundledImport = { name: string; mapping: string; table: string | undefined }

/** `canada-nap6` for `canada-nap6/mapping.json`, `examples/plain` for `examples/plain.mapping.json`. */
export async function bundledImports(folder = FOLDER): Promise<BundledImport[]> {
  const places = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    places
      .filter((place) => place.isDirectory())
      .map(async ({ name }) => {
        const files = await readdir(join(folder, name))
        const mappings = files.filter((file) => /(?:^|\.)mapping\.json$/.test(file))
        return Promise.all(mappings.map((file) => bundle(join(folder, name), name, file, files)))
      }),
  )
  return found.flat().toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function bundle(folder: string, name: string, file: string, beside: readonly string[]) {
  const stem = basename(file, 'mapping.json').replace(/\.$/, '')
  const table = stem === '' ? 'commitments.csv' : `${stem}.csv`
  return {
    name: stem === '' ? name : `${name}/${stem}`,
    mapping: await readFile(join(folder, file), 'utf8'),
    table: beside.includes(table) ? await readFile(join(folder, table), 'utf8') : undefined,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
