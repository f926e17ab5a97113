import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { entryToCheck, logEntryPage } from '#app/db/read/log-entry.server.ts'
import { bytesBefore, entryProof } from '#app/db/read/log-proofs.server.ts'
import { bundleOf } from '#app/db/read/log-tiles.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { checkEntry } from '#app/domain/ledger/entry-check.ts'
import { leafHash } from '#app/domain/ledger/merkle.ts'
import { readBundle } from '#app/domain/ledger/tile.ts'
import type { RedactionInput } from '#app/domain/redactions/redaction.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { growLog } from '#tests/support/long-log.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { granted, NOW, published, reported, world, type World } from '#tests/support/world.ts'

const open = (w: Pick<World, 'db'>, entry: number) => logEntryPage(w.db, entry, 'en', NOW)

async function problemsOf(w: Pick<World, 'db'>, entry: number) {
  const it_ = await entryToCheck(w.db, entry, 'en', NOW)
  if (!it_?.proof) throw new Error(`entry ${entry} has no proof`)
  const { leaf, leafHash: storedHash, disclosures, withheld } = it_
  const { proof, note } = it_.proof
  const { key } = testSigner()
  const said = { leaf, storedHash, disclosures, withheld, proof, note, key, verify }
  return checkEntry({ index: entry, ...said }).problems
}

const withhold = async (w: World, id: string, changes: Partial<RedactionInput>) => {
  const input: RedactionInput = {
    words: [],
    evidenceIds: [],
    basis: 'gdpr-17',
    reason: 'Asked for by a person',
    ...changes,
  }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), id, input))
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
}

it('says of an entry what its act says, and which act is before and after it', async () => {
  const w = await world()
  const commitment = await published(w)
  const report = await reported(w, commitment)
  const rows = await w.db.select().from(acts)
  const entryOf = (kind: string) => rows.find((row) => row.kind === kind)!.entry!
  const page = await open(w, entryOf('milestone.reported'))
  expect(page?.act).toMatchObject({ kind: 'milestone.reported', role: 'focal-point' })
  expect(page?.fields).toContainEqual({ field: 'report', value: report.id })
  expect(page?.clauses).toEqual(['qd2015/quality/2', 'qd2015/oer/1'])
  expect(hex(leafHash(new TextEncoder().encode(page?.leaf)))).toBe(page?.leafHash)
  expect(page).toMatchObject({ withheld: [], previous: undefined, next: undefined })
  expect(await open(w, 5)).toBeUndefined()

  const verified = rows.filter(({ subject }) => subject === w.organisationId)
  expect(verified.map(({ entry }) => entry)).toContain(entryOf('org.verified'))
  expect(JSON.stringify(page)).not.toContain(w.partner.email)
})

it('leads from act to act on the same subject', async () => {
  const w = await world()
  const { id } = await published(w)
  const { entry: first } = await lastAct(w.db)
  granted(await withdrawCommitment(w.as(w.partner), id, 'The programme lost its budget.'))
  const { entry: second } = await lastAct(w.db)
  expect((await open(w, first!))?.next).toEqual({ entry: second, kind: 'commitment.withdrawn' })
  expect((await open(w, second!))?.previous).toEqual({
    entry: first,
    kind: 'commitment.published',
  })
})

it('shows no field of an act that is nobody’s business', async () => {
  const { w, db } = await worldWithSecrets()
  const { public: size } = await countActs(db)
  for (let entry = 0; entry < size; entry += 1) {
    const page = await open({ db }, entry)
    expect(page?.act.entry).toBe(entry)
    expect(JSON.stringify(page)).not.toContain(SECRET)
    expect(JSON.stringify(page)).not.toContain(w.coordinator.userId)
  }
  expect(await open({ db }, size)).toBeUndefined()
})

