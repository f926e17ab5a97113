import { expect, it } from 'vitest'

import { carriedIn, goalOf, goingOn } from '#app/http/carried-form.server.ts'
import { CARRIED, MARK, pack } from '#app/ui/form/carried.ts'

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const goal = (query: string) =>
  goalOf({
    request: new Request(`https://kept.example/fr/sign-in${query}`),
    context: { origin: 'https://kept.example' } as Parameters<typeof goalOf>[0]['context'],
    params: { locale: 'fr' },
  })

it('goes where somebody was going, and to their desk where that is not here', () => {
  expect(goal('?to=%2Ffr%2Fdesk%2Fqueue')).toBe('/fr/desk/queue')
  for (const query of ['', '?to=', '?to=https%3A%2F%2Fevil.example', '?to=%2F%2Fevil.example'])
    expect(goal(query)).toBe('/fr/desk')
})

it('tells the page’s own form from one that was sent on, and keeps what that held', () => {
  const sent = carriedIn(formOf({ title: 'Teachers', [CARRIED]: 'forged' }))
  expect(sent).toEqual({
    own: false,
    carried: pack(formOf({ title: 'Teachers', [CARRIED]: 'forged' })),
  })
  expect(carriedIn(formOf({ [MARK]: '1', [CARRIED]: sent.carried }))).toEqual({
    own: true,
    carried: sent.carried,
  })
  expect(carriedIn(formOf({ [MARK]: '1' }))).toEqual({ own: true, carried: '' })
})

it('goes on with the session, and hands back what was typed', () => {
  const cookie = 'session=x; Path=/'
  const straight = goingOn('/fr/desk', { cookie, carried: '' })
  expect(straight).toMatchObject({ status: 303 })
  expect((straight as Response).headers.get('Set-Cookie')).toBe(cookie)
  const carried = pack(formOf({ title: 'Teachers' }))
  expect(goingOn('/fr/desk', { cookie, carried })).toMatchObject({
    data: { resume: { to: '/fr/desk', fields: [['title', 'Teachers']] } },
    init: { headers: { 'Set-Cookie': cookie } },
  })
})
