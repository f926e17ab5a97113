import { expect, it } from 'vitest'

import { writing } from '#app/db/transaction.server.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { instantOf } from '#app/domain/open-data/public-commitment.ts'
import { sortPackage } from '#app/use-cases/imports/sort-package.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { packaged, packagedReport, told } from '#tests/support/packaged.ts'
import { granted, NOW, published, submitted, world } from '#tests/support/world.ts'

it('tells what is new, what is here, what differs here and what stands in the way', async () => {
  const w = await world()
  const here = await published(w, {}, NOW)
  const draft = await submitted(w)
  const terms = here.terms as Terms
  const { milestones } = terms
  const at = instantOf(NOW)
  const packagedHere = (changes: object, said: Terms = terms) =>
    told(
      packaged({
        ...{ id: here.id, number: here.number ?? '', leadId: w.organisationId, publishedAt: at },
        versions: [{ terms: said, at, reason: '', changes: [] }],
        ...changes,
      }),
    )
  const elsewhere = { ...terms, milestones: milestones.map((one) => ({ ...one, id: 'mls_far' })) }
  const sorted = (one: ReturnType<typeof told>) =>
    writing(w.db, async (tx) => {
      const { publishing, differing, problems } = await sortPackage(tx, [one])
      return [publishing.length, differing.length, problems.map(({ code }) => code)]
    })
  const fresh = { id: 'cmt_far', number: 'QD-2020-0001' }
  expect(await sorted(packagedHere(fresh, elsewhere))).toEqual([1, 0, []])
  expect(await sorted(packagedHere({}))).toEqual([0, 0, []])
  expect(await sorted(packagedHere({}, { ...terms, title: 'Another' }))).toEqual([0, 1, []])
  expect(await sorted(packagedHere({ leadId: w.otherOrganisationId }))).toEqual([0, 1, []])
  // What was reported there since, or what became of it.
  const reported = packagedReport({ milestoneId: milestones[0]?.id ?? '' })
  expect(await sorted(packagedHere({ reports: [reported] }))).toEqual([0, 1, []])
  const withdrawal = { at, reason: 'No money.' }
  expect(await sorted(packagedHere({ state: 'withdrawn', withdrawal }))).toEqual([0, 1, []])
  // A number, an id, or a milestone that is something else's here; also a draft's.
  const taken = [0, 0, ['number-taken']]
  expect(await sorted(packagedHere({ id: 'cmt_far' }, elsewhere))).toEqual(taken)
  expect(await sorted(packagedHere({ number: 'QD-2020-0001' }, elsewhere))).toEqual(taken)
  expect(await sorted(packagedHere({ ...fresh, id: draft.id }, elsewhere))).toEqual(taken)
  expect(await sorted(packagedHere(fresh))).toEqual([1, 0, ['number-taken']])
  const { report } = granted(await draftReport(w.as(w.partner), milestones[0]?.id ?? ''))
  const theirs = packagedReport({ milestoneId: 'mls_far', id: report.id })
  expect(await sorted(packagedHere({ ...fresh, reports: [theirs] }, elsewhere))).toEqual([
    ...[1, 0],
    ['number-taken'],
  ])
})
