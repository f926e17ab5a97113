import { createHash } from 'node:crypto'

import { beforeAll, expect, it } from 'vitest'

import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import { recordIntegrity } from '#app/db/read/integrity.server.ts'
import { disclosures } from '#app/db/schema/log.ts'
import { openDisclosure } from '#app/domain/ledger/disclosure.ts'
import { speak } from '#app/i18n/speech.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { told, verifying } from '#tests/support/taped-register.ts'
import { serveRegister } from '#tests/support/whole-register.ts'
import { granted, NOW, organisationInput, TODAY } from '#tests/support/world.ts'

// R9 of the trust plan: whoever has the file and sqlite3 changes one thing, and something says so.

const SECRET = 'two weeks each'
const content = Buffer.from('name,finished\nA,yes\n')
let full: FullRecord
let files: ReturnType<typeof memoryFiles>
let marks: ReturnType<typeof memoryMarks>
/** What the redaction took out: somebody kept a copy. */
let kept: { idx: number; digest: string; disclosure: string }

async function storeOf(bytes: Buffer) {
  const store = memoryFiles()
  const incoming = await store.incoming()
  await incoming.write(bytes)
  return { store, storedName: await incoming.keep() }
}

beforeAll(async () => {
  const { store, storedName } = await storeOf(content)
  files = store
  full = await fullRecord({
    fileName: 'lists.csv',
    storedName,
    mediaType: 'text/csv',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  })
  const { db, id, w } = full
  const opened = await db.select().from(disclosures)
  const held = opened.find((one) => {
    const said = openDisclosure(one.disclosure ?? '')
    return said.field === 'text' && JSON.stringify(said.value).includes(SECRET)
  })
  kept = { idx: held!.idx, digest: held!.digest, disclosure: held!.disclosure! }
  const wish = {
    words: [SECRET],
    evidenceIds: [],
    basis: 'safety' as const,
    reason: 'It would lead somebody to where they are.',
  }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), id, wish))
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))

  // Past 256 entries, so that there are a stored node and a tile above the lowest.
  const registered = await registerOrganisation(w.as(w.stranger), {
    ...organisationInput,
    name: 'A ministry elsewhere',
  })
  const { organisation } = granted(registered)
  const decide = (move: 'verify' | 'suspend' | 'reinstate') =>
    decideOrganisation(w.as(w.coordinator), organisation.id, move, 'It is being looked into.')
  granted(await decide('verify'))
  for (let turn = 0; turn < 125; turn += 1)
    for (const move of ['suspend', 'reinstate'] as const) granted(await decide(move))
  marks = memoryMarks()
  granted(await signCheckpoint({ db, now: NOW, signer: testSigner(), marks }))
}, 60_000)

/** What each of the three that watch finds: the record's own page, the verifier outside, the guard. */
async function found(statements: readonly string[], store = files) {
  const db = await tampered(full.db, ...statements)
  const page = (await recordIntegrity(db, full.id, TODAY)).problems.map(({ code, entry, path }) =>
    [entry === undefined ? '' : `entry ${entry}`, code, path ?? ''].filter(Boolean).join(' '),
  )
  const served = await serveRegister(db, { files: store })
  const outside = told(await verifying(served, { files: 20, pages: 10 }))
  const guard = await guardLog({ db, marks })
  return { page, outside, guard: guard?.code }
}

it('finds nothing where nobody touched anything', async () => {
  expect(await found([])).toEqual({ page: [], outside: [], guard: undefined })
})

type Watching = { page?: string | RegExp; outside?: string | RegExp; guard?: string }
type Tampering = () => string[]

// Of those still open: salts are random, and one of the entry's is withheld already.
const first =
  'digest = (SELECT min(digest) FROM disclosures WHERE idx = 3 AND disclosure IS NOT NULL)'
const last = '(SELECT max(idx) FROM log_entry)'
const other = (column: string) =>
  `CAST(replace(CAST(${column} AS TEXT), 'coordinator', 'focal-point') AS BLOB)`

