import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import type { FileStore } from '#app/adapters/files/file-store.ts'
import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { findFiles } from '#app/use-cases/ledger/find-files.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { freshFile } from '#tests/support/database.ts'
import { file } from '#tests/support/pieces.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, published, world } from '#tests/support/world.ts'

async function kept(files: FileStore, text: string): Promise<string> {
  const arriving = await files.incoming()
  await arriving.write(Buffer.from(text))
  return arriving.keep()
}

it.each([
  ['in memory', async () => memoryFiles()],
  ['on the disk', async () => diskFiles(join((await freshFile()).folder, 'files'))],
])('finds files by their hash, each for one piece: %s', async (_, open) => {
  const [w, files] = [await world(), await open()]
  const milestone = (await published(w)).terms.milestones![0]!.id
  const { report } = granted(await draftReport(w.as(w.partner), milestone))
  const attached = async (text: string) => {
    const sha256 = createHash('sha256').update(text).digest('hex')
    const input = { ...file, sha256, storedName: await kept(files, text) }
    return granted(await attachFile(w.as(w.partner), report.id, input)).evidence
  }
  const [one, same, other] = [await attached('one'), await attached('one'), await attached('two')]
  const gone = await attached('three')
  await files.remove(gone.storedName!)
  expect(await unchanged(w.db, () => findFiles({ db: w.db, files }))).toEqual({ found: 0, lost: 0 })

  const forget = (id: string) =>
    w.db.update(evidence).set({ storedName: null }).where(eq(evidence.id, id))
  for (const { id } of [one, other, gone]) await forget(id)
  expect(await findFiles({ db: w.db, files })).toEqual({ found: 2, lost: 1 })
  const rows = await w.db.select().from(evidence)
  expect(rows.map(({ id, storedName }) => [id, storedName])).toEqual([
    [one.id, one.storedName],
    [same.id, same.storedName],
    [other.id, other.storedName],
    [gone.id, null],
  ])
})
