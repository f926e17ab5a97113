import { actInRole, type Act, type Json } from '../acts/act.ts'
import { toldField, type ToldFrom } from '../acts/told.ts'
import type { Provenance } from '../commitments/commitment.ts'
import type { Declaration } from '../declarations/declaration.ts'
import { openDeclaration } from '../declarations/opening.ts'
import { decideOrganisation, type Organisation } from '../organisations/organisation.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { refusedImport } from './apply-import.ts'
import type { PackagedCommitment } from './package-commitment.ts'
import type { PackagedOrganisation } from './package-organisation.ts'
import { saidHere, type Saying } from './told-record.ts'

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json
const alsoSaying = (act: Act, fields: Act['fields']): Act => ({
  ...act,
  fields: { ...act.fields, ...fields },
})

/** A declaration of another register is opened here, and when it was opened there is told. */
export function openPackaged(
  { declaration, openedAt }: { declaration: Declaration; openedAt: string },
  from: ToldFrom,
  actor: Actor,
  now: Date,
) {
  const opened = openDeclaration(declaration, actor, now)
  if (!opened.ok) return opened
  return ok({ declaration, openedAt, act: alsoSaying(opened.value.act, toldField(from, openedAt)) })
}

/** An organisation of another register enters verified, as any import's does, its source told. */
export function bringInPackaged(
  { organisation: asked, externalId, joinedAt }: PackagedOrganisation,
  provenance: Provenance,
  from: ToldFrom,
  actor: Actor,
  now: Date,
) {
  const refused = refusedImport(actor, [asked.id], now)
  if (refused) return refuse(refused)
  const verified = decideOrganisation(asked, actor, 'verify', '', now)
  if (!verified.ok) return verified
  const said = { provenance: plain(provenance), ...(externalId === null ? {} : { externalId }) }
  const { organisation, act } = verified.value
  return ok({
    organisation,
    registration: actInRole('org.registered', asked.id, actor, 'coordinator', now, {
      fields: said,
    }),
    verification: alsoSaying(act, { ...said, ...toldField(from, joinedAt) }),
  })
}

/**
 * A commitment of another register enters as that one tells it: everything that was done to it there,
 * each thing an act of today by the coordinator who imports, who answers for telling it. When and
 * where it was done stands in each of them, and nobody is made to have acted here who did not.
 * @returns the acts in the order of the sayings, the publication first
 */
export function tellPackaged(
  { id, number, leadId, partners, sayings }: PackagedCommitment & { sayings: readonly Saying[] },
  lead: Pick<Organisation, 'id' | 'state'>,
  from: ToldFrom,
  actor: Actor,
  now: Date,
) {
  const parties = [leadId, ...partners.map(({ organisation }) => organisation)]
  const refused = refusedImport(actor, parties, now)
  if (refused) return refuse(refused)
  if (lead.state !== 'verified') return refuse('organisation-not-verified')
  const [published, ...later] = sayings.map((saying): Act => {
    const { kind, subject, clauses } = saying
    const fields = saidHere(saying, from)
    return actInRole(kind, subject, actor, 'coordinator', now, {
      commitmentId: id,
      clauses,
      fields,
    })
  })
  if (!published) throw new Error(`nothing is told of ${number}`)
  return ok({ published, later })
}
