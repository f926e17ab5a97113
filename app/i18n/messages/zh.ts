import type { Translation } from './en.ts'
import { account } from './zh/account.ts'
import { common } from './zh/common.ts'
import { log } from './zh/log.ts'
import { mails } from './zh/mails.ts'
import { publicPages } from './zh/public.ts'
import { withheld } from './zh/withheld.ts'

export const zh: Translation = {
  ...common,
  ...publicPages,
  ...log,
  ...account,
  ...mails,
  ...withheld,
}
