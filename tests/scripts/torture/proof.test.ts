import { appendFile, cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { closeDatabase } from '#app/db/client.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import {
  granted,
  makeScratchRegister,
  openScratch,
  scratchTerms,
} from '#scripts/scratch/register.ts'
import { ORIGIN } from '#scripts/torture/folder.ts'
import { proveFolder } from '#scripts/torture/proof.ts'
import { testSigner } from '#tests/support/signer.ts'
import { scratchFolder } from '#tests/support/witnessing.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const signer = testSigner(ORIGIN)

/** A folder with one published commitment, signed before and after it. */
async function made() {
  const folder = await scratchFolder()
  const { db, partner, coordinator, organisationId } = await makeScratchRegister(folder, NOW)
  const marks = checkpointMarks(folder)
  const sign = () => signCheckpoint({ db, now: NOW, signer, marks })
  const as = (actor: typeof partner) => ({ db, actor, now: NOW })
  granted(await sign())
  const draft = { organisationId, declaration: 'qd2015' }
  const { id } = granted(await draftCommitment(as(partner), draft)).commitment
  granted(await editCommitment(as(partner), id, scratchTerms('Train teachers', 2, NOW)))
  granted(await submitCommitment(as(partner), id))
  granted(await publishCommitment(as(coordinator), id))
  granted(await sign())
  const [act] = await db
    .select({ id: acts.id, kind: acts.kind })
    .from(acts)
    .where(eq(acts.entry, 2))
  closeDatabase(db)
  const acknowledged = [{ act: act!.id, kind: act!.kind, entry: 2, subject: id }]
  return { folder, acknowledged }
}

const whole = made()

async function after(harm: (folder: string) => Promise<unknown>) {
  const { folder, acknowledged } = await whole
  const copy = await scratchFolder()
  await cp(folder, copy, { recursive: true })
  await harm(copy)
  return (await proveFolder(copy, { key: signer.key, acknowledged })).problems
}

/** As somebody with the file and sqlite3 would: the guards dropped first. */
const sql = (statement: string) => async (folder: string) => {
  const db = await openScratch(folder)
  const guards = await db.$client.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
  for (const { name } of guards.rows) await db.$client.execute(`DROP TRIGGER ${name as string}`)
  await db.$client.execute('PRAGMA foreign_keys = OFF')
  await db.$client.execute(statement)
  closeDatabase(db)
}

const marks = (change: (text: string) => string) => async (folder: string) => {
  const file = join(folder, 'checkpoints.log')
  await writeFile(file, change(await readFile(file, 'utf8')))
}

it('finds nothing wrong with a register left whole, or with a note torn at the end', async () => {
  expect(await after(async () => {})).toEqual([])
  expect(await after(marks((text) => text.slice(0, -20)))).toEqual([])
  const torn = (text: string) =>
    `${text.slice(0, -20)}\n${text.slice(text.lastIndexOf(ORIGIN + '\n'))}`
  expect(await after(marks(torn))).toEqual([])
})

it.each([
  [
    'an acknowledged entry gone',
    sql('DELETE FROM log_entry WHERE idx = 2'),
    'acknowledged, stands',
  ],
  ['an act gone', sql('DELETE FROM acts WHERE entry = 2'), 'acknowledged, is kept'],
  ['a gap', sql('DELETE FROM log_entry WHERE idx = 1'), 'entry 1 is missing'],
  ['a leaf hash', sql('UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = 1'), 'own hash'],
  [
    'an opening gone',
    sql('DELETE FROM disclosures WHERE rowid = (SELECT max(rowid) FROM disclosures)'),
    'opened whole',
  ],
  ['a commitment gone', sql('DELETE FROM commitments'), 'has its commitment'],
  ['a commitment without its act', sql("UPDATE commitments SET state = 'withdrawn'"), 'acts agree'],
  ['a version gone', sql('DELETE FROM commitment_versions'), 'acts agree'],
  ['a root', sql('UPDATE log_checkpoint SET root = zeroblob(32)'), 'has the root'],
  [
    'a note of the database',
    sql("UPDATE log_checkpoint SET note = replace(note, '3', '4')"),
    'signed',
  ],
  ['a node that is none', sql('INSERT INTO log_node VALUES (1, 0, zeroblob(32))'), 'node 1/0'],
  ['a note of the file', marks((text) => text.replace('\n3\n', '\n2\n')), 'is a prefix'],
  [
    'a note of more than there is',
    (folder: string) =>
      appendFile(join(folder, 'checkpoints.log'), `${ORIGIN}\n9\nAAAA\n\n— x y\n`),
    'is a prefix',
  ],
])('names %s', async (_, harm, named) => {
  expect((await after(harm)).join('\n')).toContain(named)
})
