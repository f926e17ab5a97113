import type { Database } from '#app/db/client.server.ts'
import { logHead } from '#app/db/read/log-head.server.ts'
import { csvLine } from '#app/domain/open-data/csv.ts'
import { registerTables } from '#app/domain/open-data/register-tables.ts'
import { registerMakers } from '#app/http/register-making.server.ts'
import { registerFiles, tableFile } from '#app/paths.ts'

import { recordsIn } from './validated.ts'

const single = [
  registerFiles.descriptor,
  registerFiles.declarations,
  registerFiles.commitments,
  registerFiles.organisations,
  ...registerTables.map(({ name }) => tableFile(name)),
]

/** What a register exports that day: every file but the archive of them and the activities. */
export async function exportOf(
  db: Database,
  now: Date,
  origin = 'https://first.example',
): Promise<Map<string, string>> {
  const { size } = await logHead(db)
  const making = { db, origin, now, log: { size, root: 'cm9vdA==' } }
  const files = new Map<string, string>()
  for (const name of single) {
    let text = ''
    for await (const chunk of registerMakers.get(name)?.(making) ?? []) text += String(chunk)
    files.set(name, text)
  }
  return files
}

/** A table with the columns an import reads, as it would be written with those alone. */
export function importedPart(
  table: string,
  csv: string,
  column: (name: string) => boolean,
): string {
  const { fields = {} } = registerTables.find(({ name }) => name === table) ?? {}
  const [header = [], ...body] = recordsIn(csv)
  const places = header.flatMap((name, place) =>
    !fields[name]?.derived && column(name) ? [place] : [],
  )
  return [header, ...body].map((row) => csvLine(places.map((place) => row[place]))).join('')
}
