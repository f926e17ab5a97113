import { z } from 'zod'

import type { Replayed } from '#app/domain/accountability/opened-act.ts'
import {
  replayedCommitment,
  replayedDeclaration,
  replayedOrganisation,
  type Replay,
} from '#app/domain/accountability/replay.ts'
import { base64 } from '#app/domain/ledger/bytes.ts'
import { treeRoot, type Hashes } from '#app/domain/ledger/tile-tree.ts'
import { FORMAT, type PublicCommitment } from '#app/domain/open-data/commitment.ts'
import { differencesBetween, type Difference } from '#app/domain/open-data/differences.ts'
import { addDays, dayOf, type Day } from '#app/domain/shared/dates.ts'

import { jsonOf } from './json.ts'
import { Stop, type Problem } from './problem.ts'
import type { Ask } from './requests.ts'

const LIMIT = 200

const log = z.strictObject({ size: z.int().min(0), root: z.string() })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const common = { format: z.literal(FORMAT), log }
const commitmentsShape = z.strictObject({
  ...common,
  today: day,
  commitments: z.array(z.looseObject({ number: z.string(), id: z.string() })),
  next: z.string().exactOptional(),
})
const organisationsShape = z.strictObject({
  ...common,
  organisations: z.array(z.looseObject({ id: z.string() })),
  next: z.string().exactOptional(),
})
const declarationsShape = z.strictObject({
  ...common,
  declarations: z.array(z.looseObject({ key: z.string() })),
})

export type LogState = z.infer<typeof log>
type Kind = 'commitment' | 'organisation' | 'declaration'
/** One public record as the register's open data shows it, and the log it says it is made from. */
export type ShownRecord = {
  kind: Kind
  id: string
  /** What people know it by: a commitment's number. */
  name: string
  shown: unknown
  log: LogState
  today: Day | undefined
}

/** Hands over everything the register's open data shows, page by page; nothing is kept. */
export async function everyRecord(
  ask: Ask,
  take: (records: ShownRecord[], state: LogState) => Promise<void>,
): Promise<void> {
  const declared = await answer(ask, '/api/v1/declarations', declarationsShape)
  const { log: state, declarations } = declared
  const put = (kind: Kind, of: LogState, today: Day | undefined, found: Found[]) =>
    take(
      found.map(([id, name, shown]) => ({ kind, id, name, shown, log: of, today })),
      of,
    )
  await put(
    'declaration',
    state,
    undefined,
    declarations.map((one) => [one.key, one.key, one]),
  )
  await everyPage(
    ask,
    '/api/v1/organisations',
    organisationsShape,
    ({ organisations }) => organisations.map(({ id }) => id),
    (page) =>
      put(
        'organisation',
        page.log,
        undefined,
        page.organisations.map((one) => [one.id, one.id, one]),
      ),
  )
  await everyPage(
    ask,
    '/api/v1/records',
    commitmentsShape,
    ({ commitments }) => commitments.map(({ number }) => number),
    (page) =>
      put(
        'commitment',
        page.log,
        page.today,
        page.commitments.map((one) => [one.id, one.number, one]),
      ),
  )
}
type Found = [id: string, name: string, shown: unknown]

async function answer<shape extends z.ZodType>(ask: Ask, path: string, shape: shape) {
  const { status, bytes } = await ask(path, 'application/json')
  const read = status === 200 ? jsonOf(bytes, shape) : undefined
  if (read === undefined) throw new Stop({ where: path, code: 'data-unreadable' })
  return read
}

/** Page by page, by keys that rise: a list that leads in circles is none. */
async function everyPage<shape extends z.ZodType<{ next?: string }>>(
  ask: Ask,
  list: string,
  shape: shape,
  keysOf: (page: z.infer<shape>) => string[],
  take: (page: z.infer<shape>) => Promise<void>,
): Promise<void> {
  const pathAfter = (after: string) =>
    `${list}?${new URLSearchParams({ ...(after && { after }), limit: String(LIMIT) })}`
  const begin = (path: string) => {
    const coming = answer(ask, path, shape)
    // Waited for later: until then a failure is nobody's.
    coming.catch(() => {})
    return { path, coming }
  }
  let [after, asked] = ['', begin(pathAfter(''))]
  for (;;) {
    const page = await asked.coming
    const keys = keysOf(page)
    const rising = keys.every((key, place) => key > (keys[place - 1] ?? after))
    const last = keys.at(-1)
    const next = keys.length === LIMIT && last !== undefined ? pathAfter(last) : undefined
    if (!rising || keys.length > LIMIT || page.next !== next)
      throw new Stop({ where: asked.path, code: 'list-out-of-order' })
    // The register makes the next page while this one is compared.
    if (next !== undefined) asked = begin(next)
    await take(page)
    if (last === undefined || next === undefined) return
    after = last
  }
}

