import type { Translation } from './en.ts'
import { account } from './fr/account.ts'
import { common } from './fr/common.ts'
import { log } from './fr/log.ts'
import { mails } from './fr/mails.ts'
import { publicPages } from './fr/public.ts'
import { withheld } from './fr/withheld.ts'

export const fr: Translation = {
  ...common,
  ...publicPages,
  ...log,
  ...account,
  ...mails,
  ...withheld,
}
