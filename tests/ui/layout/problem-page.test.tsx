import { expect, it } from 'vitest'

import { ProblemPage, toldStatus } from '#app/ui/layout/problem-page.tsx'
import { said, words } from '#tests/support/said.tsx'

it('speaks the reader’s language and leads on', () => {
  const page = said(<ProblemPage status={404} />, 'ru')
  expect(words(page)).toContain('Страница не найдена')
  expect(page).toContain('href="/ru/commitments"')
})

it('says why where that is known, and what to quote', () => {
  expect(words(said(<ProblemPage status={403} code="conflict-of-interest" />))).toContain(
    'a colleague has to decide',
  )
  expect(words(said(<ProblemPage status={500} reference="req-1" />))).toContain('quote req-1')
})

it('a status nobody wrote a page for is told as the nearest', () => {
  expect([404, 418, 451, 502, 599].map(toldStatus)).toEqual([404, 400, 400, 500, 500])
})
