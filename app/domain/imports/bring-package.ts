import { actInRole, type Act, type Json } from '../acts/act.ts'
import { amendmentFields, type Change } from '../commitments/amendment.ts'
import {
  clausesOfTerms,
  commitmentFields,
  type Commitment,
  type Provenance,
} from '../commitments/commitment.ts'
import type { Terms } from '../commitments/terms.ts'
import { decideOrganisation, type Organisation } from '../organisations/organisation.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { refusedImport } from './apply-import.ts'
import type { PackagedCommitment } from './package-commitment.ts'
import type { PackagedOrganisation } from './package-organisation.ts'

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json

/** An organisation of another register enters verified, as any import's does, its source told. */
export function bringInPackaged(
  { organisation: asked, externalId }: PackagedOrganisation,
  provenance: Provenance,
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
    verification: { ...act, fields: { ...act.fields, ...said } },
  })
}

type Public = Commitment & { number: string; terms: Terms }
/** What becomes of a commitment in one act. */
export type PackagedStep = { commitment: Public; changes: Change[]; reason: string; act: Act }

/**
 * A commitment of another register enters as that one tells it: published, amended once for each
 * later version, withdrawn if it was. Each is an act of the coordinator who imports, of today, and
 * the record says where it comes from.
 */
export function publishPackaged(
  packaged: PackagedCommitment,
  lead: Pick<Organisation, 'id' | 'state' | 'group' | 'invented'>,
  actor: Actor,
  now: Date,
) {
  const refused = refusedImport(actor, [lead.id], now)
  if (refused) return refuse(refused)
  if (lead.state !== 'verified') return refuse('organisation-not-verified')
  const { id, number, declaration, externalId, provenance, versions, withdrawn } = packaged
  const [first, ...later] = versions
  if (!first) throw new Error(`${number} has no version`)
  const commitment: Public = {
    id,
    number,
    declaration,
    state: 'published',
    version: 1,
    leadId: lead.id,
    terms: first.terms,
    parties: [],
    externalId,
    provenance,
  }
  const said = (kind: 'published' | 'amended' | 'withdrawn', one: Public, fields: Act['fields']) =>
    actInRole(`commitment.${kind}`, id, actor, 'coordinator', now, {
      commitmentId: id,
      clauses: clausesOfTerms(one.terms),
      fields,
    })
  const published: PackagedStep = {
    commitment,
    changes: [],
    reason: '',
    act: said('published', commitment, commitmentFields(number, lead, first.terms, commitment)),
  }
  const amended = later.map(({ terms, reason, changes }, place): PackagedStep => {
    const one: Public = { ...commitment, version: place + 2, terms }
    const fields = amendmentFields(one.version, reason, changes, terms.milestones)
    return { commitment: one, changes, reason, act: said('amended', one, fields) }
  })
  const last = amended.at(-1)?.commitment ?? commitment
  const ended: Public = { ...last, state: 'withdrawn' }
  const withdrawal: PackagedStep | undefined =
    withdrawn === null
      ? undefined
      : {
          commitment: ended,
          changes: [],
          reason: withdrawn,
          act: said('withdrawn', ended, { reason: withdrawn }),
        }
  return ok({ published, amended, withdrawal })
}
