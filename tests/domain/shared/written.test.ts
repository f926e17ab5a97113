import { expect, it } from 'vitest'

import {
  addsSign,
  bearsNoSign,
  maybeWritten,
  parsedJson,
  rewritten,
  typed,
  withoutNul,
  written,
  writtenLength,
} from '#app/domain/shared/written.ts'

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

it('takes no sign of withholding from anybody’s hands', () => {
  expect(codes(3, 20, 'all of █ it')).toEqual(['withheld-sign'])
  expect(maybeWritten(20).safeParse('█').error?.issues[0]?.message).toBe('withheld-sign')
  expect(maybeWritten(20).parse(undefined)).toBe('')
  expect(['plain', '█'].map(bearsNoSign)).toEqual([true, false])
})

it('lets a text that stands keep its signs, whatever is left of its length', () => {
  const issues = (text: string) => rewritten(40, 50).safeParse(text).error?.issues[0]?.message
  expect(issues('█')).toBeUndefined()
  expect(issues('short')).toBe('too-short')
  expect(issues('█'.repeat(51))).toBe('too-long')
})

it('tells a text given back with more signs than it had', () => {
  const before = { title: '█ and others', milestones: [{ title: 'by █' }] }
  expect(addsSign(before, before)).toBe(false)
  expect(addsSign(before, { ...before, title: 'others' })).toBe(false)
  expect(addsSign(before, { ...before, title: '█ and █' })).toBe(true)
  expect(addsSign(null, { title: '█' })).toBe(true)
  expect(addsSign(undefined, undefined)).toBe(false)
})

it('keeps no NUL, behind which the database would be read no further', () => {
  expect(withoutNul('a\0b\0')).toBe('a\ufffdb\ufffd')
  expect(typed().parse('a\0b')).toBe('a\ufffdb')
  for (const schema of [written(1, 9), rewritten(1, 9), maybeWritten(9)])
    expect(schema.parse(' a\0b ')).toBe('a\ufffdb')
  expect(parsedJson('{"a":["b\\u0000c",1,null]}')).toEqual({ a: ['b\ufffdc', 1, null] })
  expect(() => parsedJson('{')).toThrow(SyntaxError)
})
