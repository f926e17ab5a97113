import { account } from './en/account.ts'
import { codes } from './en/codes.ts'
import { common } from './en/common.ts'
import { coordinator } from './en/coordinator.ts'
import { desk } from './en/desk.ts'
import { mails } from './en/mails.ts'
import { publicPages } from './en/public.ts'

/** The catalogue. English is complete; every other language falls back to it, key by key. */
export const en = {
  ...common,
  ...publicPages,
  ...desk,
  ...coordinator,
  ...account,
  ...codes,
  ...mails,
}

export type MessageKey = keyof typeof en
export type Translation = Partial<Record<MessageKey, string>>
