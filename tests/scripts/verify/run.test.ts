import { createHash } from 'node:crypto'

import { beforeAll, expect, it } from 'vitest'

import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { addDays } from '#app/domain/shared/dates.ts'
import type { Options } from '#scripts/verify/reading.ts'
import { isWhole, verdictInWords } from '#scripts/verify/verdict.ts'
import { brought } from '#tests/support/brought.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { taped, told, verifying } from '#tests/support/taped-register.ts'
import { json, text, type Change } from '#tests/support/taped.ts'
import { serveRegister } from '#tests/support/whole-register.ts'
import { NOW, TODAY } from '#tests/support/world.ts'

const content = Buffer.from('name,finished\nA,yes\n')
let full: FullRecord
let register: Awaited<ReturnType<typeof taped>>
let files: ReturnType<typeof memoryFiles>
beforeAll(async () => {
  files = memoryFiles()
  const incoming = await files.incoming()
  await incoming.write(content)
  full = await fullRecord({
    fileName: 'lists.csv',
    storedName: await incoming.keep(),
    mediaType: 'text/csv',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  })
  register = await taped(full.db, { files: 9 }, { files })
})

const after = async (change: Change, options: Partial<Options> = {}) =>
  told(await register.replay(change, options))
const gone =
  (at: string | RegExp): Change =>
  (path, bytes) =>
    (typeof at === 'string' ? path === at : at.test(path)) ? undefined : bytes

type Records = { commitments: Record<string, unknown>[]; log: { size: number } }
const list = /^\/api\/v1\/records\?/
const changedRecord = (change: (record: Record<string, unknown>) => void) =>
  json(list, (body: Records) => {
    const record = body.commitments.find((one) => one['number'] === full.number)
    if (record) change(record)
    return body
  })

it('finds a register whole, and says so in words', async () => {
  const { verdict } = register
  expect(verdict).toMatchObject({
    trust: 'given',
    checkpoint: { origin: 'kept.example/log', size: 16 },
    records: { commitments: 2, organisations: 2, declarations: 1 },
    pages: { compared: 2, of: 2 },
    files: { compared: 1, of: 1, elsewhere: 0 },
    problems: [],
    compared: true,
  })
  expect(isWhole(verdict)).toBe(true)
  expect(verdictInWords(verdict)).toContain('The log is whole: 16 entries')
  expect(isWhole(await register.replay())).toBe(true)
})

it('finds a register whole whose records were brought from another, files and all but their bytes', async () => {
  const { db } = await brought(full)
  await signLog(db)
  const verdict = await verifying(await serveRegister(db), { files: 9 })
  expect([told(verdict), verdict.compared]).toEqual([[], true])
  expect(verdict).toMatchObject({
    records: { commitments: 2 },
    files: { compared: 1, of: 1, elsewhere: 1 },
  })
})

it('finds an empty register whole', async () => {
  const db = await freshDatabase()
  await signLog(db)
  const verdict = await verifying(await serveRegister(db))
  expect([told(verdict), verdict.compared, verdict.checkpoint?.size]).toEqual([[], true, 0])
})

it('takes the log’s own key where none is handed in, and says that it did', async () => {
  const verdict = await register.replay(undefined, { vkey: undefined })
  expect([verdict.trust, isWhole(verdict)]).toEqual(['first-use', true])
  expect(verdictInWords(verdict)).toContain('TAKEN FROM THE LOG ITSELF')
  for (const said of ['', 'nonsense', 'kept.example/log+00000000+AAAA'])
    expect(
      await after(
        text('/log/log.vkey', () => said),
        { vkey: undefined },
      ),
    ).toEqual(['/log/log.vkey no-key'])
})

it('believes no checkpoint but one the key has signed', async () => {
  const other = testSigner('kept.example/log', 8)
  expect(await after((_, bytes) => bytes, { vkey: other.key })).toEqual([
    '/log/checkpoint not-signed-by-the-log no-known-signature',
  ])
  expect(await after(gone('/log/checkpoint'))).toEqual(['/log/checkpoint no-checkpoint'])
  expect(await after(text('/log/checkpoint', (note) => note.replace('16', '15')))).toEqual([
    '/log/checkpoint not-signed-by-the-log bad-signature',
  ])
})

