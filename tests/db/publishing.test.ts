import { expect, it } from 'vitest'

import { publishingStop, PublishingStopped, stopPublishing } from '#app/db/publishing.server.ts'
import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { drafted, submitted, world } from '#tests/support/world.ts'

const reason = { code: 'entries-missing', signed: 9, held: 5 } as const

it('refuses what the public would read, takes private work, and touches no other register', async () => {
  const [w, other] = [await world(), await world()]
  const waiting = await submitted(w)
  stopPublishing(w.db, reason)

  const publishing = () => publishCommitment(w.as(w.coordinator), waiting.id)
  const error: unknown = await unchanged(w.db, () =>
    publishing().catch((thrown: unknown) => thrown),
  )
  expect(error).toBeInstanceOf(PublishingStopped)
  expect(error).toBeInstanceOf(DatabaseUnavailable)
  expect(error).toMatchObject({ reason, retryAfterSeconds: 600 })
  expect((await drafted(w)).state).toBe('draft')

  const { id } = await submitted(other)
  expect(await publishCommitment(other.as(other.coordinator), id)).toMatchObject({ ok: true })
})

it('keeps the first reason', async () => {
  const { db } = await world()
  expect(publishingStop(db)).toBeUndefined()
  stopPublishing(db, reason)
  stopPublishing(db, { code: 'history-differs', signed: 3, held: 5 })
  expect(publishingStop(db)).toEqual(reason)
})
