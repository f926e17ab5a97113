import type { Mailer } from '#app/adapters/mail/mailer.ts'
import type { Database } from '#app/db/client.server.ts'
import { deliverMails } from '#app/use-cases/mails/deliver-mails.server.ts'

export const deliverMail = (db: Database, mailer: Mailer, origin: string) => ({
  name: 'deliver-mail',
  when: '*/15 * * * * *',
  run: (now: Date) => deliverMails({ db, now, mailer, origin }),
})
