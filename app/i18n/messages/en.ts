import { account } from './en/account.ts'
import { api } from './en/api.ts'
import { audit } from './en/audit.ts'
import { charts } from './en/charts.ts'
import { codes } from './en/codes.ts'
import { commitment } from './en/commitment.ts'
import { common } from './en/common.ts'
import { coordinator } from './en/coordinator.ts'
import { coverage } from './en/coverage.ts'
import { data } from './en/data.ts'
import { desk } from './en/desk.ts'
import { downloads } from './en/downloads.ts'
import { factors } from './en/factors.ts'
import { limits } from './en/limits.ts'
import { log } from './en/log.ts'
import { mails } from './en/mails.ts'
import { organisation } from './en/organisation.ts'
import { passkeys } from './en/passkeys.ts'
import { places } from './en/places.ts'
import { privacy } from './en/privacy.ts'
import { publicPages } from './en/public.ts'
import { redactions } from './en/redactions.ts'
import { registering } from './en/registering.ts'
import { reporting } from './en/reporting.ts'
import { rubric } from './en/rubric.ts'
import { search } from './en/search.ts'
import { time } from './en/time.ts'
import { withheld } from './en/withheld.ts'

/** The catalogue. English is complete; every other language falls back to it, key by key. */
export const en = {
  ...common,
  ...time,
  ...charts,
  ...publicPages,
  ...privacy,
  ...downloads,
  ...api,
  ...coverage,
  ...places,
  ...rubric,
  ...search,
  ...factors,
  ...limits,
  ...log,
  ...data,
  ...desk,
  ...organisation,
  ...registering,
  ...commitment,
  ...reporting,
  ...coordinator,
  ...redactions,
  ...account,
  ...passkeys,
  ...audit,
  ...codes,
  ...mails,
  ...withheld,
}

export type MessageKey = keyof typeof en
export type Translation = Partial<Record<MessageKey, string>>
