import { expect, it } from 'vitest'

import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import { users } from '#app/db/schema/accounts.ts'
import routes from '#app/routes.ts'
import { filesOf } from '#tests/support/route-files.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { drafted, published, reported, world } from '#tests/support/world.ts'

const modules = import.meta.glob<object>('../app/routes/**/route.tsx', { eager: true })
const table = await filesOf(routes)
const served = Object.fromEntries(
  table.map(([pattern, file]) => [pattern === '' ? '/' : pattern, modules[`../app/${file}`] ?? {}]),
)

const nonsense = [
  `'";--<script>alert(1)</script>`,
  '\u0000',
  'x'.repeat(180),
  '__proto__',
  'constructor',
  '😀\u202Eevil\u2066',
  '-1',
  '1e309',
  '9'.repeat(40),
  'NaN',
  '2027-99-99',
  '/../..//evil.example',
  '* OR "a" NEAR(',
  '%00%0d%0aSet-Cookie: a=b',
]
/** What any page reads of its query. */
const names = [
  ...['declaration', 'clause', 'group', 'country', 'region', 'outcome', 'assurance', 'year'],
  ...['organisation', 'due', 'reporting', 'q', 'sort', 'after', 'before', 'show', 'kind', 'month'],
  ...['state', 'from', 'to', 'by', 'limit', 'page', 'token', 'done', 'id', 'who', 'lang', 'number'],
]
const queryOf = (value: string) => {
  const query = new URLSearchParams(names.map((name) => [name, value]))
  for (const name of ['q', 'sort', 'country']) query.append(name, value)
  for (const name of ['q[]', 'sort[x]', '__proto__[x]']) query.append(name, value)
  return `?${query}`
}

async function place() {
  const w = await world()
  const commitment = await published(w)
  const report = await reported(w, commitment)
  const draft = await drafted(w)
  const ids = [commitment.id, draft.id, report.id, w.organisationId]
  const filled = (pattern: string, id: string) =>
    `/${pattern}`
      .replace(':locale', 'en')
      .replace(':step', 'words')
      .replace(':declaration/:theme?/:clause', 'qd2015/oer/1')
      .replace('clauses/*', 'clauses/qd2015/oer/1')
      .replace(':number', commitment.number ?? '')
      .replace(':key', 'qd2015')
      .replace('organisations/:id', `organisations/${w.organisationId}`)
      .replace(/:\w+\??|\*/g, id)
  const server = await askedBy(w, served)
  return { w, server, ids, filled }
}
const faults = (lines: readonly { level: string }[]) =>
  lines.filter(({ level }) => level === 'error')

it('answers public pages as if nonsense in the query were not there; programs are told', async () => {
  const { server, filled } = await place()
  const open = table.filter(([, file]) =>
    /^routes\/(?:public|formats|feeds|api|log|sitemap)\//.test(file),
  )
  for (const [pattern, file] of open) {
    const path = filled(pattern, '0')
    const plain = (await server.ask(path)).status
    for (const value of nonsense) {
      const { status } = await server.ask(path + queryOf(value))
      const may = /^routes\/(?:public|feeds)\//.test(file) ? [plain] : [plain, 400]
      expect([path, value, may, may.includes(status)]).toEqual([path, value, may, true])
    }
  }
  expect(faults(server.lines)).toEqual([])
}, 120_000)

/** The fields a page's forms would send. */
const fieldsIn = (html: string) => [
  ...new Set(
    [...html.matchAll(/<(?:input|textarea|select|button)[^>]*? name="([^"]+)"/g)].map(
      ([, name]) => name!,
    ),
  ),
]

it('takes nonsense in any field of any form without a fault', async () => {
  const { w, server, ids, filled } = await place()
  await w.db.update(users).set({ passwordHash: await hashPassword('several plain words') })
  const people = [await server.by(w.partner), await server.by(w.coordinator)]
  const forms = table.filter(([, file]) => /^routes\/(?:desk|account)\//.test(file))
  let sent = 0
  const wrong: string[] = []
  for (const [pattern] of forms)
    for (const { get, post } of people)
      for (const id of pattern.includes(':id') ? ids : ids.slice(0, 1)) {
        if (pattern.endsWith('sign-out')) continue
        const path = filled(pattern, id)
        const shown = await get(path + queryOf(nonsense[sent % nonsense.length]!))
        expect([path, shown.status < 500]).toEqual([path, true])
        const fields = fieldsIn(await shown.text())
        if (shown.status !== 200 || fields.length === 0) continue
        for (const value of [nonsense[sent % nonsense.length]!, 'y'.repeat(20_000)]) {
          sent += 1
          const form = Object.fromEntries(fields.map((name) => [name, value]))
          const more = { '__proto__[role]': value, role: value, 'milestones[99999].title': value }
          const { status } = await post(path, { ...form, ...more })
          if (status >= 500) wrong.push(`${status} ${path} ${value.slice(0, 20)}`)
        }
      }
  expect(wrong).toEqual([])
  expect(sent).toBeGreaterThan(60)
  expect(faults(server.lines)).toEqual([])
}, 120_000)
