import { expect, it } from 'vitest'

import { checkPassword } from '#app/use-cases/accounts/check-password.server.ts'
import { PASSWORD, savePerson } from '#tests/support/accounts.ts'
import { freshDatabase } from '#tests/support/database.ts'

const refused = { ok: false, code: 'wrong-credentials' }

it('knows who it is by the right password only', async () => {
  const db = await freshDatabase()
  const ada = await savePerson(db, 'ada')
  const tried = (password: string) => checkPassword(db, { email: ada.email, password })
  expect(await tried(PASSWORD)).toMatchObject({ ok: true, value: { userId: ada.id } })
  expect(await tried(`${PASSWORD} `)).toEqual(refused)
  expect(await tried('')).toEqual(refused)
})

it('takes as long for an unknown address as for a known one', async () => {
  const db = await freshDatabase()
  const ada = await savePerson(db, 'ada')
  const timed = async (email: string) => {
    const times: number[] = []
    for (let i = 0; i < 9; i += 1) {
      const started = performance.now()
      expect(await checkPassword(db, { email, password: 'wrong' })).toEqual(refused)
      times.push(performance.now() - started)
    }
    return times.toSorted((a, b) => a - b)[2] ?? 0
  }
  await timed('warm@example.org')
  const [known, unknown] = [await timed(ada.email), await timed('who@example.org')]
  expect(unknown).toBeGreaterThan(known / 2)
})
