import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { redactions } from '#app/db/schema/redactions.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { recoverLog } from '#app/use-cases/ledger/recover-log.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { finishErasure } from '#app/use-cases/redactions/finish-erasure.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { backupOf, broughtBack } from '#tests/support/copies.ts'
import { mirrorOf } from '#tests/support/log-mirror.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import { tracesOf } from '#tests/support/traces.ts'
import { drafted, granted, NOW, submitted } from '#tests/support/world.ts'

const NAME = 'Wilhelmina Übergang'
const reason = 'A person has asked for it.'
type Signed = Awaited<ReturnType<typeof signedWorld>>

async function withheld(w: Signed, id: string, words: string[], evidenceIds: string[] = []) {
  const wish = { words, evidenceIds, basis: 'gdpr-17' as const, reason }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), id, wish))
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
}
const recovered = async (w: Signed, db: Database) => {
  await w.sign()
  const { db: source, marks } = w
  const recovering = { db, now: NOW, mirror: mirrorOf(source), marks, logKey: undefined, verify }
  const recovery = await recoverLog(recovering)
  await checkLog(db)
  await checkReplay(db, NOW)
  return recovery
}

it('leaves nothing of what was withheld meanwhile in a backup that is brought back', async () => {
  const w = await signedWorld()
  const { id, file, link, storedName } = await namedRecord(w, NAME)
  const backup = await backupOf(w.db)
  await withheld(w, id, [NAME], [file, link])
  const { db, folder } = await broughtBack(backup)
  const files = await diskFiles(join(folder, 'files'))
  const arriving = await files.incoming()
  await arriving.write(Buffer.from(`What ${NAME} signed`))
  const stored = await arriving.keep()
  await db.$client.execute({
    sql: 'UPDATE evidence SET stored_name = ? WHERE stored_name = ?',
    args: [stored, storedName],
  })
  expect(tracesOf(folder, NAME)).not.toEqual({})

  expect(await recovered(w, db)).toMatchObject({ ok: true, restored: { toLookAt: [] } })
  await finishErasure({ db, files, now: NOW })
  expect(readdirSync(join(folder, 'files'))).toEqual(['incoming'])
  expect(tracesOf(folder, NAME)).toEqual({})
})

it('finds it in what was a draft, and withheld before the next backup', async () => {
  const w = await signedWorld()
  const text = `${NAME} trains 12,000 primary teachers in rural districts, two weeks each.`
  const { id } = await submitted(w, { text, title: `Teachers trained by ${NAME}` }, NOW)
  const asked = [{ field: 'text', text: 'Who are all of these, please?' }]
  granted(await returnCommitment(w.as(w.coordinator), id, asked))
  granted(await submitCommitment(w.as(w.partner), id))
  const backup = await backupOf(w.db)
  granted(await publishCommitment(w.as(w.coordinator), id))
  await withheld(w, id, [NAME])
  const { db, folder } = await broughtBack(backup)
  expect(await recovered(w, db)).toMatchObject({ ok: true, restored: { toLookAt: [] } })
  expect(tracesOf(folder, NAME)).toEqual({})
})

it('settles the proposal that was carried out meanwhile', async () => {
  const w = await signedWorld()
  const { id } = await namedRecord(w, NAME)
  const wish = { words: [NAME], evidenceIds: [], basis: 'court' as const, reason }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), id, wish))
  const backup = await backupOf(w.db)
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  const { db, folder } = await broughtBack(backup)
  expect(await recovered(w, db)).toMatchObject({ ok: true })
  const [row] = await db.select().from(redactions)
  expect(row).toMatchObject({ state: 'carried-out', words: [], decidedAt: NOW })
  await finishErasure({ db, files: { remove: async () => {} }, now: NOW })
  expect(tracesOf(folder, NAME)).toEqual({})
})

it.each([
  ['the whole of a text', NAME, '█', []],
  ['rewritten before it was published', 'Somebody else entirely', '█ and others', ['it']],
])('reads it out of the draft, or names the record: %s', async (_, title, left, toLookAt) => {
  const w = await signedWorld()
  const { id, terms } = await drafted(w, { title }, NOW)
  const backup = await backupOf(w.db)
  const published = left.replace('█', NAME)
  granted(await editCommitment(w.as(w.partner), id, { ...(terms as Terms), title: published }))
  granted(await submitCommitment(w.as(w.partner), id))
  granted(await publishCommitment(w.as(w.coordinator), id))
  await withheld(w, id, [NAME])
  const { db, folder } = await broughtBack(backup)
  expect(await recovered(w, db)).toMatchObject({
    ok: true,
    restored: { toLookAt: toLookAt.map(() => id) },
  })
  const row = await db.select().from(commitments).where(eq(commitments.id, id)).get()
  expect(row).toMatchObject({ title: left, terms: { title: left } })
  expect(tracesOf(folder, NAME)).toEqual({})
})
