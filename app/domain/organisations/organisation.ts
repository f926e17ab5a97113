import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation, actInRole, type Json } from '../acts/act.ts'
import { stakeholderGroups, type StakeholderGroup } from '../declarations/declaration.ts'
import { isPlace } from '../places/m49.ts'
import type { Actor } from '../shared/actor.ts'
import { languageSchema, type LocalText } from '../shared/language.ts'
import { ok, refuse } from '../shared/result.ts'
import { typed, withoutNul, written } from '../shared/written.ts'
import {
  nextOrganisationState,
  type OrganisationMove,
  type OrganisationState,
} from './organisation-state.ts'

/** Lists an external identifier can come from: org-id lists, ROR for research, LEI for companies. */
export const identifierSchemes = ['org-id', 'ror', 'lei'] as const

export const registerOrganisationInput = z
  .object({
    name: written(2, 200),
    lang: languageSchema,
    /** The same name in English, where the first is in another language. */
    nameInEnglish: typed().trim().max(200, 'too-long').default(''),
    group: z.enum(stakeholderGroups, { error: 'missing' }),
    /** An ISO code, or empty for a worldwide body. */
    country: z
      .string()
      .trim()
      .default('')
      .refine((code) => code === '' || (code.length === 2 && isPlace(code)), 'unknown-place'),
    website: z
      .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'not-a-url' })
      .overwrite(withoutNul),
    identifierScheme: z.union([z.literal(''), z.enum(identifierSchemes)]).default(''),
    identifier: typed().trim().max(100, 'too-long').default(''),
    identityCheck: written(20, 2000),
  })
  .refine((given) => given.identifier === '' || given.identifierScheme !== '', {
    path: ['identifierScheme'],
    message: 'missing',
  })
export type RegisterOrganisationInput = z.infer<typeof registerOrganisationInput>

export type Organisation = {
  id: string
  state: OrganisationState
  names: LocalText
  lang: string
  group: StakeholderGroup
  country: string | null
  website: string
  identifier: string | null
  identityCheck: string
  /** Shown as a plain mark wherever the name is: this body does not exist. */
  invented: boolean
}

const ID = /^org_[a-z0-9]{1,40}$/
export const isOrganisationId = (text: string): boolean => ID.test(text)

export const reasonInput = z.object({
  reason: written(10, 2000),
})

export function registerOrganisation(
  id: string,
  actor: Actor,
  input: RegisterOrganisationInput,
  now: Date,
  invented = false,
) {
  const refused = refusalOf(actor, 'register-organisation', {}, now)
  if (refused) return refuse(refused)

  const names: Record<string, string> = { [input.lang]: input.name }
  if (input.nameInEnglish !== '') names['en'] ??= input.nameInEnglish
  const organisation: Organisation = {
    id,
    state: 'registered',
    names,
    lang: input.lang,
    group: input.group,
    country: input.country === '' ? null : input.country,
    website: input.website,
    identifier: input.identifier === '' ? null : `${input.identifierScheme}:${input.identifier}`,
    identityCheck: input.identityCheck,
    invented,
  }
  return ok({ organisation, act: actForOrganisation('org.registered', id, actor, id, now) })
}

/** What the public is told of an organisation when a coordinator has verified it. */
export const organisationFields = (organisation: Organisation): Record<string, Json> => ({
  names: { ...organisation.names },
  lang: organisation.lang,
  group: organisation.group,
  country: organisation.country ?? 'worldwide',
  website: organisation.website,
  ...(organisation.identifier ? { identifier: organisation.identifier } : {}),
  ...(organisation.invented ? { invented: true } : {}),
})

const kinds = {
  verify: 'org.verified',
  refuse: 'org.refused',
  suspend: 'org.suspended',
  reinstate: 'org.reinstated',
} as const

/** A coordinator's decision about an organisation; all but verifying need a reason. */
export function decideOrganisation(
  organisation: Organisation,
  actor: Actor,
  move: OrganisationMove,
  reason: string,
  now: Date,
) {
  const refused = refusalOf(actor, 'decide-organisation', { partyIds: [organisation.id] }, now)
  if (refused) return refuse(refused)
  const state = nextOrganisationState(organisation.state, move)
  if (!state) return refuse('organisation-move-not-allowed')
  if (move !== 'verify' && reason.trim() === '') return refuse('reason-needed')

  const fields = move === 'verify' ? organisationFields(organisation) : { reason }
  const act = actInRole(kinds[move], organisation.id, actor, 'coordinator', now, { fields })
  return ok({ organisation: { ...organisation, state }, act })
}
