import type { Translation } from './en.ts'
import { account } from './ru/account.ts'
import { common } from './ru/common.ts'
import { log } from './ru/log.ts'
import { mails } from './ru/mails.ts'
import { publicPages } from './ru/public.ts'
import { withheld } from './ru/withheld.ts'

export const ru: Translation = {
  ...common,
  ...publicPages,
  ...log,
  ...account,
  ...mails,
  ...withheld,
}
