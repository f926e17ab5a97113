import { expect, it } from 'vitest'

import { LedgerError } from '#app/domain/ledger/ledger-error.ts'

class WornError extends LedgerError<'worn'> {}

it('carries its code, its own name and where the fault lies', () => {
  const error = new WornError('worn', '$.page')
  expect(error).toBeInstanceOf(LedgerError)
  expect([error.code, error.name, error.message]).toEqual(['worn', 'WornError', 'worn: $.page'])
})

it('says the code alone when there is no place to name', () => {
  expect(new WornError('worn').message).toBe('worn')
})
