import { expect, it } from 'vitest'

import { organisationPage } from '#app/db/read/organisations.server.ts'
import { members } from '#app/db/schema/organisations.ts'
import { OrganisationPage } from '#app/routes/public/organisation/page.tsx'
import { said, words } from '#tests/support/said.tsx'
import { NOW, published, terms, world } from '#tests/support/world.ts'

it('says of an organisation that never joined that nobody reports for it, and counts no silence', async () => {
  const w = await world()
  const [stone] = terms().milestones
  await published(w, { milestones: [{ ...stone!, dueOn: '2026-06-01' }] })
  const url = `https://kept.example/en/organisations/${w.organisationId}`
  const shown = async () => {
    const page = await organisationPage(w.db, w.organisationId, 'en', NOW)
    return said(<OrganisationPage {...page!} url={url} />, 'en')
  }
  const member = await shown()
  expect(words(member)).toContain('Joined')
  expect(words(member)).not.toContain('It has not joined this register')
  expect(member).toContain(
    `/en/milestones?organisation=${w.organisationId}&amp;month=all&amp;reporting=missing`,
  )

  await w.db.delete(members)
  const stranger = words(await shown())
  expect(stranger).toContain('It has not joined this register')
  expect(stranger).toContain('nobody reports here on its behalf')
  expect(stranger).toContain('In the register since')
  for (const claim of ['Joined', 'How promptly reports come']) expect(stranger).not.toContain(claim)
})
