import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { signIns, users } from '#app/db/schema/accounts.ts'
import { refusedAttempts } from '#app/db/schema/acts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordActs } from '#app/db/write/acts.server.ts'
import { actInRole } from '#app/domain/acts/act.ts'
import * as auditExport from '#app/routes/desk/administrator/audit-export/route.tsx'
import * as audit from '#app/routes/desk/administrator/audit/route.tsx'
import * as changing from '#app/routes/desk/administrator/change-account/route.tsx'
import * as people from '#app/routes/desk/administrator/people/route.tsx'
import * as refused from '#app/routes/desk/administrator/refused-attempts/route.tsx'
import { endCoordinator } from '#app/use-cases/accounts/end-coordinator.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, NOW, world } from '#tests/support/world.ts'

const at = '/en/desk/administration'
const routes = {
  ':locale/desk/administration/audit': audit,
  ':locale/desk/administration/audit.csv': auditExport,
  ':locale/desk/administration/refused': refused,
  ':locale/desk/administration/people': people,
  ':locale/desk/administration/people/:id': changing,
}
const EVIL = 'Eve\r\n2026-11-23 root\u202E signed in'

async function asked() {
  const w = await world()
  await w.db.update(users).set({ name: EVIL }).where(eq(users.id, w.partner.userId))
  const from = '192.0.2.7'
  const draft = { organisationId: w.organisationId, declaration: 'qd2015' }
  granted(await draftCommitment({ ...w.as(w.partner), actor: { ...w.partner, from } }, draft))
  granted(await endCoordinator(w.as(w.administrator), w.conflicted.userId, '=cmd|’ moved\r\naway'))
  granted(await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', 'Taken over.'))
  const a = await askedBy(w, routes)
  return { w, a, s: await a.by(w.administrator) }
}
const textOf = async (answer: Response) => words(await answer.text())

it('shows who did what, when, from where, what it changed and why, in one line each', async () => {
  const { s } = await asked()
  const html = await (await s.get(`${at}/audit`)).text()
  const said = words(html)
  expect(said).toContain('Organisation suspended')
  expect(said).toContain('Before: verified')
  expect(said).toContain('After: suspended')
  expect(said).toContain('Before: coordinator: true')
  expect(said).toContain('After: coordinator: false')
  expect(said).toContain('192.0.2.7')
  expect(said).toContain('Eve\\r\\n2026-11-23 root\\u{202E} signed in')
  expect(html).not.toContain('\u202E')
})

it('is narrowed by person, kind, organisation and day; bad values are left out', async () => {
  const { w, s } = await asked()
  const rows = async (query: string) =>
    (await (await s.get(`${at}/audit${query}`)).text()).split('<tr').length - 2
  const all = await rows('')
  expect(await rows(`?person=${w.partner.userId}&kind=commitment.drafted`)).toBe(1)
  expect(await rows(`?person=${w.partner.email}&kind=commitment.drafted`)).toBe(1)
  expect(await rows(`?kind=org.suspended&organisation=${w.organisationId}`)).toBe(1)
  expect(await rows(`?kind=org.suspended&organisation=${w.otherOrganisationId}`)).toBe(-1)
  expect(await rows('?since=2026-11-23&until=2026-11-23')).toBe(3)
  expect(await rows('?since=x&until=2026-99-99&kind=evil&organisation=%27&after=%00')).toBe(all)
})

it('pages without leaving one out or telling one twice', async () => {
  const { w, s } = await asked()
  const acts = Array.from({ length: 60 }, (_, i) =>
    actInRole('commitment.drafted', `cmt_${i}`, w.otherPartner, 'person', NOW),
  )
  await writing(w.db, (tx) => recordActs(tx, acts))
  const seen: string[] = []
  let next: string | undefined = `${at}/audit?kind=commitment.drafted`
  for (let page = 0; next && page < 5; page++) {
    const html: string = await (await s.get(next)).text()
    seen.push(...[...html.matchAll(/cmt_\w+/g)].map(([id]) => id))
    next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(new Set(seen).size).toBe(61)
  expect(seen).toHaveLength(61)
})

it('is exported as a table that no spreadsheet runs, to a signed-in administrator alone', async () => {
  const { w, a, s } = await asked()
  const answer = await s.get(`${at}/audit.csv?since=2026-11-23`)
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  expect(answer.headers.get('Content-Disposition')).toContain('attachment')
  const csv = await answer.text()
  expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
  expect(csv).toContain("'=cmd|")
  expect(csv).not.toMatch(/\u202E|[^\r]\n/)
  for (const who of [w.partner, w.coordinator, w.conflicted])
    expect((await (await a.by(who)).get(`${at}/audit.csv`)).status).toBe(403)
  expect((await a.ask(`${at}/audit.csv`)).status).toBe(302)
})

it('shows what was refused beside failed sign-ins', async () => {
  const { w, s } = await asked()
  const { userId } = w.partner
  expect(await textOf(await s.get(`${at}/refused`))).toContain('Nothing was refused')
  await w.db
    .insert(signIns)
    .values({ id: 'sin_1', userId, at: NOW, outcome: 'wrong-password', address: '192.0.2.9' })
  await w.db.insert(refusedAttempts).values({
    id: 'rfd_1',
    at: NOW,
    userId,
    address: '192.0.2.8',
    method: 'GET',
    path: '/en/desk/queue\u202e',
    status: 403,
    requestId: 'r',
  })
  const said = await textOf(await s.get(`${at}/refused`))
  expect(said).toContain('Signing in: wrong password')
  expect(said).toContain('GET /en/desk/queue\\u{202E}')
  expect(said).toContain('192.0.2.8')
  expect(await textOf(await s.get(`${at}/refused?person=${w.editor.userId}`))).toContain(
    'Nothing was refused',
  )
})

it('finds people, and changes an account with a reason', async () => {
  const { w, s } = await asked()
  const found = await textOf(await s.get(`${at}/people?q=EDITOR`))
  expect(found).toContain('editor@people.example')
  expect(found).not.toContain(w.stranger.email)
  expect(await textOf(await s.get(`${at}/people?q=second`))).toContain('Coordinator')
  expect(await textOf(await s.get(`${at}/people?q=%25`))).toContain('Nobody fits')

  const path = `${at}/people/${w.editor.userId}`
  const untold = await unchanged(w.db, () => s.post(path, { change: 'disable' }))
  expect(untold.status).toBe(422)
  const reason = 'Left the ministry in June.'
  const done = await s.post(path, { change: 'disable', reason })
  expect(done.headers.get('Location')).toBe(`${path}?done=1`)
  const after = await textOf(await s.get(`${path}?done=1`))
  expect(after).toContain('The account is changed')
  expect(after).toContain('Closed since')
  const own = `${at}/people/${w.administrator.userId}`
  expect(await textOf(await s.get(own))).toContain('only another administrator')
  const tried = await unchanged(w.db, () => s.post(own, { change: 'disable', reason }))
  expect(tried.status).toBe(403)
  expect((await s.post(`${at}/people/usr_nobody`, { change: 'disable', reason })).status).toBe(404)
})
