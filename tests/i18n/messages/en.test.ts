import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'

import { locales } from '#app/domain/shared/language.ts'
import { en, type MessageKey } from '#app/i18n/messages/en.ts'
import { account } from '#app/i18n/messages/en/account.ts'
import { charts } from '#app/i18n/messages/en/charts.ts'
import { codes } from '#app/i18n/messages/en/codes.ts'
import { commitment } from '#app/i18n/messages/en/commitment.ts'
import { common } from '#app/i18n/messages/en/common.ts'
import { coordinator } from '#app/i18n/messages/en/coordinator.ts'
import { desk } from '#app/i18n/messages/en/desk.ts'
import { log } from '#app/i18n/messages/en/log.ts'
import { mails } from '#app/i18n/messages/en/mails.ts'
import { organisation } from '#app/i18n/messages/en/organisation.ts'
import { publicPages } from '#app/i18n/messages/en/public.ts'
import { redactions } from '#app/i18n/messages/en/redactions.ts'
import { registering } from '#app/i18n/messages/en/registering.ts'
import { reporting } from '#app/i18n/messages/en/reporting.ts'
import { time } from '#app/i18n/messages/en/time.ts'
import { withheld } from '#app/i18n/messages/en/withheld.ts'
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

it('no key stands in two files', () => {
  const desks = [desk, organisation, registering, commitment, reporting, coordinator, redactions]
  const areas = [common, time, charts, publicPages, log, ...desks, account, codes, mails, withheld]
  const all = areas.flatMap((area) => Object.keys(area))
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
