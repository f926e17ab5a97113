import { expect, it } from 'vitest'

import { licenceOf } from '#app/domain/declarations/declaration.ts'
import { datasetOf, scriptJson } from '#app/domain/open-data/dataset.ts'

const facts = {
  name: 'Data – Kept',
  says: 'Everything.',
  register: { name: 'Kept', url: 'https://kept.example' },
  page: 'https://kept.example/fr/data',
  lang: 'fr',
  licences: [licenceOf({}), licenceOf({})],
  since: '2026-01-05',
  modified: new Date('2026-03-04T05:06:07Z'),
  files: [
    { url: 'https://kept.example/data/x.zip', mediaType: 'application/zip', name: 'All of it' },
  ],
}

it('says what search engines for data ask for', () => {
  expect(datasetOf(facts)).toEqual({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': facts.page,
    name: facts.name,
    description: facts.says,
    url: facts.page,
    inLanguage: 'fr',
    isAccessibleForFree: true,
    license: ['https://creativecommons.org/licenses/by/4.0/'],
    creator: { '@type': 'Organization', name: 'Kept', url: 'https://kept.example' },
    dateModified: '2026-03-04T05:06:07.000Z',
    temporalCoverage: '2026-01-05/..',
    distribution: [
      {
        '@type': 'DataDownload',
        name: 'All of it',
        contentUrl: 'https://kept.example/data/x.zip',
        encodingFormat: 'application/zip',
      },
    ],
  })
})

it('covers no time while nothing is published, and names the licence a declaration has', () => {
  const own = { name: 'X', title: 'Own', url: 'https://licence.example' }
  const said = datasetOf({ ...facts, since: null, licences: [licenceOf({ licence: own })] })
  expect(said).not.toHaveProperty('temporalCoverage')
  expect(said.license).toEqual(['https://licence.example'])
})

it('no text in it ends the script it stands in', () => {
  const text = scriptJson({ a: '</script><!--<script>' })
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual({ a: '</script><!--<script>' })
})
