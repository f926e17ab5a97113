import type { PublicCommitment } from '../open-data/commitment.ts'
import type { PublicDeclaration } from '../open-data/declaration.ts'
import type { PublicOrganisation } from '../open-data/organisation.ts'
import { publicCommitment, shownOf } from '../open-data/public-commitment.ts'
import type { Day } from '../shared/dates.ts'
import type { OpenedAct, Replayed, ReplayProblem } from './opened-act.ts'
import { commitmentFromActs } from './replay-commitment.ts'
import { declarationFromActs } from './replay-declaration.ts'
import { organisationFromActs } from './replay-organisation.ts'

/**
 * The public register being rebuilt from its log, one act after another. It holds what each record's
 * acts say, so its size is that of the public record itself.
 */
export type Replay = {
  /** Read as soon as they are opened: every commitment asks for its declaration's settings. */
  declarations: Map<string, { acts: OpenedAct[]; made: Replayed<PublicDeclaration> }>
  organisations: Map<string, OpenedAct[]>
  commitments: Map<string, OpenedAct[]>
  /** Which commitment a milestone belongs to. */
  milestones: Map<string, string>
  /** Acts that belong to no record. */
  problems: ReplayProblem[]
}

export const startReplay = (): Replay => ({
  declarations: new Map(),
  organisations: new Map(),
  commitments: new Map(),
  milestones: new Map(),
  problems: [],
})

/** Takes the next act of the log in; the replay handed in grows by it. */
export function replayAct(replay: Replay, act: OpenedAct): void {
  const { act: kind, subject } = act.entry
  if (kind === 'declaration.opened') {
    const acts = [...(replay.declarations.get(subject)?.acts ?? []), act]
    replay.declarations.set(subject, { acts, made: declarationFromActs(acts) })
    return
  }
  if (kind.startsWith('org.')) return keep(replay.organisations, subject, act)
  if (/^(?:commitment|party|content)\./.test(kind)) {
    for (const milestone of milestonesIn(act)) replay.milestones.set(milestone, subject)
    return keep(replay.commitments, subject, act)
  }
  const commitment = replay.milestones.get(subject)
  if (commitment !== undefined) return keep(replay.commitments, commitment, act)
  replay.problems.push({ code: 'subject-unknown', index: act.index, where: subject })
}

function keep(records: Map<string, OpenedAct[]>, key: string, act: OpenedAct): void {
  const acts = records.get(key)
  if (acts) acts.push(act)
  else records.set(key, [act])
}

function milestonesIn({ fields }: OpenedAct): string[] {
  const order = fields.get('milestoneOrder')
  return Array.isArray(order) ? order.filter((id) => typeof id === 'string') : []
}

/**
 * A commitment's public record as the first `size` entries of the log make it, for a day; undefined
 * while they hold none of its acts.
 */
export function replayedCommitment(
  replay: Replay,
  id: string,
  today: Day,
  size = Number.POSITIVE_INFINITY,
): Replayed<PublicCommitment> | undefined {
  const acts = before(replay.commitments.get(id), size)
  if (acts.length === 0) return undefined
  const made = commitmentFromActs(acts)
  if (!made.ok) return made
  const { facts } = made.value
  const declaration = replayedDeclaration(replay, facts.declaration, size)
  if (!declaration?.ok) {
    const [{ index } = { index: 0 }] = acts
    return {
      ok: false,
      problem: { code: 'declaration-unknown', index, where: facts.declaration },
    }
  }
  const { settings } = declaration.value
  const shown = shownOf(facts, today, settings)
  return { ok: true, value: publicCommitment(facts, shown, today, settings) }
}

export function replayedOrganisation(
  replay: Replay,
  id: string,
  size = Number.POSITIVE_INFINITY,
): Replayed<PublicOrganisation> | undefined {
  const acts = before(replay.organisations.get(id), size)
  return acts.length === 0 ? undefined : organisationFromActs(acts)
}

export function replayedDeclaration(
  replay: Replay,
  key: string,
  size = Number.POSITIVE_INFINITY,
): Replayed<PublicDeclaration> | undefined {
  const opened = replay.declarations.get(key)
  const first = opened?.acts[0]
  return opened && first && first.index < size ? opened.made : undefined
}

const before = (acts: readonly OpenedAct[] | undefined, size: number): readonly OpenedAct[] =>
  (acts ?? []).filter(({ index }) => index < size)
