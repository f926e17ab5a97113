import { expect, it } from 'vitest'

import * as organisation from '#app/routes/desk/partner/organisation/route.tsx'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { daysFromNow, granted, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/organisations/:id': organisation }

it('shows a focal point people, roles, invitations, and where to change them', async () => {
  const w = await world()
  const input = { email: 'new@people.example', role: 'editor' as const }
  granted(await inviteMember(w.as(w.partner), w.organisationId, input, 'en'))
  granted(
    await inviteMember(
      w.as(w.partner, daysFromNow(-30)),
      w.organisationId,
      { ...input, email: 'old@people.example' },
      'en',
    ),
  )
  const s = await (await askedBy(w, routes)).by(w.partner)
  const html = await (await s.get(`/en/desk/organisations/${w.organisationId}`)).text()
  expect(words(html)).toMatch(/Person partner \( ?you ?\)/)
  expect(html).toContain('new@people.example')
  expect(html).not.toContain('old@people.example')
  expect(html).toContain(`/en/desk/organisations/${w.organisationId}/invite`)
  expect(html).toMatch(/\/en\/desk\/members\/mbr_/)
})

it('shows an editor the same without the doors, and says who has the keys', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.editor)
  const html = await (await s.get(`/en/desk/organisations/${w.organisationId}`)).text()
  expect(html).toContain('Focal points: Person partner.')
  expect(html).not.toMatch(/\/invite"|\/members\//)
})

it('tells why an organisation is suspended', async () => {
  const w = await world()
  const reason = 'The website names another body.'
  granted(await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', reason))
  const s = await (await askedBy(w, routes)).by(w.editor)
  const html = await (await s.get(`/en/desk/organisations/${w.organisationId}`)).text()
  expect(html).toContain(reason)
})

it('is not there for anybody else', async () => {
  const w = await world()
  const asked = await askedBy(w, routes)
  for (const who of [w.otherPartner, w.stranger, w.coordinator, w.administrator]) {
    const answer = await (await asked.by(who)).get(`/en/desk/organisations/${w.organisationId}`)
    expect([who.name, answer.status]).toEqual([who.name, 404])
  }
})
