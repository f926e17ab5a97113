import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'

import { memorySealer } from '#app/adapters/sealer/memory-sealer.server.ts'
import { requireActor, requireAdministrator } from '#app/auth/guards.server.ts'
import { authenticators, recoveryCodes, sessions, signIns, users } from '#app/db/schema/accounts.ts'
import { acts, mails } from '#app/db/schema/acts.ts'
import * as giveFactor from '#app/routes/account/give-factor/route.tsx'
import * as secondFactor from '#app/routes/account/second-factor/route.tsx'
import * as signIn from '#app/routes/account/sign-in/route.tsx'
import * as resetFactors from '#app/routes/desk/administrator/reset-factors/route.tsx'
import { PASSWORD, savePerson } from '#tests/support/accounts.ts'
import { cookieOf, testServer } from '#tests/support/server.ts'

const STEP = 30_000
const PAGE = '/en/account/second-factor'
const GIVE = '/en/sign-in/second-factor'

const desk = {
  loader: async ({ request, context, params }: LoaderFunctionArgs) =>
    Response.json({ name: (await requireActor(request, context, params)).name }),
  action: async ({ request, context, params }: ActionFunctionArgs) => {
    await requireActor(request, context, params)
    return Response.json([...(await request.formData())])
  },
}
const administration = {
  loader: async ({ request, context, params }: LoaderFunctionArgs) =>
    Response.json({ name: (await requireAdministrator(request, context, params)).name }),
}

async function world(secondFactor_: 'offered' | 'compulsory' = 'offered') {
  let clock = Date.parse('2027-03-01T08:00:00Z')
  const routes = {
    ':locale/sign-in': signIn,
    ':locale/sign-in/second-factor': giveFactor,
    ':locale/account/second-factor': secondFactor,
    ':locale/desk': desk,
    ':locale/desk/administration': administration,
    ':locale/desk/administration/people/:id/factors': resetFactors,
  } as Parameters<typeof testServer>[0]
  const sealer = memorySealer()
  const now = () => new Date(clock)
  const server = await testServer(routes, { sealer, secondFactor: secondFactor_, now })
  await savePerson(server.db, 'ada', { administrator: true })
  await savePerson(server.db, 'eve')
  const { ask, post } = server
  const passwordOf = async (name: string, to = '/en/sign-in') =>
    post(to, { 'sign-in': '1', email: `${name}@example.org`, password: PASSWORD })
  const codeOf = (secret: string, steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
      timestamp: clock + steps * STEP,
    })
  const begin = async (Cookie: string, fields: Record<string, string> = {}) => {
    const answer = await post(PAGE, { intent: 'begin', ...fields }, { Cookie })
    const html = await answer.text()
    const secret = /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? ''
    const waiting = /name="waiting" value="([^"]+)"/.exec(html)?.[1] ?? ''
    return { status: answer.status, html, secret, waiting }
  }
  const enrol = async (name: string, query = '') => {
    const first = cookieOf(await passwordOf(name))
    const { secret, waiting } = await begin(first)
    const fields = { intent: 'confirm', waiting, code: codeOf(secret) }
    const answer = await post(PAGE + query, fields, { Cookie: first })
    const html = await answer.text()
    const codes = [...html.matchAll(/<code dir="ltr">([0-9a-z-]{19})<\/code>/g)].map((m) => m[1]!)
    return { first, secret, waiting, fields, codes, answer, html, Cookie: cookieOf(answer) }
  }
  return {
    ...server,
    sealer,
    passwordOf,
    codeOf,
    begin,
    enrol,
    pass: (ms: number) => void (clock += ms),
    opens: async (Cookie: string, path = '/en/desk') =>
      (await ask(path, { headers: { Cookie } })).status,
    give: (Cookie: string, code: string, more: Record<string, string> = {}, to = '') =>
      post(GIVE + to, { 'sign-in': '1', code, ...more }, { Cookie }),
  }
}