/** What the log makes of a record at a size of it, or the acts that make nothing. */
function fromLog(
  replay: Replay,
  { kind, id }: Pick<ShownRecord, 'kind' | 'id'>,
  today: Day,
  size: number,
): Replayed<unknown> | undefined {
  if (kind === 'commitment') return replayedCommitment(replay, id, today, size)
  if (kind === 'organisation') return replayedOrganisation(replay, id, size)
  return replayedDeclaration(replay, id, size)
}

/** Where a record is shown otherwise than the log has it; none when they are the same. */
export function recordProblems(replay: Replay, record: ShownRecord, now: Date): Problem[] {
  const { name: where, log: state, shown } = record
  const today = record.today ?? dayOf(now)
  if (!isThisDay(today, now))
    return [{ where, code: 'day-differs', shown: today, fromLog: dayOf(now) }]
  const made = fromLog(replay, record, today, state.size)
  if (!made) return [{ where, code: 'not-in-the-log' }]
  if (!made.ok) {
    const { code, index, where: path } = made.problem
    return [{ where, code, path: `entry ${index}${path && `, ${path}`}` }]
  }
  const told = (one: Difference): Problem => ({ where, code: 'record-differs', ...one })
  const differences = differencesBetween(shown, made.value)
  if (differences.length === 0 || record.kind !== 'commitment') return differences.map(told)
  // For some seconds after midnight the register shows the status of the day that has just ended.
  const before = fromLog(replay, record, addDays(today, -1), state.size)
  const late = before?.ok && withStatusOf(made.value, before.value)
  return late && differencesBetween(shown, late).length === 0 ? [] : differences.map(told)
}

function withStatusOf(made: unknown, before: unknown): unknown {
  const { outcome, nextDueOn } = before as PublicCommitment
  return { ...(made as PublicCommitment), outcome, nextDueOn }
}

const MINUTES = 5

/** The register's day and this machine's, which around midnight may be two. */
const isThisDay = (today: Day, now: Date): boolean =>
  [-MINUTES, 0, MINUTES].some((m) => dayOf(new Date(now.getTime() + m * 60_000)) === today)

/** The log an answer says it was made from must be one this log has been. */
export async function stateProblem(
  state: LogState,
  hashes: Hashes,
  size: number,
): Promise<Problem | undefined> {
  const where = 'open data'
  if (state.size > size) return { where, code: 'not-signed', shown: state.size, fromLog: size }
  const root = base64(await treeRoot(state.size, hashes))
  if (root === state.root) return undefined
  return { where, code: 'state-differs', shown: state.root, fromLog: root }
}

/** Which records of each kind the open data showed. */
export type Seen = Record<Kind, Set<string>>
export const nothingSeen = (): Seen => ({
  declaration: new Set(),
  organisation: new Set(),
  commitment: new Set(),
})

/** Records that the first `size` entries of the log make and the open data does not show. */
export function missingRecords(replay: Replay, seen: Seen, size: number, now: Date): Problem[] {
  const lists: [Kind, Iterable<[string, readonly { index: number }[]]>][] = [
    ['declaration', [...replay.declarations].map(([key, { acts }]) => [key, acts])],
    ['organisation', replay.organisations],
    ['commitment', replay.commitments],
  ]
  return lists.flatMap(([kind, all]) =>
    [...all]
      .filter(([id, acts]) => (acts[0]?.index ?? size) < size && !seen[kind].has(id))
      .map(([id]) => ({ where: nameOf(replay, kind, id, size, now), code: 'not-shown' })),
  )
}

function nameOf(replay: Replay, kind: Kind, id: string, size: number, now: Date): string {
  const made = fromLog(replay, { kind, id }, dayOf(now), size)
  return kind === 'commitment' && made?.ok ? (made.value as PublicCommitment).number : id
}
