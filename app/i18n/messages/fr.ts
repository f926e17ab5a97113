import type { Translation } from './en.ts'
import { account } from './fr/account.ts'
import { api } from './fr/api.ts'
import { charts } from './fr/charts.ts'
import { common } from './fr/common.ts'
import { coverage } from './fr/coverage.ts'
import { data } from './fr/data.ts'
import { downloads } from './fr/downloads.ts'
import { factors } from './fr/factors.ts'
import { limits } from './fr/limits.ts'
import { log } from './fr/log.ts'
import { mails } from './fr/mails.ts'
import { passkeys } from './fr/passkeys.ts'
import { places } from './fr/places.ts'
import { privacy } from './fr/privacy.ts'
import { publicPages } from './fr/public.ts'
import { rubric } from './fr/rubric.ts'
import { search } from './fr/search.ts'
import { time } from './fr/time.ts'
import { withheld } from './fr/withheld.ts'

export const fr: Translation = {
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
  ...account,
  ...passkeys,
  ...mails,
  ...withheld,
}