it('shows what a redaction leaves, on what basis, though a later one withholds more of it', async () => {
  const w = await world()
  const made = await namedRecord(w, 'Zebulon Quartermain')
  const { public: before } = await countActs(w.db)
  await withhold(w, made.id, { words: ['Zebulon Quartermain'], evidenceIds: [made.file] })
  await withhold(w, made.id, { words: ['12,000 primary teachers'], basis: 'safety' })
  const { public: size } = await countActs(w.db)
  await signLog(w.db)

  const pages = await Promise.all(Array.from({ length: size }, (_, entry) => open(w, entry)))
  const published_ = pages.find((page) => page?.act.kind === 'commitment.published')
  const text = published_?.withheld.find(({ field }) => field === 'text')
  expect(text?.value).toBe('█ trains █ in rural districts, two weeks each. █ leads.')
  expect(text?.basis).toBe('gdpr-17')
  const title = published_?.withheld.find(({ field }) => field === 'title')
  expect(title?.value).toMatch(/█/)
  const evidence = pages.flatMap((page) => page?.withheld ?? [])
  expect(evidence.find(({ field }) => field === `evidence.${made.file}`)?.value).toMatchObject({
    withheld: true,
  })
  expect(evidence.every(({ basis, redaction }) => basis && redaction >= before)).toBe(true)
  expect(JSON.stringify(pages)).not.toContain('Quartermain')

  const order = pages[text!.redaction]
  expect(order?.redacts).toMatchObject({ of: published_?.act.entry, basis: 'gdpr-17' })
  for (let entry = 0; entry < size; entry += 1) expect(await problemsOf(w, entry)).toEqual([])
})

it('believes no withholding but one that the later entry itself orders', async () => {
  const w = await world()
  await published(w)
  await published(w)
  await signLog(w.db)
  const db = await tampered(
    w.db,
    'UPDATE disclosures SET disclosure = NULL, redaction = 4 WHERE idx = 3 AND rowid % 2 = 0',
  )
  const page = await open({ db }, 3)
  expect(page?.withheld.length).toBeGreaterThan(3)
  expect(page?.withheld.every(({ basis, field }) => !basis && !field)).toBe(true)
  expect(await problemsOf({ db }, 3)).toEqual(['digest-unopened'])
})

it('still shows an entry whose bytes are no longer its own, and says so', async () => {
  const w = await world()
  await published(w)
  await signLog(w.db)
  const db = await tampered(w.db, "UPDATE log_entry SET leaf = 'no entry' WHERE idx = 3")
  expect(await open({ db }, 3)).toMatchObject({ leaf: 'no entry', clauses: [], redacts: undefined })
  expect(await problemsOf({ db }, 3)).toEqual(['not-included', 'hash-differs', 'not-an-entry'])
})

it('tells what happened, when and in what role as the hashed bytes do, whatever a row says', async () => {
  const w = await world()
  await published(w)
  await signLog(w.db)
  const db = await tampered(
    w.db,
    "UPDATE acts SET kind = 'commitment.withdrawn', role = 'administrator', at = 0 WHERE entry = 3",
  )
  const told = (await open(w, 3))?.act
  const { kind, role } = told!
  const at = new Date(Math.floor(told!.at.getTime() / 1000) * 1000)
  expect((await open({ db }, 3))?.act).toMatchObject({ kind, role, at })
  expect(await problemsOf({ db }, 3)).toEqual([])
})

it('has no proof before the first signature over an entry', async () => {
  const w = await world()
  await published(w)
  expect(await entryToCheck(w.db, 3, 'en', NOW)).toMatchObject({ proof: undefined })
  await signLog(w.db)
  await published(w)
  expect(await entryProof(w.db, 3)).toMatchObject({ index: 3, size: 4 })
  expect(await entryProof(w.db, 4)).toBeUndefined()
})

it('knows where in its bundle an entry begins', async () => {
  const db = await freshDatabase()
  await growLog(db, 300)
  for (const index of [0, 1, 9, 10, 255, 256, 257, 299]) {
    const bundle = (await bundleOf(db, Math.floor(index / 256), (index % 256) + 1))!
    const leaf = readBundle(bundle)[index % 256]!
    const start = await bytesBefore(db, index)
    expect(hex(bundle.slice(start + 2))).toBe(hex(leaf))
  }
})

it('reads no more of a longer log', async () => {
  const w = await world()
  const { id } = await published(w)
  const read = async () => {
    await open(w, 3)
    await entryToCheck(w.db, 3, 'en', NOW)
  }
  await withhold(w, id, { words: ['teachers'] })
  await signLog(w.db)
  const plans = await plansOf(w.db, read)
  expect(plans.length).toBeGreaterThan(10)
  expect(growing(plans)).toEqual([])
})
