import { expect, it } from 'vitest'

import { DeskShell } from '#app/ui/layout/desk-shell.tsx'
import { said, words } from '#tests/support/said.tsx'

const organisations = [
  { id: 'a', name: 'Ministry', href: '/switch/a', current: true },
  { id: 'b', name: 'وزارة', lang: 'ar', href: '/switch/b' },
]
const desk = (count: number) =>
  said(
    <DeskShell
      person={{ name: 'Amadou Diallo' }}
      nav={[{ href: '/en/desk', label: 'What you owe', current: true, count: 3 }]}
      organisations={organisations.slice(0, count)}
      signOut={{ action: '/en/sign-out', fields: { token: 't' } }}
    >
      <h1>Desk</h1>
    </DeskShell>,
  )

it('one organisation is a name, several are a choice', () => {
  expect(desk(1)).toContain('<bdi>Ministry</bdi>')
  expect(desk(1)).not.toContain('/switch/')
  expect(desk(2)).toContain('<a href="/switch/b"><bdi lang="ar">وزارة</bdi></a>')
})

it('signing out is a form that posts, never a link', () => {
  expect(desk(1)).toMatch(/<form method="post" action="\/en\/sign-out"><input type="hidden"/)
  expect(words(desk(1))).toContain('What you owe 3')
})
