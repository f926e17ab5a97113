import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { milestones } from '#app/db/schema/milestones.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { drafted, granted, published, submitted, terms, world } from '#tests/support/world.ts'

const [milestone] = terms().milestones
const { id: _id, ...typed } = milestone!

it('keeps the answers of one step and leaves the others', async () => {
  const w = await world()
  const { id } = await drafted(w)
  granted(await editCommitment(w.as(w.editor), id, { title: 'Train them all' }))
  const row = await w.db.select().from(commitments).where(eq(commitments.id, id)).get()
  expect(row).toMatchObject({
    state: 'draft',
    title: 'Train them all',
    clause: 'qd2015/quality/2',
    updatedBy: w.editor.userId,
    terms: { title: 'Train them all', beneficiaryCount: 12_000 },
  })
  expect(await lastAct(w.db)).toMatchObject({ kind: 'commitment.edited', subject: id, entry: null })
})

it('gives each milestone an id of its own, and keeps it from then on', async () => {
  const w = await world()
  const draft = await drafted(w)
  const [first] = draft.terms.milestones!
  const { commitment } = granted(
    await editCommitment(w.as(w.editor), draft.id, {
      milestones: [
        { ...typed, title: 'Second' },
        { ...first!, title: 'First, longer' },
      ],
    }),
  )
  const ids = commitment.terms.milestones!.map(({ id }) => id)
  expect(ids[1]).toBe(first!.id)
  expect(new Set(ids).size).toBe(2)
  expect(ids.every((id) => /^mls_[a-z0-9]+$/.test(id))).toBe(true)
})

it('takes no milestone’s id from another commitment, and none twice', async () => {
  const w = await world()
  const theirs = await published(w)
  const [stolen] = theirs.terms.milestones!
  const draft = await drafted(w)
  const [own] = draft.terms.milestones!
  const { commitment } = granted(
    await editCommitment(w.as(w.partner), draft.id, {
      milestones: [stolen!, own!, { ...own!, title: 'The same id again' }],
    }),
  )
  const ids = commitment.terms.milestones!.map(({ id }) => id)
  expect(ids).not.toContain(stolen!.id)
  expect(ids[1]).toBe(own!.id)
  expect(new Set(ids).size).toBe(3)
  expect(await w.db.select({ id: milestones.id }).from(milestones)).toEqual([{ id: stolen!.id }])
})

it('tells the public nothing', async () => {
  const w = await world()
  const before = await countActs(w.db)
  await drafted(w)
  const after = await countActs(w.db)
  expect(after).toEqual({ all: before.all + 2, public: before.public })
})

it('is for members of the lead while the draft is theirs', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  const edit = { title: 'Mine now' }
  expect(await refusals(w, people, (acting) => editCommitment(acting, id, edit))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
  const handedIn = await submitted(w)
  expect(await refused(w.db, () => editCommitment(w.as(w.partner), handedIn.id, edit))).toBe(
    'commitment-not-editable',
  )
})

it('wants a commitment, clauses and places that exist', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const edit = (of: string, answers: Parameters<typeof editCommitment>[2]) =>
    refused(w.db, () => editCommitment(w.as(w.partner), of, answers))
  expect(await edit('cmt_none', {})).toBe('commitment-missing')
  expect(await edit(id, { clause: 'qd2015/none/1' })).toBe('unknown-clause')
  expect(await edit(id, { places: ['XX'] })).toBe('unknown-place')
  // Stands where words were withheld, and nothing of a draft ever was.
  expect(await edit(id, { title: 'Teachers of █' })).toBe('withheld-sign')
})
