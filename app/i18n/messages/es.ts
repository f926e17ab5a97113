import type { Translation } from './en.ts'
import { account } from './es/account.ts'
import { common } from './es/common.ts'
import { log } from './es/log.ts'
import { mails } from './es/mails.ts'
import { publicPages } from './es/public.ts'
import { withheld } from './es/withheld.ts'

export const es: Translation = {
  ...common,
  ...publicPages,
  ...log,
  ...account,
  ...mails,
  ...withheld,
}
