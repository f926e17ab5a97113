import { expect, it } from 'vitest'

import { deskPage } from '#app/db/read/desk.server.ts'
import { drafted, NOW, published, submitted, world } from '#tests/support/world.ts'

it('is empty for somebody without an organisation, whoever they are', async () => {
  const w = await world()
  for (const who of [undefined, w.stranger, w.coordinator, w.administrator])
    expect(await deskPage(w.db, who, NOW, w.organisationId)).toBeUndefined()
})

it('shows nothing of another organisation’s', async () => {
  const w = await world()
  await drafted(w)
  await submitted(w)
  await published(w)
  const desk = (await deskPage(w.db, w.otherPartner, NOW))!
  expect(Object.values(desk.sections).flat()).toEqual([])
  expect(desk.owned).toEqual([])
  expect(desk.next).toBeUndefined()
  expect(desk.organisation.id).toBe(w.otherOrganisationId)
})
