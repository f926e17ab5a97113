import { expect, it } from 'vitest'

import { replaying } from '#app/domain/accountability/opened-act.ts'
import { withRemains } from '#app/domain/accountability/remains.ts'
import { terms } from '#tests/support/facts.ts'
import { opened } from '#tests/support/opened.ts'
import { publishing, redacting } from '#tests/support/replayed.ts'

it('hands acts without a redaction back as they are', () => {
  const acts = opened([publishing()])
  expect(withRemains(acts)).toBe(acts)
})

it('fills in what is left and touches neither the acts handed in nor any other field', () => {
  const [publish] = opened([publishing()])
  const { act, left } = redacting(publish!, { title: 'Train █' })
  const acts = [left, ...opened([act], 1)]
  const [mended, redaction] = withRemains(acts)
  expect(mended!.fields.get('title')).toBe('Train █')
  expect(mended!.fields.get('text')).toBe(terms().text)
  expect(mended!.fields.size).toBe(publish!.fields.size)
  expect(redaction!.fields).toEqual(acts[1]!.fields)
  expect(left.fields.has('title')).toBe(false)
})

it('passes over what a redaction leaves of acts before the first one handed in', () => {
  const [publish] = opened([publishing()])
  const { act } = redacting(publish!, { title: 'Train █' })
  const acts = opened([act], 1)
  expect(withRemains(acts, 1)).toEqual(acts)
  expect(replaying(() => withRemains(acts)).ok).toBe(false)
})

it('tells a redaction it cannot follow', () => {
  const [publish] = opened([publishing()])
  const { act } = redacting(publish!, { title: '█' })
  expect(replaying(() => withRemains(opened([act], 3)))).toMatchObject({
    ok: false,
    problem: { code: 'redaction-of-nothing', index: 3 },
  })
})
