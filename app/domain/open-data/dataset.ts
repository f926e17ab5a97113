import type { licenceOf } from '../declarations/declaration.ts'
import type { Day } from '../shared/dates.ts'

export type DatasetFacts = {
  name: string
  says: string
  /** What the register is called and where it stands. */
  register: { name: string; url: string }
  /** The page about the data, in the language of `lang`. */
  page: string
  lang: string
  licences: readonly ReturnType<typeof licenceOf>[]
  /** The day of the first publication; null while nothing is published. */
  since: Day | null
  modified: Date
  files: readonly { url: string; mediaType: string; name: string }[]
}

/** The register as a schema.org Dataset, for search engines that look for data. */
export const datasetOf = (facts: DatasetFacts) => ({
  '@context': 'https://schema.org/',
  '@type': 'Dataset',
  '@id': facts.page,
  name: facts.name,
  description: facts.says,
  url: facts.page,
  inLanguage: facts.lang,
  isAccessibleForFree: true,
  license: [...new Set(facts.licences.map(({ url }) => url))],
  creator: { '@type': 'Organization', name: facts.register.name, url: facts.register.url },
  dateModified: facts.modified.toISOString(),
  ...(facts.since === null ? {} : { temporalCoverage: `${facts.since}/..` }),
  distribution: facts.files.map(({ url, mediaType, name }) => ({
    '@type': 'DataDownload',
    name,
    contentUrl: url,
    encodingFormat: mediaType,
  })),
})

/** JSON that can stand in a script element: no text in it ends the element or begins a comment. */
export const scriptJson = (value: object): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c')
