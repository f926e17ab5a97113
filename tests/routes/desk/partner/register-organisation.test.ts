import { expect, it } from 'vitest'

import { organisations } from '#app/db/schema/organisations.ts'
import * as register from '#app/routes/desk/partner/register-organisation/route.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { world } from '#tests/support/world.ts'

const routes = { ':locale/desk/organisations/new': register }
const path = '/en/desk/organisations/new'
const typed = {
  name: 'وزارة التعليم',
  lang: 'ar',
  nameInEnglish: 'Ministry of Teaching',
  group: 'government',
  country: 'EG',
  website: 'https://teaching.example',
  identifierScheme: '',
  identifier: '',
  identityCheck: 'Our official e-mail domain is teaching.example.',
}

async function asked() {
  const w = await world()
  return { w, s: await (await askedBy(w, routes)).by(w.stranger) }
}

it('registers an organisation with all its answers and leads to its page', async () => {
  const { w, s } = await asked()
  const answer = await s.post(path, typed)
  expect(answer.status).toBe(303)
  const made = (await w.db.select().from(organisations)).find((one) => one.country === 'EG')
  expect(answer.headers.get('Location')).toBe(`/en/desk/organisations/${made?.id}?done=registered`)
  expect(made).toMatchObject({
    state: 'registered',
    names: { ar: 'وزارة التعليم', en: 'Ministry of Teaching' },
    invented: false,
  })
})

it('registers once when the button is pressed twice', async () => {
  const { w, s } = await asked()
  const first = await s.post(path, typed)
  const second = await unchanged(w.db, () => s.post(path, typed))
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
})

it('takes a worldwide body, but not an open answer for one', async () => {
  const { w, s } = await asked()
  const open = await unchanged(w.db, () => s.post(path, { ...typed, country: '' }))
  expect(open.status).toBe(422)
  expect(await open.text()).toContain('href="#f-country"')
  expect((await s.post(path, { ...typed, country: 'worldwide' })).status).toBe(303)
  expect((await w.db.select().from(organisations)).at(-1)?.country).toBeNull()
})

it('gives back everything typed with what is wrong', async () => {
  const { w, s } = await asked()
  const answer = await unchanged(w.db, () =>
    s.post(path, { ...typed, website: 'teaching', identifier: '12-34', country: 'XX' }),
  )
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const kept of ['وزارة التعليم', 'Ministry of Teaching', 'value="teaching"', '12-34'])
    expect(html).toContain(kept)
  for (const wrong of ['#f-website', '#f-identifierScheme', '#f-country'])
    expect(html).toContain(`href="${wrong}"`)
})

it('takes neither state nor mark of invention from the form', async () => {
  const { w, s } = await asked()
  await s.post(path, { ...typed, state: 'verified', invented: 'true', id: 'org_mine' })
  const made = (await w.db.select().from(organisations)).find((one) => one.country === 'EG')
  expect([made?.state, made?.invented, made?.id === 'org_mine']).toEqual([
    'registered',
    false,
    false,
  ])
})
