import { readFileSync } from 'node:fs'

import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { members, organisations } from '#app/db/schema/organisations.ts'
import { declarationSchema } from '#app/domain/declarations/declaration.ts'
import * as page from '#app/routes/desk/coordinator/import-commitments/route.tsx'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, granted, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/import': page }
const path = '/en/desk/import'
const read = (file: string) => readFileSync(`declarations/${file}`)
const mapping = {
  name: 'mappingFile',
  fileName: 'mapping.json',
  bytes: read('canada-nap6/mapping.json'),
}
const table = (bytes: Uint8Array = read('canada-nap6/commitments.csv')) => ({
  name: 'table',
  fileName: 'commitments.csv',
  bytes,
})
const own = { name: 'mapping', value: 'own' }
const bundled = { name: 'mapping', value: 'canada-nap6' }
const check = { name: 'intent', value: 'check' }

async function opened() {
  const w = await world()
  const nap6 = declarationSchema.parse(JSON.parse(read('canada-nap6.json').toString()))
  granted(await openDeclaration(w.as(w.administrator, daysFromNow(-2)), nap6))
  const a = await askedBy(w, routes)
  return { w, a, s: await a.by(w.coordinator) }
}

/** What the page after the check would send: the very texts that were checked. */
const checked = {
  intent: 'import',
  tableText: read('canada-nap6/commitments.csv').toString(),
  mappingText: read('canada-nap6/mapping.json').toString(),
}

it('offers the mappings that come with the register, and names open declarations', async () => {
  const { s } = await opened()
  const html = await (await s.get(path)).text()
  expect(html).toContain('<option value="canada-nap6">')
  expect(html).toMatch(/enctype="multipart\/form-data"/i)
  expect(words(html)).toContain('Qingdao Declaration')
})

it.each([
  ['its own files', [own, mapping, table(), check]],
  ['the bundled mapping and its table', [bundled, check]],
  ['the bundled mapping and a table of its own', [bundled, table(), check]],
])('checks %s and writes nothing', async (_, parts) => {
  const { w, s } = await opened()
  const answer = await unchanged(w.db, () => s.upload(path, parts))
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(words(html)).toContain('4 commitments, 19 milestones, 65 indicators')
  expect(html).toContain('name="tableText"')
})

it('imports what was checked, and the same once more changes nothing', async () => {
  const { w, s } = await opened()
  // Browsers end every line of a form's text with CRLF.
  const tableText = checked.tableText.replaceAll('\n', '\r\n')
  const parts = Object.entries({ ...checked, tableText }).map(([name, value]) => ({ name, value }))
  const answer = await s.upload(path, parts)
  expect(answer.status).toBe(303)
  const there = answer.headers.get('Location') ?? ''
  expect(there).toBe('/en/desk/import?done=nap6&published=4&amended=0&unchanged=0')
  expect(words(await (await s.get(there)).text())).toContain('Imported: 4 commitments published')
  expect(
    await w.db.select().from(commitments).where(eq(commitments.declaration, 'nap6')),
  ).toHaveLength(4)
  await checkLog(w.db)

  const again = await unchanged(w.db, () => s.upload(path, [bundled, check]))
  expect(words(await again.text())).toContain('Everything in this table is on the record already')
  expect((await unchanged(w.db, () => s.post(path, checked))).status).toBe(303)
})

it('reports every broken cell by row, column and reason, and writes nothing', async () => {
  const { w, s } = await opened()
  const broken = read('canada-nap6/commitments.csv')
    .toString()
    .replace('Fall 2027', 'When it is ready')
    .replace('By winter 2025', '<script>soon</script>')
  const answer = await unchanged(w.db, () =>
    s.upload(path, [own, mapping, table(new TextEncoder().encode(broken)), check]),
  )
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(words(html)).toContain('2 problems in the table')
  expect(words(html)).toContain(
    '2 deadline_en When it is ready The mapping does not say how this deadline is read.',
  )
  expect(html).not.toContain('<script>')
  const tried = { ...checked, tableText: broken }
  expect((await unchanged(w.db, () => s.post(path, tried))).status).toBe(422)
})

it('names what is wrong with a mapping, and asks for what is missing', async () => {
  const { w, s } = await opened()
  const wrong = { ...mapping, bytes: new TextEncoder().encode('{"key": "X"}') }
  const answer = await unchanged(w.db, () => s.upload(path, [own, wrong, table(), check]))
  expect(answer.status).toBe(422)
  expect(words(await answer.text())).toContain('declaration This is missing.')

  const latin1 = table(new Uint8Array([0x61, 0xe9, 0x0a]))
  for (const [parts, said] of [
    [[check], 'Choose a mapping'],
    [[own, check, table()], 'Choose a mapping'],
    [[own, mapping, check], 'Choose a table'],
    [[own, mapping, latin1, check], 'Save “Table” in UTF-8'],
    [[{ name: 'mapping', value: '../../package' }, check], 'Choose a mapping'],
  ] as const) {
    const refused = await unchanged(w.db, () => s.upload(path, parts))
    expect(refused.status).toBe(422)
    expect(words(await refused.text())).toContain(said)
  }
})

it('says that an administrator has to open the declaration first', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.coordinator)
  const answer = await unchanged(w.db, () => s.post(path, checked))
  expect(answer.status).toBe(409)
  expect(words(await answer.text())).toContain('An administrator has to open the declaration')
})

it('is closed to a coordinator who belongs to an organisation of the table', async () => {
  const { w, a, s } = await opened()
  await s.post(path, checked)
  const lead = await w.db
    .select()
    .from(organisations)
    .where(eq(organisations.externalId, 'canada-nap6/government-of-canada'))
    .get()
  await w.db.insert(members).values({
    id: 'mbr_canada',
    organisationId: lead?.id ?? '',
    userId: w.secondCoordinator.userId,
    role: 'editor',
    since: daysFromNow(-1),
  })
  const conflicted = await a.by(w.secondCoordinator)
  const tried = await unchanged(w.db, () => conflicted.post(path, checked))
  expect(tried.status).toBe(403)
})

it('is closed to everybody but coordinators', async () => {
  const { w, a } = await opened()
  for (const who of [w.stranger, w.partner, w.otherPartner, w.administrator]) {
    const other = await a.by(who)
    expect((await other.get(path)).status).toBe(403)
    expect((await unchanged(w.db, () => other.post(path, checked))).status).toBe(403)
    expect((await unchanged(w.db, () => other.upload(path, [bundled, check]))).status).toBe(403)
  }
  expect((await a.ask(path)).status).toBe(302)
})
