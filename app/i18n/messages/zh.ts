import type { Translation } from './en.ts'
import { account } from './zh/account.ts'
import { api } from './zh/api.ts'
import { charts } from './zh/charts.ts'
import { common } from './zh/common.ts'
import { coverage } from './zh/coverage.ts'
import { data } from './zh/data.ts'
import { downloads } from './zh/downloads.ts'
import { factors } from './zh/factors.ts'
import { limits } from './zh/limits.ts'
import { log } from './zh/log.ts'
import { mails } from './zh/mails.ts'
import { passkeys } from './zh/passkeys.ts'
import { places } from './zh/places.ts'
import { privacy } from './zh/privacy.ts'
import { publicPages } from './zh/public.ts'
import { rubric } from './zh/rubric.ts'
import { search } from './zh/search.ts'
import { time } from './zh/time.ts'
import { withheld } from './zh/withheld.ts'

export const zh: Translation = {
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
