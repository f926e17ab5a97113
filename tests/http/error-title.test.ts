import { expect, it } from 'vitest'

import * as signUp from '#app/routes/account/sign-up/route.tsx'
import { testServer } from '#tests/support/server.ts'

const titleOf = async (answer: Response) => /<title>([^<]*)/.exec(await answer.text())?.[1]

it('begins the title of a form that came back with what went wrong, in the page’s language', async () => {
  const routes = { ':locale/sign-up': signUp } as unknown as Parameters<typeof testServer>[0]
  const { ask, post } = await testServer(routes)
  const asked = await titleOf(await ask('/en/sign-up'))
  const back = await post('/en/sign-up', { email: 'not an address' })
  expect(back.status).toBe(422)
  expect(await titleOf(back)).toBe(`Error: ${asked}`)
  const french = await titleOf(await post('/fr/sign-up', {}))
  expect(french).not.toMatch(/^Error: /)
  expect(french).toMatch(/^Erreur/)
})
