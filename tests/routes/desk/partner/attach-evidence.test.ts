import { createHash } from 'node:crypto'

import { expect, it } from 'vitest'

import type { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import * as attachEvidence from '#app/routes/desk/partner/attach-evidence/route.tsx'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, published, reportContent, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/reports/:id/evidence': attachEvidence }
const described = { title: 'Attendance lists', lang: 'en', access: 'public', heldReason: '' }
const link = { ...described, intent: 'link', kind: 'link', url: 'https://data.example.org/a?b=c' }
const csv = Buffer.from('district,teachers\nA,1200\n')

async function drafting() {
  const w = await world()
  const commitment = await published(w)
  const id = commitment.terms.milestones?.[0]?.id ?? ''
  const { report } = granted(await draftReport(w.as(w.partner), id))
  const server = await askedBy(w, routes)
  const partner = await server.by(w.partner)
  const path = `/en/desk/reports/${report.id}/evidence`
  const upload = (
    fileName: string,
    bytes: Uint8Array,
    fields: Partial<typeof described> = {},
    who = partner,
  ) =>
    who.upload(`${path}/upload`, [
      ...Object.entries({ ...described, ...fields }).map(([name, value]) => ({ name, value })),
      { name: 'file', fileName, bytes },
    ])
  const stored = () => (server.files as ReturnType<typeof memoryFiles>).names()
  return { w, server, partner, path, report, upload, stored }
}

it('takes a file, prints its hash, and takes it back with its bytes', async () => {
  const { w, partner, path, upload, stored } = await drafting()
  const answer = await upload('lists.csv', csv)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path])
  expect(await (await partner.get(path)).text()).toContain(
    createHash('sha256').update(csv).digest('hex'),
  )
  expect(stored()).toHaveLength(1)

  const [item] = await w.db.select().from(evidence)
  const removed = await partner.post(path, { intent: 'remove', evidence: item?.id ?? '' })
  expect([removed.status, removed.headers.get('Location')]).toEqual([303, path])
  expect(await w.db.select().from(evidence)).toEqual([])
  expect(stored()).toEqual([])
})

it('gives an Arabic file name back as it came', async () => {
  const { w, partner, upload } = await drafting()
  const name = 'قائمة الحضور.csv'
  await upload(name, csv, { title: 'قوائم الحضور', lang: 'ar' })
  const [item] = await w.db.select().from(evidence)
  expect(item).toMatchObject({ fileName: name, title: 'قوائم الحضور' })

  const got = await partner.get(`/en/desk/files/${item?.id}`)
  expect(got.headers.get('Content-Disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  expect(got.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect(Buffer.from(await got.arrayBuffer()).equals(csv)).toBe(true)
})

it.each<[string, string, Uint8Array, Partial<typeof described>, string]>([
  ['more than 10 MB', 'a.csv', new Uint8Array(10 * 1024 * 1024 + 1).fill(97), {}, '10 MB or less'],
  ['an empty file', 'a.csv', new Uint8Array(), {}, 'this one is empty'],
  ['a kind it does not take', 'a.exe', csv, {}, 'of a kind that is named above'],
  ['bytes that do not match', 'a.png', csv, {}, 'does not match its name'],
  ['no title', 'a.csv', csv, { title: '' }, 'in “Title”'],
  ['no language', 'a.csv', csv, { lang: '' }, 'Choose a language'],
  ['held without a reason', 'a.csv', csv, { access: 'held' }, 'Say why only the reviewer'],
])('refuses %s, says so at its field and keeps the words', async (_, name, bytes, fields, said) => {
  const { w, partner, path, upload, stored } = await drafting()
  const answer = await unchanged(w.db, () =>
    upload(name, bytes, { title: 'Kept title', ...fields }),
  )
  expect(answer.status).toBe(303)
  const back = answer.headers.get('Location') ?? ''
  expect(back.startsWith(`${path}?problem=`)).toBe(true)
  expect(stored()).toEqual([])

  const page = await (await partner.get(back)).text()
  expect(page).toContain('<title>Error: ')
  expect(page).toContain('There is a problem')
  expect(page).toContain(said)
  if (!('title' in fields)) expect(page).toContain('value="Kept title"')
})

it('repeats no problem but those it knows', async () => {
  const { partner, path } = await drafting()
  const page = await (await partner.get(`${path}?problem=call+this+number`)).text()
  expect(page).not.toContain('call this number')
  expect(page).toContain('Check “File”')
})

it('takes a link, and refuses what is no address with the words kept', async () => {
  const { w, partner, path } = await drafting()
  expect((await partner.post(path, { ...link, kind: 'dataset' })).status).toBe(303)
  const page = await (await partner.get(path)).text()
  expect(page).toContain('href="https://data.example.org/a?b=c"')
  expect(page).toContain('rel="noopener noreferrer nofollow"')

  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nothing', '']) {
    const answer = await unchanged(w.db, () => partner.post(path, { ...link, url }))
    expect(answer.status).toBe(422)
    const wrong = await answer.text()
    expect(wrong).toContain('href="#link-url"')
    expect(wrong).toContain('id="link-url"')
    expect(wrong).toContain('value="Attendance lists"')
    expect(wrong).not.toContain(`<a href="${url}"`)
  }
})

it('is nobody else’s: not to see, not to add to, not to take from', async () => {
  const { w, server, partner, path, upload, stored } = await drafting()
  await upload('lists.csv', csv)
  const [item] = await w.db.select().from(evidence)
  const remove = { intent: 'remove', evidence: item?.id ?? '' }
  for (const [who, status] of [
    [w.otherPartner, 404],
    [w.stranger, 403],
    [w.coordinator, 403],
  ] as const) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(status)
    expect((await person.get(`/en/desk/files/${item?.id}`)).status).toBe(404)
    for (const fields of [link, remove])
      expect((await unchanged(w.db, () => person.post(path, fields))).status).toBe(status)
    const tried = await unchanged(w.db, () => upload('b.csv', csv, {}, person))
    expect(tried.headers.get('Location')).toContain('problem=not-your-organisation')
  }
  expect(stored()).toHaveLength(1)
  const unknown = { ...remove, evidence: 'evd_none' }
  expect((await partner.post(path, unknown)).status).toBe(404)
})

it('keeps what was handed in: no more goes in, and nothing comes out', async () => {
  const { w, partner, path, report, upload, stored } = await drafting()
  await upload('lists.csv', csv)
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  granted(await submitReport(w.as(w.partner), report.id))
  const [item] = await w.db.select().from(evidence)

  const added = await unchanged(w.db, () => partner.post(path, link))
  expect(added.status).toBe(409)
  const removed = await unchanged(w.db, () =>
    partner.post(path, { intent: 'remove', evidence: item?.id ?? '' }),
  )
  expect(removed.status).toBe(409)
  const tried = await unchanged(w.db, () => upload('b.csv', csv))
  expect(tried.headers.get('Location')).toContain('problem=report-not-editable')
  expect(stored()).toHaveLength(1)
  expect(await (await partner.get(path)).text()).not.toContain('Upload')
})
