import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { lettersIn } from '#tests/support/woff2.ts'

const css = readFileSync('app/app.css', 'utf8')

/** The tokens of one scheme: the block that follows `opening`, over those given. */
function tokens(opening: string, under: Record<string, string> = {}): Record<string, string> {
  const start = css.indexOf(opening)
  expect(start).toBeGreaterThan(-1)
  const block = css.slice(start, css.indexOf('}', css.indexOf(':root {', start)))
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)]
  return { ...under, ...Object.fromEntries(found.map(([, name, hex]) => [name, hex])) }
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const light = tokens('@layer theme {')
const dark = tokens('(prefers-color-scheme: dark)', light)

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s scheme', (_, token) => {
  const ratio = (a: string, b: string) => contrast(token[a] ?? '', token[b] ?? '')
  const grounds = ['page', 'sheet', 'wash']

  it.each(['ink', 'ink2', 'ink3', 'brand', 'link', 'link-hover', 'visited', 'danger'])(
    '%s is read on every ground',
    (text) => {
      for (const ground of grounds) expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('the edge of an input is seen on every ground', () => {
    for (const ground of grounds) expect(ratio('edge', ground)).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['on-brand', 'brand'],
    ['on-brand', 'brand-hover'],
    ['on-danger', 'danger'],
    ['added', 'added-ground'],
    ['removed', 'removed-ground'],
    ['on-kept', 'kept'],
    ['on-partly', 'partly'],
    ['on-track', 'track'],
    ['on-behind', 'behind'],
    ['on-not', 'not'],
    ['on-silent', 'silent'],
    ['on-h-low', 'h1'],
    ['on-h-low', 'h2'],
    ['on-h-low', 'h3'],
    ['on-h-mid', 'h4'],
    ['on-h-high', 'h5'],
    ['on-h-high', 'h6'],
  ])('%s is read on %s', (text, fill) => {
    expect(ratio(text, fill)).toBeGreaterThanOrEqual(4.5)
  })

  it('the outline of a mark, the seal and the focus halo are seen', () => {
    for (const ground of grounds) expect(ratio('ink', ground)).toBeGreaterThanOrEqual(12)
    expect(ratio('seal', 'sheet')).toBeGreaterThanOrEqual(4.5)
    expect(Math.max(ratio('focus', 'page'), ratio('ink', 'page'))).toBeGreaterThanOrEqual(10)
  })

  it('a darker shade of the ramp stands further from the ground than the one before', () => {
    const steps = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((step) => ratio(step, 'page'))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })
})

it('the stylesheet knows no left and no right', () => {
  expect(css).not.toMatch(/[\s-](left|right)(-[\w-]+)?\s*:|:\s*(left|right)\b/)
})

describe('the letters of names', () => {
  const fonts = [...css.matchAll(/@font-face \{[^}]*\}/g)].flatMap(([face]) => {
    const file = /url\('([^']*latin[^']*)'\)/.exec(face)?.[1]
    return file ? [{ letters: lettersIn(`public${file}`), face, file }] : []
  })

  it('are all in the file that is fetched for them', () => {
    const own = fonts.find(({ file }) => file.includes('latin-ext'))
    const ranges = [...(own?.face ?? '').matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)]
    const asked = ranges.flatMap(([, from = '', to = from]) => {
      const first = parseInt(from, 16)
      return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, i) => first + i)
    })
    expect(asked.length).toBeGreaterThan(140)
    expect(asked.filter((letter) => !own?.letters.has(letter))).toEqual([])
  })

  it.each(['Łódź', 'Muğla', 'İzmir', 'Iași', 'Čačak', 'Győr', 'Ɛdwom', 'Haɗejiya', 'Ḥalab'])(
    '%s is set in one voice',
    (name) => {
      const missing = Array.from(name).filter((letter) =>
        fonts.every(({ letters }) => !letters.has(letter.codePointAt(0) ?? 0)),
      )
      expect(missing).toEqual([])
    },
  )
})
