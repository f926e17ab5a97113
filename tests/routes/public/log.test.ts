import { expect, it } from 'vitest'

import { parsePolicy } from '#app/domain/ledger/policy.ts'
import {
  COSIGNATURE_KEY,
  formatVerifierKey,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { serveLog, signLog } from '#tests/support/log-routes.ts'
import { testLog, testSigner } from '#tests/support/signer.ts'
import { keyOf } from '#tests/support/witnessing.ts'
import { published, reported, world } from '#tests/support/world.ts'

const vkeyOf = ({ name, type, publicKey }: VerifierKey) => formatVerifierKey(name, type, publicKey)

const html = async (server: Awaited<ReturnType<typeof serveLog>>, path: string) => {
  const answer = await server.ask(path)
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.text()).replaceAll('<!-- -->', '')
}

it('tells each act in words with its entry, its subject, who and when', async () => {
  const w = await world()
  const commitment = await published(w)
  await reported(w, commitment)
  await signLog(w.db)
  const page = await html(await serveLog(w.db), '/en/log')
  const milestone = commitment.terms.milestones?.[0]?.id
  for (const said of [
    '<a href="/en/log/4">4</a>',
    'Report handed in',
    `href="/en/commitments/${commitment.number}"`,
    `href="/en/commitments/${commitment.number}#${milestone}"`,
    `href="/en/organisations/${w.organisationId}"`,
    'href="/en/declarations/qd2015"',
    'Focal point',
    'Commitment registered and published',
    ' UTC</time>',
    '1 to 5 of 5 entries, newest first',
  ])
    expect(page).toContain(said)
  for (const { name, email } of [w.partner, w.coordinator]) {
    expect(page).not.toContain(name)
    expect(page).not.toContain(email)
  }
})

it('says what was signed and when, with which key, and how to check it', async () => {
  const w = await world()
  const server = await serveLog(w.db)
  expect(await html(server, '/en/log')).toContain('Nothing has been signed yet.')
  await signLog(w.db)
  await published(w)
  const page = await html(server, '/en/log')
  expect(page).toContain(vkeyOf(testSigner().key))
  expect(page).toMatch(/<h2 id="state">4 entries<\/h2>/)
  expect(page).toContain('23 November 2026, 10:00 UTC')
  expect(page).toContain('The newest entry waits for the next signature.')
  expect(page).toContain('No witness has been named for this log.')
  expect(page).toContain(`curl ${server.origin}/log/checkpoint`)
  expect(page).toContain(`npm run verify -- ${server.origin}`)
  expect(page).not.toContain('Nothing can be published')
})

it('names each witness, how far it has followed the log, and when', async () => {
  const { db } = await world()
  const [one, two] = [9, 10].map((seed) => keyOf(`w${seed}.example`, COSIGNATURE_KEY, seed).key)
  const text = `witness Teachers ${vkeyOf(one!)}\nwitness Office ${vkeyOf(two!)}\nquorum Teachers\n`
  const server = await serveLog(db, { publicLog: testLog({ policy: parsePolicy(text) }) })
  await signLog(db)
  await db.$client.execute({
    sql: 'INSERT INTO log_cosignature VALUES (3, ?, ?, ?)',
    args: ['w9.example', '— w9.example QUJDREVG', Date.UTC(2026, 10, 23, 9, 30)],
  })
  const page = await html(server, '/en/log')
  expect(page).toContain('<bdi>Teachers</bdi>: 3 entries, 23 November 2026, 09:30 UTC')
  expect(page).toContain('<bdi>Office</bdi>: has not witnessed it yet')
  expect(page).toContain('href="/log/policy"')
})

it('says so while nothing can be published', async () => {
  const { db } = await world()
  const stopped = () => ({ code: 'entries-missing', signed: 9, held: 3 }) as const
  const page = await html(await serveLog(db, { publicLog: testLog({ stopped }) }), '/en/log')
  expect(page).toContain('Nothing can be published at the moment')
})

it('narrows by kind in its address, and offers the same as a feed', async () => {
  const w = await world()
  await published(w)
  const server = await serveLog(w.db)
  const all = await html(server, '/en/log')
  const [feed = ''] = /<link rel="alternate"[^>]*application\/atom\+xml[^>]*>/.exec(all) ?? []
  expect(feed).toContain('title="The public log"')
  expect(feed).toContain('href="/en/log.atom"')
  const page = await html(server, '/en/log?kind=org.verified')
  expect(page).toContain('1 to 2 of 2 entries')
  expect(page).toContain('href="/en/log.atom?kind=org.verified"')
  expect(page).toContain('<option value="org.verified" selected="">')
  const none = await html(server, '/en/log?kind=party.left')
  expect(none).toContain('Nothing of that kind has happened yet.')
})

it('is a page before anything has happened', async () => {
  const page = await html(await serveLog(await freshDatabase()), '/en/log')
  expect(page).toContain('No entry yet')
  expect(page).toContain('The first act that anybody may see will be the first entry.')
})
