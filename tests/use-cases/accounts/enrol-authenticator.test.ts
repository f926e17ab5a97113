import { expect, it } from 'vitest'

import {
  beginEnrolment,
  enrolAuthenticator,
  openEnrolment,
} from '#app/use-cases/accounts/enrol-authenticator.server.ts'
import { ownFactor } from '#tests/support/own-factor.ts'

it('takes a square once, and one that replaces an app only while that app is there', async () => {
  const w = await ownFactor()
  const used = { waiting: w.waiting, code: w.code(w.secret) }
  expect(await enrolAuthenticator(await w.acting(), used)).toMatchObject({ code: 'enrolment-over' })
  const [one, two] = [
    await beginEnrolment(await w.acting()),
    await beginEnrolment(await w.acting()),
  ]
  const enrol = async ({ secret, waiting }: typeof one) =>
    enrolAuthenticator(await w.acting(), { waiting, code: w.code(secret) })
  expect((await enrol(one)).ok).toBe(true)
  expect(await enrol(two)).toMatchObject({ code: 'enrolment-over' })
})

it('opens a square for its own person within half an hour', async () => {
  const w = await ownFactor()
  const { secret, waiting } = await beginEnrolment(await w.acting())
  expect(openEnrolment(await w.acting(), w.ada.id, waiting)?.secret).toEqual(secret)
  expect(openEnrolment(await w.acting(), w.eve.id, waiting)).toBeUndefined()
  w.pass(30)
  expect(openEnrolment(await w.acting(), w.ada.id, waiting)).toBeUndefined()
})
