import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeEach, expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { openMemory } from '#scripts/verify/memory.ts'
import type { Options } from '#scripts/verify/reading.ts'
import { isWhole, verdictInWords } from '#scripts/verify/verdict.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { told, verifying } from '#tests/support/taped-register.ts'
import { pathOf } from '#tests/support/taped.ts'
import { serveRegister } from '#tests/support/whole-register.ts'
import { granted, NOW, published } from '#tests/support/world.ts'

let folder: string
const folders: string[] = []
let state: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-verify-'))
  folders.push(folder)
  state = join(folder, 'state.json')
})
afterAll(async () => {
  for (const one of folders) await rm(one, { recursive: true, force: true })
})

type Served = Awaited<ReturnType<typeof serveRegister>>
/** Another register under the address of the first, as a split view or a restored backup would be. */
const behind =
  (address: string, other: Served): typeof fetch =>
  (url, init) =>
    fetch(other.address + pathOf(url), init)
const at = async (served: Served, other: Served = served, changes: Partial<Options> = {}) =>
  verifying(served, {
    memory: await openMemory(state),
    fetch: behind(served.address, other),
    ...changes,
  })
const serve = async (db: Database) => {
  await signLog(db)
  return serveRegister(db)
}
const publish = async (full: FullRecord, title: string) => {
  await published(full.w, { title }, NOW)
  await signLog(full.db)
}

it('remembers what it verified, and holds what comes later against it', async () => {
  const full = await fullRecord()
  const served = await serve(full.db)
  const first = await at(served)
  expect([told(first), first.since]).toEqual([[], undefined])
  expect(verdictInWords(first)).toContain('Nothing is known of it from before')
  expect(JSON.parse(await readFile(state, 'utf8'))).toMatchObject({
    format: 'kept-verify/1',
    url: served.address,
    trust: 'given',
    checkpoint: first.checkpoint?.note,
  })

  const second = await at(served, served, { vkey: undefined })
  expect([told(second), second.since?.size, second.trust]).toEqual([[], 16, 'remembered'])
  expect(verdictInWords(second)).toMatch(/Nothing was rewritten since 2026-11-23, when it had 16/)
  await publish(full, 'Another one')
  const third = await at(served)
  expect([told(third), third.since?.size, third.checkpoint?.size]).toEqual([[], 16, 17])
})

it('says that a key was never compared with anybody, also later', async () => {
  const served = await serve((await fullRecord()).db)
  expect((await at(served, served, { vkey: undefined })).trust).toBe('first-use')
  expect((await at(served, served, { vkey: undefined })).trust).toBe('first-use')
  expect((await at(served)).trust).toBe('given')
  expect((await at(served, served, { vkey: undefined })).trust).toBe('remembered')
  const other = testSigner('kept.example/log', 8).key
  expect(told(await at(served, served, { vkey: other }))).toEqual(['key key-changed'])
})

it('finds a second history, signed with the same key, by what it remembers', async () => {
  const full = await fullRecord()
  const fork = await tampered(full.db)
  const served = await serve(full.db)
  await at(served)
  await publish(full, 'What was published')
  expect(told(await at(served))).toEqual([])

  // From the same 16 entries on, another 17th: whole and signed in itself.
  const as = (actor: SignedIn, now: Date = NOW) => ({ db: fork, actor, now })
  const other: FullRecord = { ...full, db: fork, w: { ...full.w, db: fork, as } }
  const split = await serve(fork)
  await publish(other, 'What others are shown')
  expect(told(await verifying(split))).toEqual([])

  const verdict = await at(served, split)
  expect(told(verdict)).toEqual(['log history-rewritten'])
  expect(verdictInWords(verdict)).toContain(`is kept in ${state}.contradiction`)
  expect(await readFile(`${state}.contradiction`, 'utf8')).toBe(verdict.checkpoint?.note)
  // What is remembered stays: the next run finds the same.
  expect(told(await at(served, split))).toEqual(['log history-rewritten'])
  await publish(other, 'And on it goes')
  expect(told(await at(served, split))).toEqual(['log history-rewritten'])
  expect(told(await at(served))).toEqual([])
})

it('names a log that is shorter than it was', async () => {
  const full = await fullRecord()
  const old = await serve(await tampered(full.db))
  const served = await serve(full.db)
  await publish(full, 'Another one')
  expect(isWhole(await at(served))).toBe(true)
  const verdict = await at(served, old)
  expect(told(verdict)).toEqual(['log log-shrank'])
  expect(verdict.problems[0]).toMatchObject({ shown: 16, fromLog: 17 })
})

it('reads on when the register publishes meanwhile', async () => {
  const full = await fullRecord()
  const served = await serve(full.db)
  let published_ = false
  const verdict = await verifying(served, {
    patienceMs: 5_000,
    fetch: async (url, init) => {
      if (!published_ && pathOf(url).startsWith('/api/')) {
        published_ = true
        await publish(full, 'Published meanwhile')
      }
      return fetch(url, init)
    },
  })
  expect([told(verdict), verdict.checkpoint?.size, verdict.records.commitments]).toEqual([
    [],
    17,
    3,
  ])
})

it('names what is shown and never signed', async () => {
  const full = await fullRecord()
  const served = await serve(full.db)
  await published(full.w, { title: 'Never signed' }, NOW)
  const found = told(await verifying(served))
  expect(found[0]).toBe('open data not-signed')
  expect(found).toContain('QD-2026-0003 not-in-the-log')
})

