import { account } from './ar/account.ts'
import { common } from './ar/common.ts'
import { log } from './ar/log.ts'
import { mails } from './ar/mails.ts'
import { publicPages } from './ar/public.ts'
import { withheld } from './ar/withheld.ts'
import type { Translation } from './en.ts'

export const ar: Translation = {
  ...common,
  ...publicPages,
  ...log,
  ...account,
  ...mails,
  ...withheld,
}