it('is set up by a first code: the id of the session changes, and ten codes are shown once', async () => {
  const w = await world()
  const elsewhere = cookieOf(await w.passwordOf('eve'))
  const { first, codes, answer, Cookie, fields } = await w.enrol('eve')
  expect(answer.status).toBe(200)
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  expect(await w.opens(Cookie)).toBe(200)
  for (const old of [first, elsewhere]) expect(await w.opens(old)).toBe(302)
  const page = await (await w.ask(PAGE, { headers: { Cookie } })).text()
  expect(page).toContain('10 recovery codes are left')
  for (const code of codes) expect(page).not.toContain(code)
  expect((await w.db.select().from(mails))[0]?.subject).toBe('Your account has a second factor')
  // Sent twice, it is set up once.
  expect((await w.post(PAGE, fields, { Cookie })).status).toBe(409)
})

it('is not set up by a wrong code, by the square of somebody else, or after half an hour', async () => {
  const w = await world()
  const Cookie = cookieOf(await w.passwordOf('eve'))
  const { secret, waiting } = await w.begin(Cookie)
  const confirm = (code: string, cookie = Cookie) =>
    w.post(PAGE, { intent: 'confirm', waiting, code }, { Cookie: cookie })
  const wrong = await confirm(w.codeOf(secret, 5))
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain(secret)
  const other = cookieOf(await w.passwordOf('ada'))
  expect((await confirm(w.codeOf(secret), other)).status).toBe(409)
  w.pass(30 * 60_000)
  const later = cookieOf(await w.passwordOf('eve'))
  expect((await confirm(w.codeOf(secret), later)).status).toBe(409)
  expect(await w.db.select().from(authenticators)).toEqual([])
})

it('is asked after the password: until then the session is nobody’s', async () => {
  const w = await world()
  const { secret } = await w.enrol('eve')
  w.pass(STEP)
  const answer = await w.passwordOf('eve', '/en/sign-in?to=/en/desk?tab=2')
  expect(answer.headers.get('Location')).toBe(`${GIVE}?to=%2Fen%2Fdesk%3Ftab%3D2`)
  const half = cookieOf(answer)
  const led = await w.ask('/en/desk', { headers: { Cookie: half } })
  expect(led.headers.get('Location')).toBe(`${GIVE}?to=%2Fen%2Fdesk`)
  expect((await w.ask(PAGE, { headers: { Cookie: half } })).status).toBe(302)
  expect((await w.ask(GIVE, { headers: { Cookie: half } })).status).toBe(200)

  const given = await w.give(half, w.codeOf(secret), {}, '?to=/en/desk?tab=2')
  expect([given.status, given.headers.get('Location')]).toEqual([303, '/en/desk?tab=2'])
  const whole = cookieOf(given)
  expect(whole).not.toBe(half)
  expect(await w.opens(whole)).toBe(200)
  expect(await w.opens(half)).toBe(302)
  // Come back to, the page sends on.
  expect((await w.ask(GIVE, { headers: { Cookie: whole } })).headers.get('Location')).toBe(
    '/en/desk',
  )
  const outcomes = (await w.db.select().from(signIns)).map(({ outcome }) => outcome)
  expect(outcomes.filter((one) => one === 'second-factor')).toHaveLength(1)
})

it('takes each code once, also of two at the same moment, and none that is old', async () => {
  const w = await world()
  const { secret } = await w.enrol('eve')
  const used = w.codeOf(secret)
  const half = async () => cookieOf(await w.passwordOf('eve'))
  expect((await w.give(await half(), used)).status).toBe(422)
  w.pass(STEP)
  const [one, two] = [await half(), await half()]
  const both = await Promise.all([w.give(one, w.codeOf(secret)), w.give(two, w.codeOf(secret))])
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
  w.pass(4 * STEP)
  expect((await w.give(await half(), w.codeOf(secret, -2))).status).toBe(422)
  expect((await w.give(await half(), w.codeOf(secret, -1))).status).toBe(303)
})

