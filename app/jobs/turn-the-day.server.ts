import type { Database } from '#app/db/client.server.ts'
import { turnTheDay as turnTheDayNow } from '#app/use-cases/accountability/turn-the-day.server.ts'

export const turnTheDay = (db: Database) => ({
  name: 'turn-the-day',
  when: '5 0 0 * * *',
  run: (now: Date) => turnTheDayNow({ db, now }),
})
