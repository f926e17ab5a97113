import { readdirSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { ar } from '#app/i18n/messages/ar.ts'
import { en, type MessageKey } from '#app/i18n/messages/en.ts'
import { es } from '#app/i18n/messages/es.ts'
import { fr } from '#app/i18n/messages/fr.ts'
import { ru } from '#app/i18n/messages/ru.ts'
import { zh } from '#app/i18n/messages/zh.ts'

const source = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n/messages'))
  .map((file) => readFileSync(`app/${file}`, 'utf8'))
  .join('\n')
const all = (pattern: RegExp) =>
  new Set([...source.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ''))

const quoted = all(/'([\w.-]+)'|"([\w.-]+)"/g)
const properties = all(/\b([A-Za-z]\w*)\??:/g)
/** What fills a hole stands in the source too: 'kept' for `status.${outcome}`. */
const known = (value: string) => quoted.has(value) || properties.has(value) || /^\d+$/.test(value)

// Begun by a place that stands whole beside them, in ui/commitments/smart-panel.tsx.
const begunByPlace = ['desk.smart', 'screening.smart'].flatMap((place) => [
  `${place}.title`,
  `${place}.lead`,
])
const builders = [...all(/`([a-z-]+\.[^`\n]*\$\{[^`\n]*)`/g)].map((built) => {
  const fixed = built.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${fixed.join('(.+)')}$`)
})
const used = (key: string) =>
  quoted.has(key) ||
  begunByPlace.includes(key) ||
  builders.some((builder) => builder.exec(key)?.slice(1).every(known))

it('every sentence of the catalogue is said somewhere', () => {
  expect(builders.length).toBeGreaterThan(40)
  expect(Object.keys(en).filter((key) => !used(key))).toEqual([])
})

it('a key that is neither quoted nor built is found out', () => {
  for (const key of ['nav.nowhere', 'status.forgotten', 'act.org.forgotten', 'rubric.relevance.x'])
    expect(used(key)).toBe(false)
})

const folder = (path: string) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => `${path}/${file}`)

it.each([
  ['the public', 400, folder('app/routes/public')],
  // In the desk's frame, whose menu stands around it.
  [
    'an account',
    150,
    [
      ...folder('app/routes/account'),
      ...folder('app/ui/account'),
      'app/ui/layout/desk-frame.tsx',
      'app/ui/layout/desk-shell.tsx',
    ],
  ],
] as const)('a page of %s says nothing in English only', (_, least, files) => {
  const pages = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const isSaid = (key: string) =>
    pages.includes(`'${key}'`) ||
    [...pages.matchAll(/`([a-z-]+\.[^`\n]*\$\{[^`\n]*)`/g)].some(([, built = '']) => {
      const fixed = built.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'))
      return new RegExp(`^${fixed.join('[^.]+')}$`).test(key)
    })
  // Beside a score stands its note itself; this is the name of the field it is written in. That
  // publishing is stopped is told where a day's work begins.
  const said = (Object.keys(en) as MessageKey[]).filter(
    (key) => isSaid(key) && !/^rubric\..*\.note$|^desk\.stopped\.text$/.test(key),
  )
  expect(said.length).toBeGreaterThan(least)
  for (const translation of [ar, es, fr, ru, zh])
    expect(said.filter((key) => translation[key] === undefined)).toEqual([])
})
