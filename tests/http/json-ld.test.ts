import jsonld from 'jsonld'
import { expect, it } from 'vitest'

import { recordPage } from '#app/db/read/record.server.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { recordJsonLd } from '#app/http/json-ld.ts'
import { speak } from '#app/i18n/speech.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { NOW } from '#tests/support/world.ts'

const origin = 'https://kept.example'
const SCHEMA = 'https://schema.org/'

/** Of schema.org's own context as much as is used: its vocabulary, and what is an address. */
const context = {
  '@context': {
    '@vocab': SCHEMA,
    ...Object.fromEntries(
      ['url', 'actionStatus', 'license'].map((name) => [name, { '@type': '@id' }]),
    ),
  },
}
const documentLoader = (url: string) => {
  if (url !== 'https://schema.org') throw new Error(`nothing else is fetched: ${url}`)
  return Promise.resolve({ contextUrl: null, documentUrl: url, document: context })
}

const pageOf = async () => {
  const { db, number } = await fullRecord()
  const page = await recordPage(db, number, new URLSearchParams(), NOW)
  if (!page) throw new Error('no such record')
  return page
}

it('is linked data of schema.org, as another program expands it', async () => {
  const page = await pageOf()
  const told = recordJsonLd(page, speak('en'), origin)
  const [record] = await jsonld.expand(told, { documentLoader })
  const said = (property: string) => record?.[SCHEMA + property]
  expect(record).toMatchObject({
    '@id': `${origin}/r/${page.number}`,
    '@type': [`${SCHEMA}PlanAction`, `${SCHEMA}CreativeWork`],
  })
  expect(said('name')).toEqual([{ '@value': 'Train 12,000 primary teachers well' }])
  expect(said('actionStatus')).toEqual([{ '@id': `${SCHEMA}ActiveActionStatus` }])
  expect(said('license')).toEqual([{ '@id': 'https://creativecommons.org/licenses/by/4.0/' }])
  expect(said('startTime')).toEqual([{ '@value': '2026-01-27' }])
  expect(said('agent')).toEqual([
    expect.objectContaining({
      '@type': [`${SCHEMA}Organization`],
      [`${SCHEMA}name`]: [{ '@value': 'Ministry of Learning' }],
    }),
  ])
  expect(said('participant')).toHaveLength(1)
  expect(said('about')).toEqual(
    ['qd2015/quality/2', 'qd2015/oer/1'].map((key) =>
      expect.objectContaining({
        '@type': [`${SCHEMA}DefinedTerm`],
        [`${SCHEMA}termCode`]: [{ '@value': key }],
        [`${SCHEMA}inDefinedTermSet`]: [
          expect.objectContaining({ '@type': [`${SCHEMA}DefinedTermSet`] }),
        ],
      }),
    ),
  )
  expect(said('isPartOf')).toEqual([expect.objectContaining({ '@type': [`${SCHEMA}Dataset`] })])
})

it('calls done only what was wholly kept, and keeps the register’s own word beside it', async () => {
  const page = await pageOf()
  const done = outcomes.filter((outcome) => {
    const told = recordJsonLd({ ...page, outcome }, speak('en'), origin)
    expect(told).toHaveProperty('creativeWorkStatus')
    return String(told.actionStatus).endsWith('CompletedActionStatus')
  })
  expect(done).toEqual(['kept'])
})

it('does not let an invented body pass for a real one', async () => {
  const page = await pageOf()
  const invented = { ...page, lead: { ...page.lead, invented: true } }
  const { agent } = recordJsonLd(invented, speak('en'), origin)
  expect(agent.disambiguatingDescription).toMatch(/does not exist|invented/i)
  expect(recordJsonLd(page, speak('en'), origin).agent).not.toHaveProperty(
    'disambiguatingDescription',
  )
})

it('speaks the reader’s language where there is one, and says which it is', async () => {
  const page = await pageOf()
  const translations = { ar: { title: 'تدريب المعلمين █', text: '' } }
  const arabic = { ...page, terms: { ...page.terms, translations } }
  expect(recordJsonLd(arabic, speak('ar'), origin)).toMatchObject({
    name: 'تدريب المعلمين [محجوب]',
    inLanguage: 'ar',
  })
  expect(recordJsonLd(arabic, speak('fr'), origin)).toMatchObject({ inLanguage: 'en' })
})