it('lets nobody in by the half-session or the code of somebody else, nor after ten minutes', async () => {
  const w = await world()
  const { secret, codes } = await w.enrol('eve')
  const ada = await w.enrol('ada')
  w.pass(STEP)
  const half = cookieOf(await w.passwordOf('ada'))
  expect((await w.give(half, w.codeOf(secret))).status).toBe(422)
  expect((await w.give(half, codes[0]!)).status).toBe(422)
  const stranger = await w.give('', w.codeOf(secret))
  expect(stranger.headers.get('Location')).toMatch(/^\/en\/sign-in\?/)
  w.pass(10 * 60_000)
  const late = await w.give(half, w.codeOf(ada.secret))
  expect(late.headers.get('Location')).toMatch(/^\/en\/sign-in\?/)
})

it('takes five wrong codes in five minutes, then says when to come back', async () => {
  const w = await world()
  const { secret } = await w.enrol('eve')
  w.pass(STEP)
  const half = cookieOf(await w.passwordOf('eve'))
  for (let i = 0; i < 5; i += 1) expect((await w.give(half, '000000')).status).toBe(422)
  const refused = await w.give(half, w.codeOf(secret))
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(290)
})

it('takes a recovery code once, with a letter', async () => {
  const w = await world()
  const { codes } = await w.enrol('eve')
  const half = async () => cookieOf(await w.passwordOf('eve'))
  const typed = codes[3]!.toUpperCase().replaceAll('-', ' ')
  expect((await w.give(await half(), typed)).status).toBe(303)
  expect((await w.give(await half(), typed)).status).toBe(422)
  expect((await w.db.select().from(mails)).at(-1)?.text).toContain('9 are left')
})

it('hands back what was typed before, through both steps', async () => {
  const w = await world()
  const { secret } = await w.enrol('eve')
  w.pass(STEP)
  const carried = JSON.stringify([['title', 'Books']])
  const right = { 'sign-in': '1', email: 'eve@example.org', password: PASSWORD, carried }
  const step = await w.post('/en/sign-in?to=/en/desk', right)
  const html = await step.text()
  expect(html).toContain(`action="${GIVE}?to=%2Fen%2Fdesk"`)
  expect(html).toContain('Books')
  const half = cookieOf(step)
  const wrong = await w.give(half, '000000', { carried }, '?to=/en/desk')
  expect(await wrong.text()).toContain('Books')
  const given = await w.give(half, w.codeOf(secret), { carried }, '?to=/en/desk')
  expect(given.status).toBe(200)
  expect(await given.text()).toContain('name="title" value="Books"')
  const other = await w.post('/en/desk', { title: 'Books' }, { Cookie: half })
  expect([other.status, other.headers.get('Location')?.startsWith('/en/sign-in')]).toEqual([
    307,
    true,
  ])
})

it('where it is compulsory, leads who lacks it to set it up, without privileges until then', async () => {
  const w = await world('compulsory')
  const bare = cookieOf(await w.passwordOf('ada'))
  const led = await w.ask('/en/desk/administration', { headers: { Cookie: bare } })
  expect(led.headers.get('Location')).toBe(`${PAGE}?to=%2Fen%2Fdesk%2Fadministration`)
  expect((await w.ask(PAGE, { headers: { Cookie: bare } })).status).toBe(200)
  expect(await w.opens(cookieOf(await w.passwordOf('eve')))).toBe(200)

  const { Cookie, secret, html } = await w.enrol('ada', '?to=/en/desk/administration')
  expect(html).toContain('href="/en/desk/administration">I have kept them')
  const evil = await w.enrol('eve', '?to=//evil.example')
  expect(evil.html).toContain('href="/en/desk">I have kept them')
  expect(await w.opens(Cookie, '/en/desk/administration')).toBe(200)
  w.pass(STEP)
  const code = w.codeOf(secret)
  expect((await w.post(PAGE, { intent: 'remove', code }, { Cookie })).status).toBe(403)
  // Refused before the code was looked at: it still replaces the app by another.
  const next = await w.begin(Cookie, { code })
  expect([next.status, next.secret === secret]).toEqual([200, false])
  const fields = { intent: 'confirm', waiting: next.waiting, code: w.codeOf(next.secret) }
  expect((await w.post(PAGE, fields, { Cookie })).status).toBe(200)
})

