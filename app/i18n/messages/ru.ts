import type { Translation } from './en.ts'
import { account } from './ru/account.ts'
import { api } from './ru/api.ts'
import { charts } from './ru/charts.ts'
import { common } from './ru/common.ts'
import { coverage } from './ru/coverage.ts'
import { data } from './ru/data.ts'
import { downloads } from './ru/downloads.ts'
import { factors } from './ru/factors.ts'
import { limits } from './ru/limits.ts'
import { log } from './ru/log.ts'
import { mails } from './ru/mails.ts'
import { passkeys } from './ru/passkeys.ts'
import { places } from './ru/places.ts'
import { privacy } from './ru/privacy.ts'
import { publicPages } from './ru/public.ts'
import { rubric } from './ru/rubric.ts'
import { search } from './ru/search.ts'
import { time } from './ru/time.ts'
import { withheld } from './ru/withheld.ts'

export const ru: Translation = {
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