it('names entries that are not those that were signed, and compares no record with them', async () => {
  const bundle = '/log/tile/entries/000.p/16'
  const verdict = await register.replay((path, bytes) =>
    path === bundle
      ? Buffer.from(Buffer.from(bytes).toString('latin1').replace('focal-', 'vocal-'), 'latin1')
      : bytes,
  )
  expect(told(verdict)).toEqual(['tile 0/000.p/16 tile-differs', 'log root-differs'])
  expect(verdict.compared).toBe(false)
  expect(verdictInWords(verdict)).toContain('The records were not compared')
  expect(await after(gone(bundle))).toEqual(['entries 0 on bundle-missing'])
  expect(await after(text(bundle, (bytes) => bytes.slice(0, -9)))).toEqual([
    'entries 0 on bundle-unreadable',
  ])
  const flipped: Change = (path, bytes) =>
    path === '/log/tile/0/000.p/16' ? bytes.with(40, (bytes[40] ?? 0) ^ 1) : bytes
  expect(await after(flipped)).toEqual(['tile 0/000.p/16 tile-differs'])
})

type Openings = { d: string[]; withheld: unknown[] }[]
const disclosures = '/log/disclosures/bundle/0'

it('names what is withheld without a logged reason, and what is shown that was not logged', async () => {
  const without = json(disclosures, (all: Openings) => {
    all[3]!.d.splice(0, 1)
    return all
  })
  const found = await after(without)
  expect(found[0]).toBe('entry 3 withheld-without-reason')
  const claimed = json(disclosures, (all: Openings) => {
    all[3]!.d.splice(0, 1)
    all[3]!.withheld.push({ digest: 'A'.repeat(43), redaction: 5 })
    return all
  })
  expect(await after(claimed)).toEqual(
    expect.arrayContaining(['entry 3 withheld-unknown', 'entry 3 withheld-without-reason']),
  )
  const added = json(disclosures, (all: Openings) => {
    all[3]!.d.push(all[2]!.d[0]!)
    return all
  })
  expect(await after(added)).toEqual(['entry 3 opening-unknown'])
  expect(await after(gone(disclosures))).toEqual(['disclosures 0 on disclosures-unreadable'])
  expect(await after(json(disclosures, (all: Openings) => all.slice(1)))).toEqual([
    'disclosures 0 on disclosures-unreadable',
  ])
})

it('names each part of a record that is shown otherwise than it was logged, with both values', async () => {
  const verdict = await register.replay(
    changedRecord((record) => {
      record['title'] = 'Train nobody'
      record['outcome'] = 'kept'
      const [first] = record['milestones'] as { dueOn: string }[]
      first!.dueOn = '2031-01-01'
    }),
  )
  const [one] = full.milestones
  expect(told(verdict)).toEqual([
    `${full.number} record-differs outcome`,
    `${full.number} record-differs title`,
    `${full.number} record-differs milestones[${one}].dueOn`,
  ])
  expect(verdict.problems[1]).toMatchObject({
    shown: 'Train nobody',
    fromLog: 'Train 12,000 primary teachers well',
  })
  const words = verdictInWords(verdict)
  expect(words).toContain('NOT WHOLE: 3 things are not as they should be.')
  expect(words).toContain(
    'shown: Train nobody\n      in the log: Train 12,000 primary teachers well',
  )
})

it('names records that are shown and not logged, or logged and not shown', async () => {
  const without = json(list, (body: Records) => ({
    ...body,
    commitments: body.commitments.slice(1),
  }))
  expect(await after(without)).toEqual([`${full.number} not-shown`])
  const more = json(list, (body: Records) => {
    const [first] = body.commitments
    return {
      ...body,
      commitments: [...body.commitments, { ...first, id: 'cmt_0', number: 'QD-2027-0001' }],
    }
  })
  expect(await after(more)).toEqual(['QD-2027-0001 not-in-the-log'])
  const { organisationId } = full.w
  type Bodies = { organisations: { id: string; names: object }[] }
  const organisations = (change: (all: Bodies['organisations']) => Bodies['organisations']) =>
    json(/^\/api\/v1\/organisations\?/, (body: Bodies) => ({
      ...body,
      organisations: change(body.organisations),
    }))
  expect(
    await after(organisations((all) => all.filter(({ id }) => id !== organisationId))),
  ).toEqual([`${organisationId} not-shown`])
  const renamed = organisations((all) =>
    all.map((one) => (one.id === organisationId ? { ...one, names: { en: 'Other' } } : one)),
  )
  expect(await after(renamed)).toEqual([`${organisationId} record-differs names.en`])
  type Texts = { declarations: { settings: object }[] }
  const loosened = json('/api/v1/declarations', (body: Texts) => ({
    ...body,
    declarations: body.declarations.map((one) => ({
      ...one,
      settings: { ...one.settings, silentAfterDays: 900 },
    })),
  }))
  expect(await after(loosened)).toEqual(['qd2015 record-differs settings.silentAfterDays'])
})

