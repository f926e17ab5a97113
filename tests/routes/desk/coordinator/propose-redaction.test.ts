import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { redactions } from '#app/db/schema/redactions.ts'
import * as proposeRedaction from '#app/routes/desk/coordinator/propose-redaction/route.tsx'
import * as redaction from '#app/routes/desk/coordinator/redaction/route.tsx'
import { namedRecord } from '#tests/support/named-record.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { drafted, published, world } from '#tests/support/world.ts'

const routes = {
  ':locale/desk/redactions/new': proposeRedaction,
  ':locale/desk/redactions/:id': redaction,
}
const wish = {
  words: 'two weeks each',
  basis: 'gdpr-17',
  reason: 'A person asked for it, and nothing weighs more.',
}

async function begun() {
  const w = await world()
  const { number } = await published(w)
  const server = await askedBy(w, routes)
  const path = `/en/desk/redactions/new?number=${number}`
  return { w, server, path, coordinator: await server.by(w.coordinator) }
}

it('asks for a number first, and knows no number of a draft', async () => {
  const { w, server, coordinator } = await begun()
  const page = await (await coordinator.get('/en/desk/redactions/new')).text()
  expect(page).toContain('name="number"')
  await drafted(w)
  for (const number of ['QD-2026-0099', 'QD-2026-0002', 'none'])
    expect((await coordinator.get(`/en/desk/redactions/new?number=${number}`)).status).toBe(404)
  const person = await server.by(w.partner)
  expect((await person.get('/en/desk/redactions/new')).status).toBe(403)
})

it('shows every place before anything is proposed, and records nothing by it', async () => {
  const w = await world()
  const name = 'Zebulon Quartermain'
  const { number, file } = await namedRecord(w, name)
  const server = await askedBy(w, routes)
  const coordinator = await server.by(w.coordinator)
  const path = `/en/desk/redactions/new?number=${number}`
  expect(await (await coordinator.get(path)).text()).toContain(`signed by ${name}.txt`)

  const asked = { ...wish, words: `${name}\r\n`, evidenceIds: file, intent: 'preview' }
  const answer = await unchanged(w.db, () => coordinator.post(path, asked))
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page.match(new RegExp(`<mark>${name}</mark>`, 'g'))?.length).toBeGreaterThan(15)
  expect(page).toContain(`<mark>Signed by ${name}</mark>`)
  for (const place of ['Milestone: Title', 'What happened', 'Reasons', 'Note on a score'])
    expect(page).toContain(place)
  expect(page).toContain('Commitment returned with questions')
  expect(page).toContain('Finding sent back')
  // What a partner only drafted is counted, never shown.
  expect(page).not.toContain('words Zebulon')
  expect(page).toContain('name="intent" value="propose"')

  const back = await (await coordinator.post(path, { ...asked, intent: 'change' })).text()
  expect(back).toContain(`>${name}\n</textarea>`)
  expect(back).toMatch(/value="gdpr-17"[^>]*checked|checked[^>]*value="gdpr-17"/)
})

it('proposes once, however often the button is pressed', async () => {
  const { w, path, coordinator } = await begun()
  const form = { ...wish, intent: 'propose' }
  const answers = await Promise.all(Array.from({ length: 5 }, () => coordinator.post(path, form)))
  const [row, ...others] = await w.db.select().from(redactions)
  expect(others).toEqual([])
  expect(row).toMatchObject({ state: 'proposed', words: ['two weeks each'], basis: 'gdpr-17' })
  expect(answers.map((one) => [one.status, one.headers.get('Location')])).toEqual(
    answers.map(() => [303, `/en/desk/redactions/${row?.id}`]),
  )
  const other = { ...form, words: '12,000' }
  const second = await unchanged(w.db, () => coordinator.post(path, other))
  const page = await second.text()
  expect(second.status).toBe(409)
  expect(page).toContain('A redaction of this record waits already')
  expect(page).toContain('>12,000</textarea>')
  expect(page).toContain(`/en/desk/redactions/${row?.id}`)
})

it('names what is wrong and keeps what was typed', async () => {
  const { w, path, coordinator } = await begun()
  const wrong = async (fields: Record<string, string>) => {
    const form = { ...wish, intent: 'propose', ...fields }
    const answer = await unchanged(w.db, () => coordinator.post(path, form))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`>${form.reason}</textarea>`)
    return page
  }
  expect(await wrong({ words: '' })).toContain('Enter words to withhold, or tick')
  expect(await wrong({ words: 'ab' })).toContain('at least three letters on each line')
  expect(await wrong({ words: 'a █ sign' })).toContain('Leave the sign █ out')
  expect(await wrong({ reason: 'Too few' })).toContain('Write more in “Reason”')
  expect(await wrong({ reason: 'They train two weeks each' })).toContain('does not say what is')
  expect(await wrong({ basis: '' })).toContain('Choose an answer for “On what ground”')
})

it('says which words stand nowhere', async () => {
  const { w, path, coordinator } = await begun()
  const form = { ...wish, words: 'two weeks each\nTwo weeks each', intent: 'preview' }
  const answer = await unchanged(w.db, () => coordinator.post(path, form))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('<bdi>Two weeks each</bdi>')
  expect(page).not.toContain('<bdi>two weeks each</bdi>')
  const proposed = await unchanged(w.db, () =>
    coordinator.post(path, { ...form, intent: 'propose' }),
  )
  expect(proposed.status).toBe(409)
})

it('is closed to a member of a party and to everybody who is no coordinator', async () => {
  const { w, server, path } = await begun()
  for (const who of [w.conflicted, w.partner, w.stranger, w.administrator]) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(403)
    const post = () => person.post(path, { ...wish, intent: 'propose' })
    expect((await unchanged(w.db, post)).status).toBe(403)
  }
  expect(await w.db.select().from(redactions).where(eq(redactions.state, 'proposed'))).toEqual([])
})
