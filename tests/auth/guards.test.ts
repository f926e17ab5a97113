import { expect, it } from 'vitest'

import {
  requireActor,
  requireAdministrator,
  requireCoordinator,
  requirePartner,
  requireProof,
  viewerOf,
} from '#app/auth/guards.server.ts'
import { createSession } from '#app/auth/sessions.server.ts'
import { coordinators, users } from '#app/db/schema/accounts.ts'
import { members, organisations } from '#app/db/schema/organisations.ts'
import { savePerson } from '#tests/support/accounts.ts'
import { freshDatabase } from '#tests/support/database.ts'

const now = new Date('2027-03-01T08:00:00Z')
const params = { locale: 'fr' }

async function world() {
  const db = await freshDatabase()
  const place = { db, secureCookies: false, secondFactor: 'offered' as const, now: () => now }
  const signedIn = async (name: string, administrator = false) => {
    const person = await savePerson(db, name, { administrator })
    const cookie = (await createSession(place, person.id)).split(';', 1)[0] ?? ''
    const request = (init: RequestInit = {}) =>
      new Request('http://localhost:3000/fr/desk/reports/r1?tab=2', {
        ...init,
        headers: { Cookie: cookie },
      })
    return { person, request }
  }
  return {
    db,
    place,
    signedIn,
    later: (ms: number) => ({ ...place, now: () => new Date(now.getTime() + ms) }),
  }
}
const refusal = async (asked: Promise<unknown>): Promise<Response> => {
  const thrown = await asked.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Response)) throw new Error('nobody was refused')
  return thrown
}

async function makeMember(db: Awaited<ReturnType<typeof freshDatabase>>, userId: string) {
  await db.insert(organisations).values({
    id: 'org_1',
    state: 'verified',
    names: { en: 'Readers' },
    lang: 'en',
    sortName: 'Readers',
    group: 'civil-society',
    country: null,
    website: 'https://readers.example',
    identityCheck: '',
    createdAt: now,
  })
  const row = { organisationId: 'org_1', role: 'editor' as const, since: now, until: null }
  await db.insert(members).values({ id: 'm1', userId, ...row })
}

it('sends a stranger who looks to the sign-in page, and back afterwards', async () => {
  const { place } = await world()
  const request = new Request('http://localhost:3000/fr/desk/reports/r1?tab=2')
  const answer = await refusal(requireActor(request, place, params))
  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toBe(
    '/fr/sign-in?to=%2Ffr%2Fdesk%2Freports%2Fr1%3Ftab%3D2',
  )
})

it('has the browser send a form again to the sign-in page, but not one with files', async () => {
  const { place } = await world()
  const posted = (body: BodyInit) =>
    new Request('http://localhost:3000/fr/desk', { method: 'POST', body })
  const plain = posted(new URLSearchParams({ title: 'Books' }))
  expect((await refusal(requireActor(plain, place, params))).status).toBe(307)
  const files = new FormData()
  files.set('file', new Blob(['x']), 'x.csv')
  expect((await refusal(requireActor(posted(files), place, params))).status).toBe(303)
})

it('has no page in a language the register does not speak', async () => {
  const { place, signedIn } = await world()
  const { request } = await signedIn('ada')
  expect((await refusal(requireActor(request(), place, { locale: 'de' }))).status).toBe(404)
})

it('knows a person with name, language and roles', async () => {
  const { db, place, signedIn } = await world()
  const { person, request } = await signedIn('ada', true)
  await makeMember(db, person.id)
  expect(await viewerOf(request(), place)).toEqual({
    userId: person.id,
    administrator: true,
    coordinator: false,
    memberships: [
      { organisationId: 'org_1', role: 'editor', since: now, until: null, suspended: false },
    ],
    name: 'ada',
    email: 'ada@example.org',
    locale: 'en',
  })
})

it('opens each desk to its role and answers 403 to the others', async () => {
  const { place, signedIn } = await world()
  const { request } = await signedIn('ada')
  for (const guard of [requirePartner, requireCoordinator, requireAdministrator])
    expect((await refusal(guard(request(), place, params))).status).toBe(403)
  const root = await signedIn('root', true)
  expect(await requireAdministrator(root.request(), place, params)).toMatchObject({ name: 'root' })
  expect((await refusal(requireCoordinator(root.request(), place, params))).status).toBe(403)
})

it('takes a role away with the very next request', async () => {
  const { db, place, signedIn } = await world()
  const { person, request } = await signedIn('ada')
  const appointed = { id: 'c1', userId: person.id, appointedAt: now, appointedBy: person.id }
  await db.insert(coordinators).values(appointed)
  await makeMember(db, person.id)
  expect(await requireCoordinator(request(), place, params)).toMatchObject({ coordinator: true })
  expect(await requirePartner(request(), place, params)).toBeDefined()

  await db.update(coordinators).set({ endedAt: now })
  await db.update(members).set({ until: now })
  expect((await refusal(requireCoordinator(request(), place, params))).status).toBe(403)
  expect((await refusal(requirePartner(request(), place, params))).status).toBe(403)
  expect((await viewerOf(request(), place))?.memberships).toMatchObject([{ until: now }])
})

it('leads whoever has not confirmed an address to where that is done, and knows nobody', async () => {
  const { db, place, signedIn } = await world()
  const { request } = await signedIn('ada', true)
  await db.update(users).set({ emailConfirmedAt: null })
  expect(await viewerOf(request(), place)).toBeUndefined()
  for (const guard of [requireActor, requirePartner, requireAdministrator, requireProof])
    for (const method of ['GET', 'POST']) {
      const answer = await refusal(guard(request({ method }), place, params))
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        303,
        '/fr/account/confirm?to=%2Ffr%2Fdesk%2Freports%2Fr1%3Ftab%3D2',
      ])
    }
})

it('asks once more who somebody is ten minutes after they last said it', async () => {
  const { signedIn, place, later } = await world()
  const { request } = await signedIn('ada')
  expect((await requireProof(request(), place, params)).actor.name).toBe('ada')
  expect(await requireProof(request(), later(10 * 60_000 - 1), params)).toBeDefined()
  const answer = await refusal(requireProof(request(), later(10 * 60_000), params))
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    '/fr/account/prove?to=%2Ffr%2Fdesk%2Freports%2Fr1%3Ftab%3D2',
  ])
})
