import { expect, it } from 'vitest'

import { pageMeta } from '#app/http/page-meta.ts'

const asked = {
  params: { locale: 'ar' },
  matches: [{ id: 'root', data: { origin: 'https://kept.example' } }],
}

it('names a page in every language, and itself', () => {
  const told = pageMeta(asked, { title: 'X', path: (locale) => `/${locale}/x` })
  expect(told).toContainEqual({
    tagName: 'link',
    rel: 'canonical',
    href: 'https://kept.example/ar/x',
  })
  const alternates = told.flatMap((one) => ('hrefLang' in one ? [[one.hrefLang, one.href]] : []))
  expect(alternates).toHaveLength(7)
  expect(alternates).toContainEqual(['zh', 'https://kept.example/zh/x'])
  expect(alternates).toContainEqual(['x-default', 'https://kept.example/en/x'])
  expect(told).toContainEqual({ property: 'og:locale', content: 'ar_AR' })
  // Never the bare name, nor a picture of it: beside a record that would read as its outcome.
  expect(told).toContainEqual({ property: 'og:site_name', content: 'سجل Kept' })
  expect(JSON.stringify(told)).not.toMatch(/og:image|– Kept"/)
  expect(JSON.stringify(told)).not.toMatch(/description|robots/)
})

it('asks search engines to pass over one of many views', () => {
  const told = pageMeta(asked, { title: 'X', path: () => '/x', isView: true, anyLanguage: '/' })
  expect(told).toContainEqual({ name: 'robots', content: 'noindex, follow' })
})

it('says what a page is about in a line', () => {
  const described = (description: string) =>
    pageMeta(asked, { title: 'X', path: () => '/x', description }).flatMap((one) =>
      'name' in one && one.name === 'description' ? [one.content] : [],
    )[0]
  expect(described(' One\n two ')).toBe('One two')
  const long = String(described('word '.repeat(100)))
  expect([long.length < 202, long.endsWith('word…')]).toEqual([true, true])
  expect(described('教'.repeat(300))).toBe(`${'教'.repeat(200)}…`)
  expect(described(`a${'𠮷'.repeat(150)}`)).toBe(`a${'𠮷'.repeat(99)}…`)
})