it('is changed or taken away only with a code of it', async () => {
  const w = await world()
  const { Cookie, secret } = await w.enrol('eve')
  for (const intent of ['remove', 'begin', 'codes']) {
    expect((await w.post(PAGE, { intent }, { Cookie })).status).toBe(422)
    expect((await w.post(PAGE, { intent, code: '000000' }, { Cookie })).status).toBe(422)
  }
  expect(await w.db.select().from(authenticators)).toHaveLength(1)
  w.pass(STEP)
  const made = await w.post(PAGE, { intent: 'codes', code: w.codeOf(secret) }, { Cookie })
  expect((await made.text()).match(/<code dir="ltr">/g)).toHaveLength(10)
  w.pass(STEP)
  const gone = await w.post(PAGE, { intent: 'remove', code: w.codeOf(secret) }, { Cookie })
  expect(gone.status).toBe(303)
  expect(await w.db.select().from(authenticators)).toEqual([])
  expect(await w.db.select().from(recoveryCodes)).toEqual([])
  expect((await w.passwordOf('eve')).headers.get('Location')).toBe('/en/desk')
})

it('asks for the password anew after ten minutes', async () => {
  const w = await world()
  const Cookie = cookieOf(await w.passwordOf('eve'))
  w.pass(10 * 60_000)
  const answer = await w.post(PAGE, { intent: 'begin' }, { Cookie })
  expect(answer.headers.get('Location')).toMatch(/^\/en\/account\/prove\?/)
})

it('is reset by an administrator with a reason, never their own', async () => {
  const w = await world()
  const eve = await w.enrol('eve')
  const ada = await w.enrol('ada')
  const reset = (who: string, Cookie: string, reason = 'Lost on the train.') =>
    w.post(`/en/desk/administration/people/usr_${who}/factors`, { reason }, { Cookie })
  expect((await reset('ada', eve.Cookie)).status).toBe(403)
  expect((await reset('ada', ada.Cookie)).status).toBe(403)
  expect((await reset('eve', ada.Cookie, 'no')).status).toBe(422)
  expect(await w.opens(eve.Cookie)).toBe(200)
  expect((await reset('eve', ada.Cookie)).status).toBe(303)
  expect(await w.opens(eve.Cookie)).toBe(302)
  expect(await w.db.select().from(sessions).where(eq(sessions.userId, 'usr_eve'))).toEqual([])
  expect((await w.db.select().from(mails)).at(-1)).toMatchObject({ to: 'eve@example.org' })
  expect((await w.db.select().from(mails)).at(-1)?.text).toContain('Lost on the train.')
  expect((await w.db.select().from(acts)).at(-1)?.kind).toBe('account.factors-reset')
  expect((await reset('eve', ada.Cookie)).status).toBe(404)
})

it('a stolen database gives away neither secret nor recovery code', async () => {
  const w = await world()
  const { secret, codes } = await w.enrol('eve')
  const plain = secret.replaceAll(' ', '')
  const { rows } = await w.db.$client.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
  const said = []
  for (const { name } of rows as unknown as { name: string }[])
    said.push((await w.db.$client.execute(`SELECT * FROM "${name}"`)).rows)
  const everything = JSON.stringify(said)
  const bytes = Buffer.from(Secret.fromBase32(plain).bytes)
  for (const form of [plain, bytes.toString('hex'), bytes.toString('base64url'), ...codes])
    expect(everything.toLowerCase()).not.toContain(form.toLowerCase())
  const [kept] = await w.db.select().from(authenticators)
  expect(memorySealer().open(kept!.sealedSecret, 'usr_eve')).toBeUndefined()
  // Moved to another person's row it opens nothing either.
  expect(w.sealer.open(kept!.sealedSecret, 'usr_ada')).toBeUndefined()
  expect(w.sealer.open(kept!.sealedSecret, 'usr_eve')).toEqual(new Uint8Array(bytes))
  expect(await w.db.select({ id: users.id }).from(users)).toHaveLength(2)
})
