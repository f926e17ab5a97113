import { expect, it } from 'vitest'

import { Bullet } from '#app/ui/charts/bullet.tsx'
import { said } from '#tests/support/said.tsx'

const path = (html: string, part: string) => new RegExp(`"${part}" d="([^"]*)"`).exec(html)?.[1]

it('says in words what it draws', () => {
  const chart = said(<Bullet target={7500} claimed={5900} />)
  expect(chart).toContain('role="img"')
  expect(chart).toContain('<title>Target 7,500. Claimed 5,900. Not reviewed yet.</title>')
})

it('draws bars from zero in proportion, and nothing for what nobody said', () => {
  const chart = said(<Bullet target={100} claimed={60} reviewed={50} />)
  expect(path(chart, 'claim')).toBe('M0 4h59.4v16H0z')
  expect(path(chart, 'found')).toBe('M0 8h49.5v8H0z')
  expect(path(chart, 'goal')).toBe('M99 0v24')
  const unread = said(<Bullet target={100} claimed={60} />)
  expect(path(unread, 'found')).toBeUndefined()
  expect(path(said(<Bullet target={100} claimed={0} />), 'claim')).toBe('M0 4h0v16H0z')
})

it('turns round with the writing, by one rule for all', () => {
  expect(said(<Bullet target={100} claimed={60} />, 'ar')).toContain('class="bullet turns"')
})

it('a value below zero and a target of zero can be drawn', () => {
  expect(said(<Bullet target={0} claimed={-4} reviewed={2} />)).not.toMatch(/NaN|M-|h-/)
  expect(said(<Bullet target={0} />)).not.toMatch(/NaN/)
})

it('is never drawn for what is only done or not done', () => {
  for (const claimed of [null, 0, 1])
    expect(said(<Bullet target={1} baseline={0} claimed={claimed} reviewed={claimed} />)).toBe('')
  expect(said(<Bullet target={1} baseline={0} claimed={0.4} />)).not.toBe('')
  expect(said(<Bullet target={1} baseline={3} claimed={1} />)).not.toBe('')
  expect(said(<Bullet target={1} baseline={0} claimed={2} />)).not.toBe('')
})
