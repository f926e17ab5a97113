import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'

import { locales } from '#app/domain/shared/language.ts'
import { en, type MessageKey } from '#app/i18n/messages/en.ts'
import { codes } from '#app/i18n/messages/en/codes.ts'
import { catalogues } from '#app/i18n/speech.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Every argument and tag of a message, in whichever branch it stands. */
function namesIn(elements: Element[], found: { args: Set<string>; tags: Set<string> }) {
  for (const element of elements) {
    if ('children' in element) {
      found.tags.add(element.value)
      namesIn(element.children, found)
    } else if (element.type !== 0 && 'value' in element) found.args.add(element.value)
    if ('options' in element)
      for (const option of Object.values(element.options)) namesIn(option.value, found)
  }
  return found
}
const namesOf = (message: string, locale = 'en') =>
  namesIn(new IntlMessageFormat(message, locale).getAst(), { args: new Set(), tags: new Set() })

const keys = Object.keys(en) as MessageKey[]

/** Each area's part of the catalogue, whichever there are. */
const areas = Object.values(
  import.meta.glob<Record<string, Record<string, string>>>('../../../app/i18n/messages/en/*.ts', {
    eager: true,
  }),
)

it('no key stands in two files', () => {
  const all = areas.flatMap((area) => Object.values(area)).flatMap((part) => Object.keys(part))
  expect(all.length).toBeGreaterThanOrEqual(keys.length)
  expect(all.filter((key, place) => all.indexOf(key) !== place)).toEqual([])
})

it('a tag never bears the name of an argument: they would take each other’s value', () => {
  const clashing = keys.filter((key) => {
    const { args, tags } = namesOf(en[key])
    return [...tags].some((tag) => args.has(tag))
  })
  expect(clashing).toEqual([])
})

it('a sentence for a code asks for nothing but the label and the code', () => {
  const asking = Object.values(codes).flatMap((message) => [...namesOf(message).args])
  expect(asking.filter((name) => name !== 'label' && name !== 'code')).toEqual([])
})

describe.each(locales)('the catalogue in %s', (locale) => {
  const catalogue = catalogues[locale]
  const translated = keys.filter((key) => catalogue[key] !== undefined)

  it('has no key that English lacks', () => {
    expect(Object.keys(catalogue).filter((key) => !(key in en))).toEqual([])
  })

  it('takes the same arguments and tags as English does', () => {
    const names = (message: string, language: string) => {
      const { args, tags } = namesOf(message, language)
      return [...args, ...[...tags].map((tag) => `<${tag}>`)].toSorted().join(' ')
    }
    const unlike = translated.filter(
      (key) => names(catalogue[key] ?? '', locale) !== names(en[key], 'en'),
    )
    expect(unlike).toEqual([])
  })
})
