import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'

import { locales } from '#app/domain/shared/language.ts'
import { sameInEach, SpeakProvider, T, useSpeak } from '#app/i18n/speak.tsx'

const link = (name: string) => (text: React.ReactNode) => <a href={`#${name}`}>{text}</a>
const headline = (made: number) => (
  <T
    k="home.headline"
    args={{ made, due: 97, kept: 41 }}
    tags={{ linkMade: link('made'), linkDue: link('due'), linkKept: link('kept') }}
  />
)

it('a sentence carries its links in each language', () => {
  expect(renderToStaticMarkup(<SpeakProvider locale="en">{headline(1)}</SpeakProvider>)).toBe(
    '<a href="#made">1 promise</a> made. <a href="#due">97</a> due by today. <a href="#kept">41</a> kept.',
  )
  for (const locale of locales) {
    const said = renderToStaticMarkup(
      <SpeakProvider locale={locale}>{headline(412)}</SpeakProvider>,
    )
    expect(said).toMatch(/<a href="#made">[^<]*412[^<]*<\/a>/)
    expect(said.match(/<a /g)).toHaveLength(3)
  }
})

it('what a person wrote is never read as markup', () => {
  const said = renderToStaticMarkup(
    <SpeakProvider locale="en">
      <T k="task.problem" /> <T k="summary.enter" args={{ what: '<script>{x}' }} />
    </SpeakProvider>,
  )
  expect(said).toBe('There is a problem Enter &lt;script&gt;{x}')
})

it('a component outside a provider says what it lacks', () => {
  const Lost = () => <>{useSpeak().t('nav.about')}</>
  expect(() => renderToStaticMarkup(<Lost />)).toThrow('SpeakProvider')
})

it('the other languages lead to the same page', () => {
  expect(sameInEach('/fr/commitments?sort=due').find((one) => one.locale === 'ar')?.href).toBe(
    '/ar/commitments?sort=due',
  )
  expect(sameInEach('/en').map((one) => one.href)).toContain('/ru')
  expect(sameInEach('/en?x=1').map((one) => one.href)).toContain('/ru?x=1')
})

it('a page without a language leads to the front pages', () => {
  expect(sameInEach('/r/QD-2027-0147').map((one) => one.href)).toContain('/fr')
  expect(sameInEach('//evil.example/x').map((one) => one.href)).toContain('/fr')
})
