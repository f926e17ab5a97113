import { expect, it } from 'vitest'
import { z } from 'zod'

import { jsonOf, textOf } from '#scripts/verify/json.ts'

const shape = z.strictObject({ a: z.number() })
const read = (text: string | Uint8Array) => jsonOf(Buffer.from(text), shape)

it('reads JSON in its shape and nothing else', () => {
  expect(read('{"a":1}')).toEqual({ a: 1 })
  expect(['', '{', '{"a":"1"}', '{"a":1,"b":2}', '[]', 'null'].map(read)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  )
  expect(read(Uint8Array.of(0x7b, 0xff, 0x7d))).toBeUndefined()
  expect(read('\ufeff{"a":1}')).toBeUndefined()
})

it('takes no bytes for text that are none', () => {
  expect(textOf(Buffer.from('é'))).toBe('é')
  expect(textOf(Uint8Array.of(0xe9))).toBeUndefined()
})