it('takes open data only from a state this log was signed in', async () => {
  const state = (change: object) =>
    json(list, (body: Records) => ({ ...body, log: { ...body.log, ...change } }))
  expect((await after(state({ root: 'A'.repeat(43) + '=' })))[0]).toBe('open data state-differs')
  expect((await after(state({ size: 17 })))[0]).toBe('open data not-signed')
  expect(await after(state({ size: 5 }))).toEqual(
    expect.arrayContaining(['open data data-behind', 'open data state-differs']),
  )
})

it('takes open data only as it is written', async () => {
  const changed = (change: (body: Records & { next?: string }) => unknown) =>
    after(json(list, change as never))
  const unreadable = ['/api/v1/records?limit=200 data-unreadable']
  expect(await changed((body) => ({ ...body, format: 'kept/2' }))).toEqual(unreadable)
  expect(await changed((body) => ({ ...body, extra: 1 }))).toEqual(unreadable)
  expect(await changed(() => [])).toEqual(unreadable)
  expect(await after(text(list, () => '{'))).toEqual(unreadable)
  expect(await after(gone(list))).toEqual(unreadable)
  const disordered = ['/api/v1/records?limit=200 list-out-of-order']
  expect(await changed((body) => ({ ...body, next: '/api/v1/x' }))).toEqual(disordered)
  expect(
    await changed((body) => ({ ...body, commitments: body.commitments.toReversed() })),
  ).toEqual(disordered)
})

it('holds the day the register shows against its own', async () => {
  const shownOn = (today: string, now = NOW) =>
    after(
      json(list, (body: object) => ({ ...body, today })),
      { now: () => now, pages: 0 },
    )
  expect(await shownOn(addDays(TODAY, -1))).toContain(`${full.number} day-differs`)
  expect(await shownOn(addDays(TODAY, 1))).toContain(`${full.number} day-differs`)
  // Two minutes before midnight the register may be a day ahead already.
  expect(await shownOn(TODAY, new Date(`${addDays(TODAY, -1)}T23:58:00Z`))).toEqual([])
})

it('names what a page shows otherwise than it was logged', async () => {
  const page = `/en/commitments/${full.number}`
  const [one, two] = full.milestones
  const changes: [string | RegExp, string, string][] = [
    [/(<h1[^>]*>)Train/, '$1Drain', `${page} page-differs title`],
    [/<title>QD/, '<title>XX', `${page} page-differs number`],
    [
      '3,000 teachers trained</span></h3>',
      '3 trained</span></h3>',
      `${page} page-differs milestones[${one}].title`,
    ],
    [
      /(<li id="mls_[^"]+">.*?dateTime=")20/is,
      '$121',
      `${page} page-differs milestones[${one}].dueOn`,
    ],
    [/Reviewed 2,900\./g, 'Reviewed 3,100.', `${page} page-differs milestones[${one}].values`],
    [
      /Claimed 3,100 teachers\./g,
      'Claimed 9,100 teachers.',
      `${page} page-differs milestones[${one}].values`,
    ],
    [
      /(<p class="marks"><span class="mark">.*?<span>)Partly achieved/s,
      '$1Achieved',
      `${page} page-differs milestones[${one}].status`,
    ],
    [
      /(<dl class="standing-lines">.*?<span>)[\w ]+(<\/span>)/s,
      '$1Kept$2',
      `${page} page-differs outcome`,
    ],
    [`<li id="${two}"`, '<li id="mls_0"', `${page} page-differs milestones[${two}]`],
  ]
  for (const [from, to, problem] of changes) {
    let changed = false
    const found = await after(
      text(page, (html) => {
        const other = html.replace(from, to)
        changed = other !== html
        return other
      }),
    )
    expect([String(from), changed, found]).toEqual([
      String(from),
      true,
      expect.arrayContaining([problem]),
    ])
  }
  expect(await after(gone(page))).toEqual([`${page} page-missing`])
})

