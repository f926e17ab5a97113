import { expect, it } from 'vitest'

import { written, writtenLength } from '#app/domain/shared/written.ts'

const codes = (least: number, most: number, text: unknown) =>
  written(least, most)
    .safeParse(text)
    .error?.issues.map((issue) => issue.message)

it('lets a Chinese character count for three letters', () => {
  expect(writtenLength('abc')).toBe(3)
  expect(writtenLength('承诺')).toBe(6)
  expect(codes(6, 10, '承诺')).toBeUndefined()
  expect(codes(7, 10, '承诺')).toEqual(['too-short'])
})

it('tells nothing written from too little and from too much', () => {
  expect(codes(5, 10, undefined)).toEqual(['missing'])
  expect(codes(5, 10, '   ')).toEqual(['missing'])
  expect(codes(5, 10, 'four')).toEqual(['too-short'])
  expect(codes(5, 10, 'eleven chars')).toEqual(['too-long'])
  expect(codes(5, 10, '  enough  ')).toBeUndefined()
})
