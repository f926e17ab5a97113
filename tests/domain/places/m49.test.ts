import { expect, it } from 'vitest'

import {
  countries,
  countriesIn,
  isCountry,
  isPlace,
  placeName,
  placeOf,
  regionOf,
  regions,
} from '#app/domain/places/m49.ts'

const repeated = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at)

it('writes each country once, with codes of the right form and a name', () => {
  expect(countries).toHaveLength(247)
  for (const { code, iso3, m49, name } of countries) {
    expect(`${code} ${iso3} ${m49} ${name}`).toMatch(/^[A-Z]{2} [A-Z]{3} \d{3} \S.*\S$/)
  }
  expect(repeated(countries.map((country) => country.code))).toEqual([])
  expect(repeated(countries.map((country) => country.iso3))).toEqual([])
  expect(repeated(countries.map((country) => country.name))).toEqual([])
  const numbers = [...countries.map((country) => country.m49), ...regions.map((r) => r.code)]
  expect(repeated(numbers)).toEqual([])
})

it('agrees with the platform on which number belongs to which two letters', () => {
  const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  expect(countries.filter((country) => known.of(country.code) === undefined)).toEqual([])
  const canonical = (m49: string) => new Intl.Locale(`und-${m49}`).region
  for (const { code, m49 } of countries) expect([code, m49]).toContain(canonical(m49))
})

it('places every country in one of the five regions', () => {
  expect(countries.filter((country) => regionOf(country.code) === undefined)).toEqual([])
  const top = regions.filter((region) => region.within.length === 0)
  expect(Object.fromEntries(top.map((r) => [r.name, countriesIn(r.code).length]))).toEqual({
    Africa: 60,
    Americas: 57,
    Asia: 50,
    Europe: 51,
    Oceania: 29,
  })
  expect(countriesIn('419')).toHaveLength(52)
  expect(countriesIn('202')).toHaveLength(53)
})

it('holds the 54 African members of the United Nations in Africa', () => {
  const members =
    'DZ AO BJ BW BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ' +
    'ML MR MU MA MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW'
  expect(members.split(' ')).toHaveLength(54)
  expect(members.split(' ').filter((code) => regionOf(code)?.name !== 'Africa')).toEqual([])
})

it('lets every region lie in regions that exist, without going round', () => {
  for (const region of regions) {
    expect(region.within.every(isPlace)).toBe(true)
    expect(region.within).not.toContain(region.code)
    expect(countriesIn(region.code).length).toBeGreaterThan(0)
  }
})

it('finds a place by its code and uses the names of the United Nations', () => {
  expect(placeName('TR')).toBe('Türkiye')
  expect(placeName('VN')).toBe('Viet Nam')
  expect(placeName('KR')).toBe('Republic of Korea')
  expect(placeName('BO')).toBe('Bolivia (Plurinational State of)')
  expect(placeName('150')).toBe('Europe')
  expect(placeOf('CI')).toMatchObject({ iso3: 'CIV', m49: '384', within: ['011', '202', '002'] })
  expect(regionOf('CA')?.code).toBe('019')
})

it.each(['ar', 'zh', 'fr', 'ru', 'es'] as const)(
  'names every place in %s, no two alike',
  (language) => {
    const script = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u }
    const named = [...regions, ...countries].map(({ code }) => placeName(code, language))
    expect(repeated(countries.map(({ code }) => placeName(code, language)))).toEqual([])
    expect(repeated(regions.map(({ code }) => placeName(code, language)))).toEqual([])
    for (const [place, { code }] of [...regions, ...countries].entries()) {
      expect(named[place]).not.toBe(code)
      if (language in script) expect(named[place]).toMatch(script[language as keyof typeof script])
    }
    const english = named.filter((name, place) => name === [...regions, ...countries][place]?.name)
    expect(english.length).toBeLessThan(120)
  },
)

it('uses the names of the United Nations where a platform has others', () => {
  expect(placeName('KR', 'fr')).toBe('République de Corée')
  expect(placeName('TZ', 'ru')).toBe('Объединенная Республика Танзания')
  expect(placeName('FK', 'es')).toBe('Islas Malvinas (Falkland)')
  expect(placeName('IR', 'zh')).toBe('伊朗伊斯兰共和国')
  expect(placeName('PS', 'ar')).toBe('دولة فلسطين')
  expect(placeName('XX', 'ar')).toBe('XX')
})

it('knows no world, no lower case and nothing borrowed from objects', () => {
  for (const code of ['001', 'ca', 'XX', '', 'constructor', '__proto__', '124']) {
    expect(isPlace(code)).toBe(false)
    expect(placeName(code)).toBe(code)
    expect(regionOf(code)).toBeUndefined()
  }
  expect(isCountry('CA')).toBe(true)
  expect(isCountry('150')).toBe(false)
  expect(regionOf('150')).toBeUndefined()
})
