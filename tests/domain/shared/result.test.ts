import { expect, it } from 'vitest'

import { ok, refuse } from '#app/domain/shared/result.ts'

it('tells a success with its value from a refusal with its code', () => {
  expect(ok({ id: 'cmt_1' })).toEqual({ ok: true, value: { id: 'cmt_1' } })
  expect(refuse('reason-needed')).toEqual({ ok: false, code: 'reason-needed' })
})
