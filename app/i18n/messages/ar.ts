import { account } from './ar/account.ts'
import { api } from './ar/api.ts'
import { charts } from './ar/charts.ts'
import { common } from './ar/common.ts'
import { coverage } from './ar/coverage.ts'
import { data } from './ar/data.ts'
import { downloads } from './ar/downloads.ts'
import { factors } from './ar/factors.ts'
import { limits } from './ar/limits.ts'
import { log } from './ar/log.ts'
import { mails } from './ar/mails.ts'
import { passkeys } from './ar/passkeys.ts'
import { places } from './ar/places.ts'
import { privacy } from './ar/privacy.ts'
import { publicPages } from './ar/public.ts'
import { rubric } from './ar/rubric.ts'
import { search } from './ar/search.ts'
import { time } from './ar/time.ts'
import { withheld } from './ar/withheld.ts'
import type { Translation } from './en.ts'

export const ar: Translation = {
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