// Beside each what finds it. Where one of the three is not named it sees no such thing: the page
// reads its record's own entries, the guard roots and not what they stand for.
const matrix: [string, Tampering, Watching][] = [
  [
    'a commitment’s title',
    () => [`UPDATE commitments SET title = 'Train nobody' WHERE id = '${full.id}'`],
    { page: 'record-differs title', outside: /^QD-2026-0001 record-differs title$/ },
  ],
  [
    'a milestone’s due date',
    () => [`UPDATE milestones SET due_on = '2030-01-01' WHERE id = '${full.milestones[0]}'`],
    {
      page: /^record-differs milestones\[\w+\]\.dueOn$/,
      outside: /^QD-2026-0001 record-differs milestones\[\w+\]\.dueOn$/,
    },
  ],
  [
    'a reviewed value',
    () => [`UPDATE reviews SET reviewed_value = 3000 WHERE id = '${full.reviews.corrected}'`],
    {
      page: /^record-differs .*\.reviewedValue$/,
      outside: /^QD-2026-0001 record-differs .*\.reviewedValue$/,
    },
  ],
  [
    'a disclosure, for another',
    () => [
      `UPDATE disclosures SET disclosure = 'WyJzYWx0IiwidGl0bGUiLCJPdGhlciJd' WHERE idx = 3 AND ${first}`,
    ],
    { page: 'entry 3 opening-unknown', outside: 'entry 3 opening-unknown' },
  ],
  [
    'a disclosure, gone without a reason',
    () => [`UPDATE disclosures SET disclosure = NULL WHERE idx = 3 AND ${first}`],
    { page: 'entry 3 digest-unopened', outside: 'entry 3 withheld-without-reason' },
  ],
  [
    'a leaf',
    () => [`UPDATE log_entry SET leaf = ${other('leaf')} WHERE idx = 3`],
    { page: 'entry 3 leaf-differs', outside: 'log root-differs' },
  ],
  [
    'a leaf’s hash',
    () => ['UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = 3'],
    { page: 'entry 3 leaf-differs', outside: 'tile 0/000 tile-differs' },
  ],
  [
    'the newest leaf’s hash',
    () => [`UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = ${last}`],
    { outside: /^tile 0\/001\.p\/\d+ tile-differs$/, guard: 'history-differs' },
  ],
  [
    'a node',
    () => ['UPDATE log_node SET hash = zeroblob(32)'],
    { outside: 'tile 1/000.p/1 tile-differs', guard: 'history-differs' },
  ],
  [
    'a checkpoint’s root',
    () => ['UPDATE log_checkpoint SET root = zeroblob(32)'],
    { guard: 'history-differs' },
  ],
  [
    'a checkpoint’s note',
    () => [
      'UPDATE log_checkpoint SET note = replace(note, char(10) || size, char(10) || (size - 1))',
    ],
    { outside: '/log/checkpoint not-signed-by-the-log bad-signature' },
  ],
  [
    'the end of the log, cut off with its checkpoint',
    () => [
      'DELETE FROM log_checkpoint',
      `DELETE FROM disclosures WHERE idx = ${last}`,
      `DELETE FROM log_entry WHERE idx = ${last}`,
    ],
    { outside: '/log/checkpoint no-checkpoint', guard: 'entries-missing' },
  ],
  [
    'a redaction, its words put back beside the log',
    () => [
      `UPDATE disclosures SET disclosure = '${kept.disclosure}', redaction = NULL WHERE idx = ${kept.idx} AND digest = '${kept.digest}'`,
    ],
    { page: 'entry 3 opened-though-withheld', outside: 'entry 3 redaction-not-applied' },
  ],
  [
    'a redaction, its words put back in the record',
    () => [`UPDATE commitment_versions SET terms = replace(terms, '█', '${SECRET}')`],
    { page: /^record-differs /, outside: /^QD-2026-0001 record-differs / },
  ],
  [
    'a redaction, dropped from beside the log',
    () => ['UPDATE disclosures SET redaction = NULL', 'DELETE FROM redactions'],
    { outside: 'entry 3 withheld-without-reason' },
  ],
]

it.each(matrix)('names %s', async (_, statements, watching) => {
  const { page, outside, guard } = await found(statements())
  const named = (said: string[], wanted: string | RegExp | undefined) =>
    wanted === undefined
      ? expect(said).toEqual([])
      : expect(said).toContainEqual(
          typeof wanted === 'string' ? wanted : expect.stringMatching(wanted),
        )
  named(page, watching.page)
  named(outside, watching.outside)
  expect(guard).toBe(watching.guard)
})

it('names the bytes of an evidence file, when it is asked to read them', async () => {
  const { store, storedName } = await storeOf(Buffer.from('name,finished\nA,no!\n'))
  const swapped = `UPDATE evidence SET stored_name = '${storedName}' WHERE id = '${full.pieces.open}'`
  expect((await found([swapped], store)).outside).toEqual([
    `/files/${full.pieces.open} file-differs`,
  ])
})

it('says so on the record’s own page', async () => {
  const [, statements] = matrix[0]!
  const ask = async (db: typeof full.db) =>
    (await (await serveRegister(db)).ask(`/en/commitments/${full.number}`)).text()
  const title = speak('en').t('mismatch.title')
  expect(await ask(full.db)).not.toContain(title)
  expect(await ask(await tampered(full.db, ...statements()))).toContain(title)
})

it('signs nothing after what the guard finds', async () => {
  const tamperings = matrix.filter(([, , { guard }]) => guard !== undefined)
  expect(tamperings.length).toBeGreaterThanOrEqual(4)
  for (const [, statements] of tamperings) {
    const db = await tampered(full.db, ...statements())
    await guardLog({ db, marks })
    const signing = signCheckpoint({ db, now: NOW, signer: testSigner(), marks })
    expect(await signing).toEqual({ ok: false, code: 'publishing-stopped' })
  }
})
