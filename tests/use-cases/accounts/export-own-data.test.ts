import { expect, it } from 'vitest'

import { exportOwnData } from '#app/use-cases/accounts/export-own-data.server.ts'
import { knownEverywhere, MARK } from '#tests/support/known-person.ts'
import { again } from '#tests/support/people.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refused } from '#tests/support/unchanged.ts'
import { granted, world } from '#tests/support/world.ts'

it('holds every kind of thing that is kept about somebody, and nothing that opens a door', async () => {
  const w = await world()
  await knownEverywhere(w.db, w.editor.userId, w.organisationId)
  const data = granted(await exportOwnData(w.as(await again(w.db, w.editor.userId))))
  expect(data.account).toMatchObject({ name: MARK.name, email: MARK.email })
  for (const [part, rows] of Object.entries(data))
    if (part !== 'account' && part !== 'appointmentsAsCoordinator')
      expect({ part, isEmpty: Object.keys(rows).length === 0 }).toEqual({ part, isEmpty: false })
  const text = JSON.stringify(data)
  for (const secret of [
    'none',
    'f'.repeat(64),
    'token-hash-z',
    'sealed-z',
    'code-hash-z',
    'inv-hash-1',
    'challenge-z',
    'tell-nobody',
  ])
    expect(text).not.toContain(`"${secret}"`)
  expect(text).not.toContain('tell-nobody')
  expect(await lastAct(w.db)).toMatchObject({ kind: 'account.exported', entry: null })
})

it('holds nothing of anybody else', async () => {
  const w = await world()
  await knownEverywhere(w.db, w.editor.userId, w.organisationId)
  const text = JSON.stringify(granted(await exportOwnData(w.as(w.stranger))))
  for (const other of [MARK.name, MARK.email, MARK.address, w.partner.email, w.editor.userId])
    expect(text).not.toContain(other)
})

it('is for somebody who has shown their address', async () => {
  const w = await world()
  const unconfirmed = { ...w.stranger, unconfirmed: true }
  expect(await refused(w.db, () => exportOwnData(w.as(unconfirmed)))).toBe('address-not-confirmed')
})
