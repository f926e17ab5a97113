import { expect, it } from 'vitest'

import * as security from '#app/routes/public/security/route.tsx'
import * as securityTxt from '#app/routes/security-txt/route.tsx'
import { words } from '#tests/support/said.tsx'
import { testServer } from '#tests/support/server.ts'
import { NOW } from '#tests/support/world.ts'

const routes = { '.well-known/security.txt': securityTxt, ':locale/security': security }
const file = '/.well-known/security.txt'

it('names the contact for less than a year, and whom to believe', async () => {
  const securityContact = 'mailto:security@kept.example'
  const { ask, origin } = await testServer(routes, { securityContact, now: () => NOW })
  const answer = await ask(file)
  expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
  const lines = (await answer.text()).trimEnd().split('\n')
  expect(lines).toEqual([
    `Contact: ${securityContact}`,
    'Expires: 2027-05-22T00:00:00Z',
    'Preferred-Languages: en',
    `Canonical: ${origin}${file}`,
    `Policy: ${origin}/en/security`,
  ])
  const html = await (await ask('/fr/security')).text()
  expect(html).toContain(`href="${securityContact}"`)
  expect(words(html)).toContain('security@kept.example')
})

it('is not there where nobody is named, and says why', async () => {
  for (const [demonstration, said] of [
    [true, 'demonstration'],
    [false, 'SECURITY_CONTACT'],
  ] as const) {
    const { ask } = await testServer(routes, { demonstration })
    const answer = await ask(file)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain(said)
    expect((await ask('/en/security')).status).toBe(200)
  }
})
