import type { Translation } from './en.ts'
import { account } from './es/account.ts'
import { api } from './es/api.ts'
import { charts } from './es/charts.ts'
import { common } from './es/common.ts'
import { coverage } from './es/coverage.ts'
import { data } from './es/data.ts'
import { downloads } from './es/downloads.ts'
import { factors } from './es/factors.ts'
import { limits } from './es/limits.ts'
import { log } from './es/log.ts'
import { mails } from './es/mails.ts'
import { passkeys } from './es/passkeys.ts'
import { places } from './es/places.ts'
import { privacy } from './es/privacy.ts'
import { publicPages } from './es/public.ts'
import { rubric } from './es/rubric.ts'
import { search } from './es/search.ts'
import { time } from './es/time.ts'
import { withheld } from './es/withheld.ts'

export const es: Translation = {
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
