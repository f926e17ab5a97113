import { expect, it } from 'vitest'

import { writing } from '#app/db/transaction.server.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { sortPackage } from '#app/use-cases/imports/sort-package.server.ts'
import { published, submitted, world } from '#tests/support/world.ts'

it('tells what is new, what is here, what differs here and what stands in the way', async () => {
  const w = await world()
  const here = await published(w)
  const draft = await submitted(w)
  const terms = here.terms as Terms
  const { milestones } = terms
  const packaged = (changes: object, said: Terms = terms) => ({
    row: { file: 'commitments.csv', row: 2, cells: {}, values: {} },
    ...{ id: here.id, number: here.number ?? '', declaration: 'qd2015', leadId: w.organisationId },
    ...{ externalId: null, withdrawn: null },
    provenance: { title: '', publisher: '', licence: '', notice: '' },
    versions: [{ terms: said, reason: '', changes: [] }],
    ...changes,
  })
  const elsewhere = { ...terms, milestones: milestones.map((one) => ({ ...one, id: 'mls_far' })) }
  const sorted = (one: ReturnType<typeof packaged>) =>
    writing(w.db, async (tx) => {
      const { publishing, differing, problems } = await sortPackage(tx, [one])
      return [publishing.length, differing.length, problems.map(({ code }) => code)]
    })
  const fresh = { id: 'cmt_far', number: 'QD-2020-0001' }
  expect(await sorted(packaged(fresh, elsewhere))).toEqual([1, 0, []])
  expect(await sorted(packaged({}))).toEqual([0, 0, []])
  expect(await sorted(packaged({}, { ...terms, title: 'Another' }))).toEqual([0, 1, []])
  expect(await sorted(packaged({ leadId: w.otherOrganisationId }))).toEqual([0, 1, []])
  // A number, an id, or a milestone that is something else's here; also a draft's.
  const taken = [0, 0, ['number-taken']]
  expect(await sorted(packaged({ id: 'cmt_far' }, elsewhere))).toEqual(taken)
  expect(await sorted(packaged({ number: 'QD-2020-0001' }, elsewhere))).toEqual(taken)
  expect(await sorted(packaged({ ...fresh, id: draft.id }, elsewhere))).toEqual(taken)
  expect(await sorted(packaged(fresh))).toEqual([1, 0, ['number-taken']])
})