it('compares as many pages as it is asked for, drawn by lot', async () => {
  const asked: string[] = []
  const watching: Change = (path, bytes) => {
    if (path.startsWith('/en/commitments/')) asked.push(path)
    return bytes
  }
  for (const draw of [0, 0.99]) {
    const verdict = await register.replay(watching, { pages: 1, random: () => draw })
    expect(verdict.pages).toEqual({ compared: 1, of: 2 })
    expect(verdictInWords(verdict)).toContain('1 of 2 pages')
  }
  expect(new Set(asked).size).toBe(2)
})

it('names a file whose bytes are not those that were logged', async () => {
  const path = `/files/${full.pieces.open}`
  expect(await after(text(path, (said) => said.replace('yes', 'no')))).toEqual([
    `${path} file-differs`,
  ])
  expect(await after(gone(path))).toEqual([`${path} file-missing`])
  expect(await after(gone(path), { files: 0 })).toEqual([])
})

it('names what somebody with sqlite3 changed in the register itself', async () => {
  const { id, number, reviews, milestones, reportId } = full
  const [one] = milestones
  const record = `${number} record-differs`
  const report = `milestones[${one}].reports[${reportId}]`
  const page = `/en/commitments/${number} page-differs`
  const cases: [string, string[]][] = [
    [`UPDATE commitments SET title = 'Other' WHERE id = '${id}'`, [`${record} title`]],
    [
      `UPDATE commitment_versions SET terms = json_set(terms, '$.title', 'Other') WHERE commitment_id = '${id}'`,
      [`${page} title`],
    ],
    [
      `UPDATE milestones SET terms = json_set(terms, '$.dueOn', '2030-01-01') WHERE id = '${one}'`,
      [`${page} milestones[${one}].dueOn`],
    ],
    [
      `UPDATE milestones SET target = 5 WHERE id = '${one}'`,
      [`${record} milestones[${one}].target`],
    ],
    [
      `UPDATE reviews SET reviewed_value = 3000 WHERE id = '${reviews.corrected}'`,
      [
        `${record} ${report}.findings[${reviews.corrected}].reviewedValue`,
        `${page} milestones[${one}].values`,
      ],
    ],
    [
      `UPDATE commitments SET outcome = 'on-track' WHERE id = '${id}'`,
      [`${record} outcome`, `${page} outcome`],
    ],
    [
      `UPDATE commitments SET state = 'draft' WHERE id = '${id}'`,
      [`${number} not-shown`, `/en/commitments/${number} page-missing`],
    ],
    [`DELETE FROM replies`, [`${record} ${report}.findings[${reviews.review}].reply`]],
    [`UPDATE disclosures SET disclosure = NULL WHERE idx = 4`, ['entry 4 withheld-without-reason']],
    [
      `UPDATE log_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'coordinator', 'focal-point') AS BLOB) WHERE idx = 3`,
      ['tile 0/000.p/16 tile-differs', 'log root-differs'],
    ],
    [
      `UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = 4`,
      ['tile 0/000.p/16 tile-differs'],
    ],
    [
      `UPDATE log_checkpoint SET note = replace(note, char(10) || '16' || char(10), char(10) || '15' || char(10))`,
      ['/log/checkpoint not-signed-by-the-log bad-signature'],
    ],
    [
      `UPDATE evidence SET sha256 = '${'0'.repeat(64)}' WHERE kind = 'file'`,
      [`${record} ${report}.evidence[${full.pieces.open}].sha256`],
    ],
  ]
  for (const [statement, problems] of cases) {
    const copy = await tampered(full.db, statement)
    const served = await serveRegister(copy, { files })
    const found = told(await verifying(served, { files: 9 }))
    expect([statement, found]).toEqual([statement, expect.arrayContaining(problems)])
  }
}, 60_000)
