import { beforeAll, expect, it } from 'vitest'

import { logHead } from '#app/db/read/log-head.server.ts'
import {
  commitmentData,
  commitmentsData,
  declarationData,
  declarationsData,
  organisationData,
  organisationsData,
} from '#app/db/read/open-data.server.ts'
import { base64, fromHex } from '#app/domain/ledger/bytes.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { proposedInSecret, SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import {
  drafted,
  granted,
  NOW,
  published,
  submitted,
  TODAY,
  underReview,
  world,
} from '#tests/support/world.ts'

const all = { after: '', limit: 200 }
let full: FullRecord
beforeAll(async () => {
  full = await fullRecord()
})

it('says of every state of the world what the log says', async () => {
  expect(await checkReplay(full.db, NOW)).toBe(5)
  const w = await world()
  expect(await checkReplay(w.db, NOW)).toBe(3)
  await drafted(w)
  await submitted(w)
  expect(await checkReplay(w.db, NOW)).toBe(3)
  await underReview(w, await published(w))
  expect(await checkReplay(w.db, NOW)).toBe(4)
  const suspend = decideOrganisation(
    w.as(w.coordinator),
    w.organisationId,
    'suspend',
    'Its site was taken over.',
  )
  granted(await suspend)
  expect(await checkReplay(w.db, NOW)).toBe(4)
  expect((await organisationData(w.db, w.organisationId))?.organisation).toMatchObject({
    state: 'suspended',
    suspendedReason: 'Its site was taken over.',
  })
})

it('has nothing of what is nobody’s business', async () => {
  for (const { db, number } of [await worldWithSecrets(), await proposedInSecret()]) {
    const said = JSON.stringify([
      await commitmentsData(db, all, NOW),
      await organisationsData(db, all),
      await declarationsData(db),
      await commitmentData(db, number, NOW),
    ])
    expect(said).toContain(number)
    expect(said).not.toContain(SECRET)
    expect(said).not.toMatch(/usr_|2999\.5|identityCheck|storedName|fileName/)
    await checkReplay(db, NOW)
  }
})

it('has no record that is not public', async () => {
  const w = await world()
  const draft = await drafted(w)
  expect(await commitmentData(w.db, draft.id, NOW)).toBeUndefined()
  expect(await commitmentData(w.db, '', NOW)).toBeUndefined()
  expect(await commitmentData(w.db, 'QD-2026-9999', NOW)).toBeUndefined()
  expect(await organisationData(w.db, 'org_none')).toBeUndefined()
  expect(await declarationData(w.db, 'none')).toBeUndefined()
  expect((await commitmentsData(w.db, all, NOW)).commitments).toEqual([])
})

it('names the log it was made from, and the day', async () => {
  const head = await logHead(full.db)
  const log = { size: head.size, root: base64(fromHex(head.rootHash)) }
  expect(await commitmentsData(full.db, all, NOW)).toMatchObject({ log, today: TODAY })
  expect(await commitmentData(full.db, full.number, NOW)).toMatchObject({ log, today: TODAY })
  expect(await organisationsData(full.db, all)).toMatchObject({ log })
  expect(await declarationsData(full.db)).toMatchObject({ log })
  expect(await declarationData(full.db, 'qd2015')).toMatchObject({ log })
})

it('is read page by page in the order of numbers and ids', async () => {
  const { db, number, other } = full
  const pages = async (limit: number) => {
    const seen: string[] = []
    for (let last = ''; ;) {
      const { commitments } = await commitmentsData(db, { after: last, limit }, NOW)
      if (commitments.length === 0) return seen
      expect(commitments.length).toBeLessThanOrEqual(limit)
      seen.push(...commitments.map((one) => one.number))
      last = seen.at(-1) ?? ''
    }
  }
  expect(await pages(1)).toEqual([number, other.number])
  expect(await pages(200)).toEqual([number, other.number])
  const { organisations } = await organisationsData(db, all)
  const ids = organisations.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted())
  const rest = await organisationsData(db, { after: ids[0]!, limit: 1 })
  expect(rest.organisations.map(({ id }) => id)).toEqual([ids[1]])
})

it('reads no whole table', async () => {
  const { db, number, w } = full
  const plans = await plansOf(db, async () => {
    await commitmentData(db, number, NOW)
    await commitmentsData(db, all, NOW)
    await organisationData(db, w.organisationId)
    await organisationsData(db, all)
  })
  expect(growing(plans)).toEqual([])
})
