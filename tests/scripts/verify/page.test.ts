import { beforeAll, expect, it } from 'vitest'

import { commitmentData } from '#app/db/read/open-data.server.ts'
import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import { pageDifferences } from '#scripts/verify/page.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { serveRegister } from '#tests/support/whole-register.ts'
import { NOW } from '#tests/support/world.ts'

let html: string
let record: PublicCommitment
beforeAll(async () => {
  const { db, number } = await fullRecord()
  const { ask } = await serveRegister(db)
  html = await (await ask(`/en/commitments/${number}`)).text()
  record = (await commitmentData(db, number, NOW))!.commitment
})
const paths = (page: string, of = record) => pageDifferences(page, of).map(({ path }) => path)

it('finds none on the page of the record itself, and says of each what it read', () => {
  expect(pageDifferences(html, record)).toEqual([])
  const other = html.replace(/(<h1[^>]*>)[^<]*/, '$1A &lt;b&gt; &amp; &#x27;c&#39;')
  expect(pageDifferences(other, record)).toEqual([
    { path: 'title', shown: "A <b> & 'c'", fromLog: record.title },
  ])
})

it('misses everything on another page', () => {
  const [one, two] = record.milestones
  expect(paths('<html></html>')).toEqual([
    'title',
    'number',
    'outcome',
    `milestones[${one!.id}]`,
    `milestones[${two!.id}]`,
  ])
})

it('sees a milestone the record does not have, and a value nobody reported', () => {
  const fewer = { ...record, milestones: record.milestones.slice(0, 1) }
  expect(paths(html, fewer)).toEqual([`milestones[${record.milestones[1]!.id}]`])
  const unreported = { ...record.milestones[0]!, reports: [] }
  const silent = { ...record, milestones: [unreported, record.milestones[1]!] }
  expect(paths(html, silent)).toEqual([`milestones[${unreported.id}].reports`])
})

it('reads withheld words as the log has them, however the page marks them', () => {
  const marked = html.replace(
    /(<h1[^>]*>)Train 12,000/,
    '$1Train <span class="withheld" lang="en" dir="ltr">withheld</span>',
  )
  expect(paths(marked, { ...record, title: record.title.replace('12,000', '█') })).toEqual([])
  expect(paths(marked, { ...record, title: record.title.replace('12,000', '██') })).toEqual([])
  expect(paths(marked)).toEqual(['title'])
})

it('shows a title in English where there is a translation', () => {
  const [one, two] = record.milestones
  const french = { ...one!, title: 'En français', translations: { en: one!.title } }
  const of = {
    ...record,
    lang: 'fr',
    milestones: [french, { ...two!, translations: { en: two!.title } }],
  }
  expect(paths(html, of)).toEqual([])
})
