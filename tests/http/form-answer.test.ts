import { expect, it } from 'vitest'

import { formAnswer, waitHeaders } from '#app/http/form-answer.server.ts'

const result = { error: { email: ['missing'] } }

it('says what is wrong, or how long to wait before trying again', () => {
  const wrong = formAnswer(result)
  expect(wrong.data).toEqual({ result, wait: undefined })
  expect(wrong.init?.status).toBe(422)
  expect(wrong.init?.headers).toEqual({})
  const early = formAnswer(result, 60)
  expect(early.data).toEqual({ result, wait: 60 })
  expect(early.init?.status).toBe(429)
  expect(early.init?.headers).toEqual({ 'Retry-After': '60' })
  expect(waitHeaders(undefined)).toEqual({})
})
