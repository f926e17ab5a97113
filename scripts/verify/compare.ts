import { createHash } from 'node:crypto'

import { toldOf } from '#app/domain/accountability/opened-act.ts'
import { replayedCommitment } from '#app/domain/accountability/replay.ts'
import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import { textOf } from './json.ts'
import { pageDifferences } from './page.ts'
import type { Problem } from './problem.ts'
import { extendTo, type Reading } from './reading.ts'
import {
  everyRecord,
  missingRecords,
  nothingSeen,
  recordProblems,
  stateProblem,
} from './records.ts'

const ALL_PAGES = 500
const SOME_PAGES = 200
const SOME_FILES = 20
/** How many records are looked through for each file wanted. */
const RECORDS_A_FILE = 25

export async function compareRecords(reading: Reading): Promise<void> {
  const { options, ask, verdict, replay, hashes } = reading
  const { now = () => new Date(), progress } = options
  const seen = nothingSeen()
  const states = new Set<string>()
  const { records, problems } = verdict
  const signed = reading.checkpoint.size
  let least = Number.POSITIVE_INFINITY
  let done = 0
  await everyRecord(ask, async (shown, state) => {
    if (state.size > reading.checkpoint.size) await extendTo(reading, state.size)
    least = Math.min(least, state.size)
    // It was asked after the checkpoint was: an answer made from less hides what was signed since.
    if (state.size < signed)
      problems.push({ where: 'open data', code: 'data-behind', shown: state.size, fromLog: signed })
    const spelled = `${state.size} ${state.root}`
    const wrong = states.has(spelled)
      ? undefined
      : await stateProblem(state, hashes, reading.checkpoint.size)
    states.add(spelled)
    if (wrong) problems.push(wrong)
    for (const record of shown) {
      seen[record.kind].add(record.id)
      records[`${record.kind}s`] += 1
      problems.push(...recordProblems(replay, record, now()))
    }
    done += shown.length
    progress?.('records', done, undefined)
  })
  const size = Math.min(least, reading.checkpoint.size)
  problems.push(...missingRecords(replay, seen, size, now()))
}

const commitmentNow = ({ replay, options }: Reading, id: string): PublicCommitment | undefined => {
  const made = replayedCommitment(replay, id, dayOf((options.now ?? (() => new Date()))()))
  return made?.ok ? made.value : undefined
}

export async function comparePages(reading: Reading): Promise<void> {
  const { options, replay, verdict } = reading
  const { random = Math.random, progress } = options
  const ids = [...replay.commitments.keys()]
  const most = options.pages ?? (ids.length <= ALL_PAGES ? ids.length : SOME_PAGES)
  const chosen = some(ids, most, random)
  verdict.pages.of = ids.length
  await Promise.all(
    chosen.map(async (id) => {
      verdict.problems.push(...(await pageProblems(reading, id)))
      verdict.pages.compared += 1
      progress?.('pages', verdict.pages.compared, chosen.length)
    }),
  )
}

async function pageProblems(reading: Reading, id: string): Promise<Problem[]> {
  const look = async (): Promise<Problem[]> => {
    const record = commitmentNow(reading, id)
    // Acts that make no record were named where it is compared with the open data.
    if (!record) return []
    const where = `/en/commitments/${record.number}`
    const { status, bytes } = await reading.ask(where, 'text/html')
    if (status !== 200) return [{ where, code: 'page-missing' }]
    return pageDifferences(textOf(bytes) ?? '', record).map((one) => ({
      where,
      code: 'page-differs',
      ...one,
    }))
  }
  const problems = await look()
  if (problems.length === 0) return problems
  // It may be newer than what was read: then the log says so too.
  const size = reading.checkpoint.size
  await inTurn(reading, () => extendTo(reading, 0))
  return reading.checkpoint.size > size ? look() : problems
}

const turns = new WeakMap<Reading, Promise<unknown>>()

/** The log is read on by one at a time. */
function inTurn<value>(reading: Reading, work: () => Promise<value>): Promise<value> {
  const turn = (turns.get(reading) ?? Promise.resolve()).then(work)
  turns.set(
    reading,
    turn.catch(() => {}),
  )
  return turn
}

/** The first so many of them, or so many drawn by lot. */
function some<one>(all: readonly one[], most: number, random: () => number): one[] {
  const left = [...all]
  for (let place = 0; place < Math.min(most, left.length); place += 1) {
    const other = place + Math.floor(random() * (left.length - place))
    const [a, b] = [left[place], left[other]]
    if (a !== undefined && b !== undefined) [left[place], left[other]] = [b, a]
  }
  return left.slice(0, most)
}

/** Files anybody may have: their bytes are hashed and held against what the log says. */
export async function compareFiles(reading: Reading): Promise<void> {
  const { verdict, ask, options } = reading
  const files = filesToCompare(reading)
  verdict.files = { compared: 0, of: files.length, elsewhere: 0 }
  const told = verdict.files
  await Promise.all(
    files.map(async ({ id, sha256, size, told: isTold }) => {
      const where = `/files/${id}`
      const { status, bytes } = await ask(where)
      if (status !== 200 && isTold) told.elsewhere += 1
      else if (status !== 200) verdict.problems.push({ where, code: 'file-missing' })
      else {
        const shown = createHash('sha256').update(bytes).digest('hex')
        if (shown !== sha256 || bytes.length !== size)
          verdict.problems.push({ where, code: 'file-differs', shown, fromLog: sha256 })
      }
      told.compared += 1
      options.progress?.('files', told.compared, told.of)
    }),
  )
}

/** Whether a record was brought from another register, which keeps what was handed in there. */
const isToldElsewhere = ({ replay }: Reading, id: string) =>
  (replay.commitments.get(id) ?? []).slice(0, 1).some((act) => toldOf(act) !== undefined)

/** So many files, of records drawn by lot: each of these has to be rebuilt. */
function filesToCompare(reading: Reading) {
  const { replay, options } = reading
  const { files: most = SOME_FILES, random = Math.random } = options
  const ids = [...replay.commitments.keys()]
  const drawn = some(ids, Math.min(ids.length, most * RECORDS_A_FILE), random)
  const files = drawn.flatMap((id) =>
    (commitmentNow(reading, id)?.milestones ?? [])
      .flatMap(({ reports }) => reports.flatMap(({ evidence }) => evidence))
      .filter((piece) => piece.kind === 'file' && piece.access === 'public' && !piece.withheld)
      .map((piece) => ({ ...piece, told: isToldElsewhere(reading, id) })),
  )
  return some(files, most, random)
}
