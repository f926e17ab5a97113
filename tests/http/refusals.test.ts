import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, it } from 'vitest'

import routes from '#app/routes.ts'
import { patternsOf } from '#scripts/torture/patterns.ts'
import { filesOf } from '#tests/support/route-files.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { everyTable } from '#tests/support/unchanged.ts'
import { published, reported, world, type World } from '#tests/support/world.ts'

type Module = { action?: (args: ActionFunctionArgs) => unknown }
const modules = import.meta.glob<Module>('../../app/routes/**/route.tsx', { eager: true })
const table = await filesOf(routes)

const ran: string[] = []
/** Every route as it is, but what its action would do is only noted. */
const watched = Object.fromEntries(
  table.map(([pattern, file]) => {
    const module = modules[`../../app/${file}`] ?? {}
    const action = () => (ran.push(pattern), new Response('acted'))
    return [pattern === '' ? '/' : pattern, module.action ? { ...module, action } : module]
  }),
)
const acting = table
  .filter(([, file]) => modules[`../../app/${file}`]?.action)
  .map(([pattern]) => pattern)
const filled = (pattern: string, id = '1') =>
  `/${pattern}`
    .replace(':locale', 'en')
    .replace(':step', 'words')
    .replace(/:\w+\??|\*/g, id)

const EVIL = 'https://evil.example'
const hostile: Record<string, string>[] = [
  {},
  { Origin: EVIL },
  { Origin: 'null' },
  { Origin: EVIL, 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
  { Origin: EVIL, Host: 'evil.example' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site', Origin: EVIL },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'OWN' },
  { 'Sec-Fetch-Site': 'nonsense' },
]
const friendly: Record<string, string>[] = [
  { 'Sec-Fetch-Site': 'same-origin' },
  { 'Sec-Fetch-Site': 'none' },
  { Origin: 'OWN' },
]
const channels = [
  '?_data=root',
  '?a=b&_data=routes%2Fx',
  '.data',
  '.data?_routes=root',
  '?_routes=',
]

let w: World
let address: string
beforeAll(async () => {
  w = await world()
  const { testServer } = await import('#tests/support/server.ts')
  ;({ address } = await testServer(watched as never, { db: w.db }))
})

const send = (path: string, headers: Record<string, string>) => {
  const own = headers['Origin'] === 'OWN' ? { ...headers, Origin: address } : headers
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return new Promise<number>((resolve, reject) => {
    void import('node:http').then(({ request }) => {
      const { hostname, port } = new URL(address)
      const asked = request(
        { hostname, port, path, method: 'POST', headers: { ...type, ...own } },
        (answer) => {
          answer.resume()
          answer.on('end', () => resolve(answer.statusCode ?? 0))
        },
      )
      asked.on('error', reject)
      asked.end('a=b')
    })
  })
}

it('knows every route that acts', () => {
  expect(acting.length).toBeGreaterThan(30)
})

it.each(acting)(
  'acts at /%s on forms of ours alone, and by no channel of the framework',
  async (pattern) => {
    const path = filled(pattern)
    ran.length = 0
    for (const headers of hostile) {
      expect([headers, await send(path, headers)]).toEqual([headers, 403])
      for (const channel of channels)
        expect(await send(path + channel, headers)).toBeGreaterThanOrEqual(403)
    }
    for (const headers of friendly)
      for (const channel of channels)
        expect([channel, await send(path + channel, headers)]).toEqual([channel, 404])
    expect(ran).toEqual([])
    // What a page's loader then says to nobody in particular is another matter.
    for (const headers of friendly) expect(await send(path, headers)).toBeLessThan(500)
    expect(ran).toEqual([pattern, pattern, pattern])
  },
)

it('changes nothing when it is only asked', async () => {
  const own = await world()
  const commitment = await published(own)
  const report = await reported(own, commitment)
  const real = Object.fromEntries(
    table.map(([pattern, file]) => [
      pattern === '' ? '/' : pattern,
      modules[`../../app/${file}`] ?? {},
    ]),
  )
  const server = await askedBy(own, real)
  const people = [await server.by(own.partner), await server.by(own.coordinator)]
  // Whose turn it is to be seen is noted in the session, and nowhere else.
  const state = async () => {
    const { sessions: _, ...rest } = await everyTable(own.db)
    return rest
  }
  const before = await state()
  for (const pattern of await patternsOf(routes))
    for (const id of [commitment.id, report.id, own.organisationId, commitment.number ?? ''])
      for (const { get } of pattern.includes(':id') || id === commitment.id ? people : [])
        expect((await get(filled(pattern, id))).status).toBeLessThan(500)
  expect(await state()).toEqual(before)
}, 60_000)
