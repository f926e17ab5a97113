import { encode } from 'uqr'
import { expect, it } from 'vitest'

import { Qr, runsOf } from '#app/ui/data/qr.tsx'
import { said } from '#tests/support/said.tsx'

/** The dark squares a path draws, as a camera would see them. */
function drawn(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  let [x, y] = [0, 0]
  for (const [, move, a, b, run] of path.matchAll(/([Mm])(\d+) ([\d.]+)|h(\d+)/g)) {
    if (move === 'M') [x, y] = [Number(a), Math.floor(Number(b))]
    else if (move === 'm') x += Number(a)
    else for (const end = x + Number(run); x < end; x += 1) rows[y]![x] = true
  }
  return rows
}

it.each(['https://kept.example/r/QD-2027-0147', 'x', 'y'.repeat(200)])(
  'draws each square of the code for %s, and no other',
  (text) => {
    const { data, size } = encode(text, { ecc: 'M', border: 0 })
    expect(drawn(runsOf(data), size)).toEqual(data)
  },
)

it('is seen on paper only, and says what it leads to', () => {
  const html = said(<Qr text="https://kept.example/r/QD-2027-0147" label="Permalink" />)
  expect(html).toContain('<svg class="print-only qr" viewBox="0 0 29 29" role="img"')
  expect(html).toContain('aria-label="Permalink"')
  expect(html.length).toBeLessThan(2000)
})
