import { expect, it } from 'vitest'

import { mails } from '#app/db/schema/acts.ts'
import { tryLetterAgain } from '#app/use-cases/mails/try-letter-again.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, NOW, world } from '#tests/support/world.ts'

it('puts a letter back that was given up, once, for an administrator', async () => {
  const w = await world()
  await w.db.delete(mails)
  const letter = { id: 'mal_1', to: 'a@example.org', subject: 'A', text: 'A', locale: 'en' }
  const failed = { attempts: 8, lastError: 'no route', gaveUpAt: NOW }
  await w.db.insert(mails).values({ ...letter, ...failed, createdAt: NOW })
  const people = ['stranger', 'partner', 'coordinator', 'conflicted'] as const
  const each = await refusals(w, people, (acting) => tryLetterAgain(acting, 'mal_1'))
  expect(new Set(Object.values(each))).toEqual(new Set(['administrator-only']))

  granted(await tryLetterAgain(w.as(w.administrator), 'mal_1'))
  expect(await w.db.select().from(mails)).toMatchObject([
    { attempts: 0, nextAttemptAt: null, gaveUpAt: null, lastError: 'no route' },
  ])
  expect(await lastAct(w.db)).toMatchObject({ kind: 'letter.tried-again', subject: 'mal_1' })
  for (const id of ['mal_1', 'mal_none'])
    expect(await refused(w.db, () => tryLetterAgain(w.as(w.administrator), id))).toMatch(/^letter-/)
})
