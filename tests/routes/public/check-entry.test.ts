import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, it } from 'vitest'

import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { base64, hex } from '#app/domain/ledger/bytes.ts'
import { speak } from '#app/i18n/speech.ts'
import { serveLog, signLog } from '#tests/support/log-routes.ts'
import { testLog, testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { daysFromNow, published, world } from '#tests/support/world.ts'

const plain = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
const blocksOf = (page: string) =>
  [...page.matchAll(/<pre class="commands"[^>]*><code>([^]*?)<\/code>/g)].map(([, text = '']) =>
    plain(text),
  )

async function signed(count = 4) {
  const w = await world()
  for (let i = 0; i < count; i += 1) await published(w)
  await signLog(w.db)
  const newest = (await newestCheckpoint(w.db))!
  return { w, newest }
}
const check = async (server: Awaited<ReturnType<typeof serveLog>>, entry: number) => {
  const answer = await server.ask(`/en/log/${entry}/check`)
  expect(answer.status).toBe(200)
  return answer.text()
}

it('says the result in words first, then every number of the way to the signed root', async () => {
  const { w, newest } = await signed()
  const page = await check(await serveLog(w.db), 4)
  const words = page.indexOf('This entry is in the log, and nothing of it has changed since')
  expect(words).toBeGreaterThan(0)
  expect(words).toBeLessThan(page.indexOf('Step by step'))
  expect(page).toContain('Entry 4 is one of 7. 3 hashes beside it are enough')
  expect(page.match(/<li><p>The neighbour stands to the (left|right)/g)).toHaveLength(3)
  // The last hash worked out, and the one the checkpoint names.
  expect(page.split(hex(newest.root)).length - 1).toBeGreaterThanOrEqual(2)
  expect(plain(page)).toContain(newest.note.trimEnd())
  expect(page).toContain('href="/log/proof/4"')
  expect(page).toContain('href="/log/receipt/4"')
  expect(page).not.toContain('does not verify')
})

it('vouches from the first signature over the entry on, whatever day the entry names', async () => {
  const w = await world()
  await published(w)
  await signLog(w.db, daysFromNow(3))
  await published(w)
  await signLog(w.db, daysFromNow(9))
  const server = await serveLog(w.db)
  const { date } = speak('en')
  const last = (await newestCheckpoint(w.db))!.size - 1
  for (const [entry, signedOn] of [
    [0, daysFromNow(3)],
    [last, daysFromNow(9)],
  ] as const)
    expect(await check(server, entry)).toContain(`changed since ${date(signedOn)}.`)
})

it('has nothing to walk where an entry is alone', async () => {
  const w = await world()
  const db = await tampered(
    w.db,
    'DELETE FROM acts WHERE entry > 0',
    'DELETE FROM disclosures WHERE idx > 0',
    'DELETE FROM log_entry WHERE idx > 0',
  )
  await signLog(db)
  const page = await check(await serveLog(db), 0)
  expect(page).toContain('Entry 0 is alone in the log')
  expect(page).toContain('nothing of it has changed')
})

it('says so in words, and why, when an entry does not verify', async () => {
  const { w } = await signed()
  const leaf = await tampered(
    w.db,
    "UPDATE log_entry SET leaf = replace(leaf, 'coordinator', 'administrator') WHERE idx = 4",
  )
  const page = await check(await serveLog(leaf), 4)
  expect(page).toContain('This entry does not verify.')
  expect(page).toContain('do not lead to the signed root hash')
  expect(page).not.toContain('nothing of it has changed')
  expect(page).not.toContain('class="seal"')
  // The others do.
  expect(await check(await serveLog(w.db), 5)).toContain('nothing of it has changed')

  const said = await tampered(w.db, 'UPDATE disclosures SET disclosure = NULL WHERE idx = 4')
  const withheld = await check(await serveLog(said), 4)
  expect(withheld).toContain('withheld without a logged reason')

  const publicLog = testLog({ key: testSigner('kept.example/log', 8).key })
  const foreign = await check(await serveLog(w.db, { publicLog }), 4)
  expect(foreign).toContain('The checkpoint is not signed with the key of the log.')
})

it('waits for the signature of an entry that is too new', async () => {
  const { w } = await signed(1)
  await published(w)
  const page = await check(await serveLog(w.db), 4)
  expect(page).toContain('This entry is not signed yet')
  expect(page).not.toContain('class="seal"')
})

const run = promisify(execFile)
const canRun = ['curl', 'openssl', 'sh'].every((name) =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, name))),
)

it.runIf(canRun)('gives commands that do the same in a shell, for any entry', async () => {
  const { w, newest } = await signed()
  const server = await serveLog(w.db)
  const cwd = await mkdtemp(join(tmpdir(), 'kept-shell-'))
  try {
    for (const entry of [0, 3, 6]) {
      const page = await check(server, entry)
      const [, cut = '', root = '', signature = ''] = blocksOf(page)
      const sh = async (script: string) => (await run('sh', ['-c', script], { cwd })).stdout.trim()
      const [leafHash = ''] = (await sh(cut)).split(' ')
      expect(leafHash).toMatch(/^[0-9a-f]{64}$/)
      expect(page).toContain(leafHash)
      expect(await sh(root)).toBe(base64(newest.root))
      expect(await sh(signature)).toBe('Signature Verified Successfully')
      const forged = signature.replace('\n7\n', '\n8\n')
      await expect(sh(forged)).rejects.toThrow('Command failed')
    }
  } finally {
    await rm(cwd, { recursive: true, force: true })
  }
})
