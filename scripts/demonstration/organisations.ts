import { registerOrganisationInput } from '#app/domain/organisations/organisation.ts'
import { acceptInvitation } from '#app/use-cases/organisations/accept-invitation.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'

import type { DemoOrganisation, DemoPerson } from './shape.ts'
import { granted, type Stage } from './stage.ts'

/** The first focal point registers an organisation; everybody else is invited and joins. */
export function stageOrganisations(
  stage: Stage,
  organisations: readonly DemoOrganisation[],
  people: readonly DemoPerson[],
) {
  for (const organisation of organisations) {
    const { key, registeredAt, decision, suspension } = organisation
    const founder = people.find((one) =>
      one.roles.some((place) => place.organisation === key && place.role === 'focal-point'),
    )
    if (!founder) throw new Error(`nobody can register "${key}"`)

    stage.on(registeredAt, 'register', async (now) => {
      const input = registerOrganisationInput.parse({
        name: organisation.names[organisation.lang],
        lang: organisation.lang,
        nameInEnglish: organisation.names['en'] ?? '',
        group: organisation.group,
        country: organisation.country ?? '',
        website: organisation.website,
        identifierScheme: schemeOf(organisation.externalId?.scheme),
        identifier: organisation.externalId?.code ?? '',
        identityCheck: organisation.identityCheck,
      })
      const acting = await stage.as(founder.key, now)
      const made = granted(`register ${key}`, await registerOrganisation(acting, input, true))
      stage.ids.set(key, made.organisation.id)
    })

    if (decision)
      stage.on(decision.at, 'decide', async (now) => {
        const move = organisation.state === 'refused' ? 'refuse' : 'verify'
        const acting = await stage.as(decision.by, now)
        const reason = decision.reason ?? ''
        granted(`decide ${key}`, await decideOrganisation(acting, stage.id(key), move, reason))
      })
    if (suspension)
      stage.on(suspension.at, 'suspend', async (now) => {
        const acting = await stage.as(suspension.by, now)
        granted(
          `suspend ${key}`,
          await decideOrganisation(acting, stage.id(key), 'suspend', suspension.reason),
        )
      })
    for (const person of people)
      for (const place of person.roles)
        if (place.organisation === key && person !== founder)
          stage.on(place.since, 'join', async (now) => {
            const { token } = granted(
              `invite ${person.key}`,
              await inviteMember(
                await stage.as(founder.key, now),
                stage.id(key),
                { email: person.email, role: place.role },
                'en',
              ),
            )
            granted(
              `join ${person.key}`,
              await acceptInvitation(await stage.as(person.key, now), token),
            )
          })
  }
}

function schemeOf(scheme: string | undefined): '' | 'org-id' | 'ror' | 'lei' {
  if (scheme === undefined) return ''
  const known = scheme.toLowerCase()
  return known === 'ror' || known === 'lei' ? known : 'org-id'
}
