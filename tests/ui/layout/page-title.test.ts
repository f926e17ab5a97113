import { expect, it } from 'vitest'

import { speak } from '#app/i18n/speech.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

it('begins with the error, names the page of a list, ends with the register', () => {
  const title = (options?: { problem?: boolean; page?: number }) =>
    pageTitle(speak('en'), 'Commitments', options)
  expect(title()).toBe('Commitments – Kept register')
  expect(title({ page: 1 })).toBe('Commitments – Kept register')
  expect(title({ page: 2 })).toBe('Commitments, page 2 – Kept register')
  expect(title({ problem: true })).toBe('Error: Commitments – Kept register')
})