it('follows a page that changes while it is looked at', async () => {
  const full = await fullRecord()
  const served = await serve(full.db)
  let withdrawn = false
  const verdict = await verifying(served, {
    fetch: async (url, init) => {
      if (!withdrawn && pathOf(url).startsWith('/en/')) {
        withdrawn = true
        const reason = 'The programme lost its budget.'
        granted(await withdrawCommitment(full.w.as(full.w.partner), full.id, reason))
        await signLog(full.db)
      }
      return fetch(url, init)
    },
  })
  expect(told(verdict)).toEqual([])
  expect(verdict.checkpoint?.size).toBe(17)
})

async function redact(full: FullRecord, words: string[], evidenceIds: string[] = []) {
  const { w, id } = full
  const wish = { words, evidenceIds, basis: 'gdpr-17' as const, reason: 'A person asked for it.' }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), id, wish))
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  await signLog(full.db)
}

it('finds a register whole from which words and evidence were withheld, and says how often', async () => {
  const full = await fullRecord()
  await redact(full, ['12,000 primary'], [full.pieces.link])
  await redact(full, ['teachers well'])
  const verdict = await verifying(await serve(full.db))
  expect(told(verdict)).toEqual([])
  expect(verdict.redactions).toBeGreaterThan(3)
  expect(verdictInWords(verdict)).toMatch(/\d+ entries order content withheld, each with a reason/)
})

it('reads again when content is withheld while it reads', async () => {
  const full = await fullRecord()
  const served = await serve(full.db)
  let redacted = false
  const verdict = await verifying(served, {
    fetch: async (url, init) => {
      if (!redacted && pathOf(url).startsWith('/api/')) {
        redacted = true
        await redact(full, ['12,000 primary'])
      }
      return fetch(url, init)
    },
  })
  expect(told(verdict)).toEqual([])
  expect(verdict.redactions).toBeGreaterThan(0)
})

it('reads on when what it reads was withheld by an entry it has not read yet', async () => {
  const full = await fullRecord()
  const served = await serve(full.db)
  let redacted = false
  const verdict = await verifying(served, {
    fetch: async (url, init) => {
      if (!redacted && pathOf(url).startsWith('/log/disclosures/')) {
        redacted = true
        await redact(full, ['12,000 primary'])
      }
      return fetch(url, init)
    },
  })
  expect(told(verdict)).toEqual([])
})

it('names a redaction that was dropped, or made without being logged', async () => {
  const full = await fullRecord()
  await redact(full, ['12,000 primary'])
  await signLog(full.db)
  const dropped = await serveRegister(
    await tampered(full.db, 'UPDATE disclosures SET redaction = NULL WHERE redaction IS NOT NULL'),
  )
  expect(told(await verifying(dropped))[0]).toMatch(/^entry \d+ withheld-without-reason$/)
  const unlogged = await serveRegister(
    await tampered(
      full.db,
      'UPDATE disclosures SET disclosure = NULL, redaction = 17 WHERE idx = 6',
    ),
  )
  expect(told(await verifying(unlogged))[0]).toBe('entry 6 withheld-without-reason')
})

it('goes on from the bundles of a run that was broken off, and from no others', async () => {
  const { growLog } = await import('#tests/support/long-log.ts')
  const { freshDatabase } = await import('#tests/support/database.ts')
  const db = await freshDatabase()
  await growLog(db, 600)
  const served = await serve(db)
  const asked: string[] = []
  const watched = async () => {
    asked.length = 0
    return at(served, served, {
      pages: 0,
      fetch: (url, init) => {
        asked.push(pathOf(url))
        return fetch(url, init)
      },
    })
  }
  await watched()
  const bundles = () => asked.filter((path) => path.startsWith('/log/tile/entries/'))
  expect(bundles()).toHaveLength(3)
  expect((await readdir(`${state}.entries`)).toSorted()).toEqual(['0', '1'])

  // As if it had been broken off: the bundles are younger than the verdict before.
  const soon = new Date(Date.now() + 60_000)
  const kept = join(`${state}.entries`, '1')
  for (const file of [kept, join(`${state}.entries`, '0')]) await utimes(file, soon, soon)
  await watched()
  expect(bundles()).toEqual(['/log/tile/entries/002.p/88'])
  const bytes = await readFile(kept)
  await writeFile(kept, bytes.subarray(0, 900))
  await utimes(kept, soon, soon)
  await watched()
  expect(bundles()).toHaveLength(2)
  expect(await readFile(kept)).toEqual(bytes)
})

it('reads every entry again after a verdict, and names the one that was changed meanwhile', async () => {
  const { growLog } = await import('#tests/support/long-log.ts')
  const { freshDatabase } = await import('#tests/support/database.ts')
  const db = await freshDatabase()
  await growLog(db, 300)
  const served = await serve(db)
  await at(served, served, { pages: 0 })
  const copy = await tampered(
    db,
    `UPDATE log_entry SET leaf = CAST('something else' AS BLOB) WHERE idx = 88`,
  )
  const verdict = await at(served, await serve(copy), { pages: 0 })
  expect(told(verdict)).toEqual(expect.arrayContaining(['entry 88 rewritten']))
})
