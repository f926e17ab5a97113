import { expect, it } from 'vitest'

import * as dashboard from '#app/routes/desk/partner/dashboard/route.tsx'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { again } from '#tests/support/people.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { stoppedLog } from '#tests/support/signer.ts'
import {
  dayFromNow,
  drafted,
  granted,
  published,
  submitted,
  terms,
  verifiedOrganisation,
  world,
} from '#tests/support/world.ts'

const routes = { ':locale/desk': dashboard }
const base = terms().milestones[0]!

it('puts the one next thing first, then what is overdue with its days', async () => {
  const w = await world()
  await published(w, { milestones: [{ ...base, dueOn: dayFromNow(-50) }] })
  const page = words(
    await (await (await askedBy(w, routes)).by(w.partner)).get('/en/desk').then((a) => a.text()),
  )
  expect(page).toMatch(/Next 3,000 teachers trained .* 50 days overdue .*Report on this milestone/)
  expect(page.indexOf('Next')).toBeLessThan(page.indexOf('Overdue'))
})

it('says until when nothing is due', async () => {
  const w = await world()
  await published(w, { milestones: [{ ...base, dueOn: dayFromNow(100) }] })
  const s = await (await askedBy(w, routes)).by(w.partner)
  expect(words(await (await s.get('/en/desk')).text())).toContain(
    'Nothing is due until 3 March 2027.',
  )
})

it('quotes the first question of what came back, and says who saved a draft last', async () => {
  const w = await world()
  const commitment = await submitted(w)
  granted(
    await returnCommitment(w.as(w.coordinator), commitment.id, [
      { field: 'title', text: 'Which districts are meant?' },
      { field: 'text', text: 'How are they chosen?' },
    ]),
  )
  await drafted(w, { title: 'A second one' })
  const s = await (await askedBy(w, routes)).by(w.editor)
  const page = words(await (await s.get('/en/desk')).text())
  expect(page).toContain('A coordinator asks: Which districts are meant?')
  expect(page).not.toContain('How are they chosen?')
  expect(page).toContain('by Person partner')
})

it('shows an invitation to the invited, and to the lead that it waits for them', async () => {
  const w = await world()
  const commitment = await drafted(w)
  granted(
    await inviteParty(w.as(w.partner), commitment.id, {
      organisationId: w.otherOrganisationId,
      role: 'Writes the courses',
      share: '',
    }),
  )
  const s = await askedBy(w, routes)
  const invited = words(await (await (await s.by(w.otherPartner)).get('/en/desk')).text())
  expect(invited).toContain('Invitations to be a partner')
  expect(invited).toContain('From Ministry of Learning')
  const lead = words(await (await (await s.by(w.partner)).get('/en/desk')).text())
  expect(lead).toContain('Answer of a partner')
})

it('explains to somebody without an organisation the two ways on', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.stranger)
  const answer = await s.get('/en/desk')
  expect(answer.status).toBe(200)
  const page = words(await answer.text())
  expect(page).toContain('Register your organisation')
  expect(page).toContain('Ask a focal point of your organisation to invite you')
})

it('shows only the organisation asked for, and only one the viewer belongs to', async () => {
  const w = await world()
  const second = await verifiedOrganisation(w.db, w.partner, w.coordinator, { name: 'Second Body' })
  const partner = await again(w.db, w.partner.userId)
  const s = await (await askedBy(w, routes)).by(partner)
  const at = async (query: string) => words(await (await s.get(`/en/desk${query}`)).text())
  expect(await at(`?organisation=${second}`)).toContain('People and roles of Second Body')
  expect(await at(`?organisation=${w.otherOrganisationId}`)).toContain(
    'People and roles of Ministry of Learning',
  )
})

it('sends whoever is not signed in to sign in', async () => {
  const w = await world()
  const answer = await (await askedBy(w, routes)).ask('/en/desk')
  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toBe('/en/sign-in?to=%2Fen%2Fdesk')
})

it('says so while nothing can be published, and only then', async () => {
  const w = await world()
  const page = async (given: Parameters<typeof askedBy>[2]) => {
    const s = await (await askedBy(w, routes, given)).by(w.partner)
    return words(await (await s.get('/en/desk')).text())
  }
  const stopped = await page({ publicLog: stoppedLog() })
  expect(stopped).toContain('Nothing can be published at the moment')
  expect(stopped).toContain('Drafts and all that you saved are safe')
  expect(await page({})).not.toContain('Nothing can be published')
})

it('says so to people without an organisation, too', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes, { publicLog: stoppedLog() })).by(w.stranger)
  const said = words(await (await s.get('/en/desk')).text())
  expect(said).toContain('You do not belong to an organisation yet')
  expect(said).toContain('Nothing can be published at the moment')
})
