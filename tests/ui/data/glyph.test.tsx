import { expect, it } from 'vitest'

import { glyphs, Mark, Sprite } from '#app/ui/data/glyph.tsx'
import { said } from '#tests/support/said.tsx'

it('the sprite holds each shape once, and no two are drawn alike', () => {
  const sprite = said(<Sprite />)
  const drawn = glyphs.map(
    (glyph) => new RegExp(`<symbol id="g-${glyph}"[^>]*>(.*?)</symbol>`).exec(sprite)?.[1],
  )
  expect(drawn).not.toContain(undefined)
  // Without colours: shape alone has to tell them apart.
  const shapes = drawn.map((one) => one?.replace(/(fill|stroke)="[^"]*"/g, ''))
  expect(new Set(shapes).size).toBe(glyphs.length)
})

it('a mark beside a word says nothing of its own; alone it has a name', () => {
  expect(said(<Mark glyph="kept" />)).toContain('aria-hidden="true"')
  expect(said(<Mark glyph="kept" label="Kept" />)).toContain('role="img" aria-label="Kept"')
})
