import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import type { OpenedAct } from '#app/domain/accountability/opened-act.ts'
import {
  replayAct,
  replayedCommitment,
  startReplay,
  type Replay,
} from '#app/domain/accountability/replay.ts'
import {
  auditProblems,
  awaitedSize,
  hashesFrom,
  startAudit,
  type Audit,
} from '#app/domain/ledger/audit.ts'
import { base64, equal } from '#app/domain/ledger/bytes.ts'
import { openCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import {
  formatVerifierKey,
  NOTE_KEY,
  parseVerifierKey,
  type Verify,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'
import { treeRoot, type Hashes } from '#app/domain/ledger/tile-tree.ts'
import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import { textOf } from './json.ts'
import { MemoryBroken, type Memory } from './memory.ts'
import { pageDifferences } from './page.ts'
import { Stop, type Problem } from './problem.ts'
import { checkTiles, readLog } from './read-log.ts'
import {
  everyRecord,
  missingRecords,
  nothingSeen,
  recordProblems,
  stateProblem,
} from './records.ts'
import { requestsTo, type Ask } from './requests.ts'

export type Options = {
  url: URL
  /** The log's key, got elsewhere than from the log. */
  vkey?: VerifierKey | undefined
  memory: Memory
  /** How many pages are compared at most; without it all of up to 500, else 200 at random. */
  pages?: number | undefined
  files?: boolean | undefined
  verify: Verify
  now?: () => Date
  fetch?: typeof fetch
  /** Before the first repetition of a request; each further one waits twice as long. */
  pauseMs?: number
  /** How long a state that is shown may stay unsigned. */
  patienceMs?: number
  /** From 0 up to 1: which pages are looked at. */
  random?: () => number
  progress?: (what: string, done: number, of: number | undefined) => void
}

export type Trust = 'given' | 'remembered' | 'first-use'

export type Verdict = {
  url: string
  key: string
  trust: Trust
  checkpoint: { origin: string; size: number; root: string; note: string } | undefined
  /** What it was consistent with: the checkpoint verified before. */
  since: { size: number; at: string } | undefined
  redactions: number
  records: { commitments: number; organisations: number; declarations: number }
  pages: { compared: number; of: number }
  files: { compared: number; of: number } | undefined
  /** Whether records were compared at all: a log that is not whole says nothing about them. */
  compared: boolean
  problems: Problem[]
  /** Where a contradicting signed note was kept. */
  proof: string | undefined
  requests: number
  seconds: number
}

const ALL_PAGES = 500
const SOME_PAGES = 200
const ATTEMPTS = 3

/** What was read as open has been withheld since: it is read again from the beginning. */
class ReadAgain extends Error {}

/** Verifies a register from outside, through public addresses alone. */
export async function verifyRegister(options: Options): Promise<Verdict> {
  const began = performance.now()
  const { url, memory, fetch, pauseMs } = options
  const { remembered } = memory
  if (remembered && remembered.url !== url.origin)
    throw new MemoryBroken(`the state file is about ${remembered.url}, not ${url.origin}`)
  const { ask, count } = requestsTo(url, {
    ...(fetch && { fetch }),
    ...(pauseMs !== undefined && { pauseMs }),
  })
  for (let attempt = 1; ; attempt += 1) {
    const verdict = blankVerdict(url)
    try {
      await verifyOnce(options, ask, verdict)
    } catch (error) {
      if (error instanceof ReadAgain && attempt < ATTEMPTS) continue
      if (error instanceof ReadAgain) verdict.problems.push({ where: 'log', code: 'never-still' })
      else if (error instanceof Stop) verdict.problems.push(error.problem)
      else throw error
    }
    const seconds = (performance.now() - began) / 1000
    return { ...verdict, requests: count(), seconds }
  }
}

const blankVerdict = (url: URL): Verdict => ({
  url: url.origin,
  key: '',
  trust: 'given',
  checkpoint: undefined,
  since: undefined,
  redactions: 0,
  records: { commitments: 0, organisations: 0, declarations: 0 },
  pages: { compared: 0, of: 0 },
  files: undefined,
  compared: false,
  problems: [],
  proof: undefined,
  requests: 0,
  seconds: 0,
})

/** A log while it is being verified: how far it was read, and what it makes. */
type Reading = {
  options: Options
  ask: Ask
  verdict: Verdict
  key: VerifierKey
  audit: Audit
  /** Of what was audited so far: they grow with it. */
  hashes: Hashes
  replay: Replay
  checkpoint: Checkpoint
}

async function verifyOnce(options: Options, ask: Ask, verdict: Verdict): Promise<void> {
  const key = await keyOf(options, ask, verdict)
  const { checkpoint, note } = await newestCheckpoint(options, ask, key)
  const audit = startAudit()
  const reading: Reading = {
    options,
    ask,
    verdict,
    key,
    audit,
    hashes: hashesFrom(audit.leafHashes),
    replay: startReplay(),
    checkpoint: { ...checkpoint, size: 0 },
  }
  try {
    await readOn(reading, checkpoint, note)
    await remember(reading, note)
    // A redaction that came while the log was read is part of what has to be read.
    const awaited = awaitedSize(audit)
    if (awaited > reading.checkpoint.size) await extendTo(reading, awaited)
    await compareRecords(reading)
    await comparePages(reading)
    if (options.files) await compareFiles(reading)
    verdict.compared = true
  } finally {
    verdict.problems.unshift(...logProblems(reading))
  }
}

/** What is wrong entry by entry; what still waits for a later one only once all are read. */
function logProblems({ audit, replay, verdict, checkpoint }: Reading): Problem[] {
  const isWhole = checkpoint.size > 0 && checkpoint.size === verdict.checkpoint?.size
  const found = [...(isWhole ? auditProblems(audit) : audit.problems), ...replay.problems]
  return found.map(({ code, index }) => ({ where: `entry ${index}`, code }))
}

async function keyOf({ vkey, memory }: Options, ask: Ask, verdict: Verdict): Promise<VerifierKey> {
  const known = memory.remembered && parseVerifierKey(memory.remembered.vkey)
  const spelled = (key: VerifierKey) => formatVerifierKey(key.name, key.type, key.publicKey)
  const use = (key: VerifierKey, trust: Trust) => {
    verdict.key = spelled(key)
    verdict.trust = trust
    return key
  }
  if (vkey) {
    use(vkey, 'given')
    if (known && spelled(known) !== spelled(vkey))
      throw new Stop({
        where: 'key',
        code: 'key-changed',
        shown: spelled(vkey),
        fromLog: spelled(known),
      })
    return vkey
  }
  if (known) return use(known, memory.remembered?.trust === 'given' ? 'remembered' : 'first-use')
  const { status, bytes } = await ask('/log/log.vkey')
  const text = textOf(bytes)?.trimEnd()
  try {
    if (status === 200 && text !== undefined) return use(parseVerifierKey(text), 'first-use')
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
  }
  throw new Stop({ where: '/log/log.vkey', code: 'no-key' })
}

async function newestCheckpoint({ verify }: Options, ask: Ask, key: VerifierKey) {
  const { status, bytes } = await ask('/log/checkpoint')
  if (status !== 200) throw new Stop({ where: '/log/checkpoint', code: 'no-checkpoint' })
  const note = textOf(bytes) ?? ''
  try {
    if (key.type !== NOTE_KEY) throw new Stop({ where: 'key', code: 'no-key' })
    return { checkpoint: openCheckpoint(note, key, verify), note }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    throw new Stop({ where: '/log/checkpoint', code: 'not-signed-by-the-log', path: error.code })
  }
}

/** Reads up to a checkpoint, and holds what was read against its root and against what is remembered. */
async function readOn(reading: Reading, checkpoint: Checkpoint, note: string): Promise<void> {
  const { audit, hashes, replay, verdict, options, ask } = reading
  const { size, root } = checkpoint
  const reader = {
    ask,
    audit,
    hashes,
    memory: options.memory,
    problems: verdict.problems,
    take: (act: OpenedAct) => {
      if (act.entry.redacts) verdict.redactions += 1
      replayAct(replay, act)
    },
    progress: (done: number) => options.progress?.('entries of the log', done, size),
  }
  const unheeded = audit.unheeded.length
  const before = audit.leafHashes.length
  await readLog(reader, size)
  if (audit.unheeded.slice(unheeded).some(({ of }) => of < before)) throw new ReadAgain()

  verdict.checkpoint = { origin: checkpoint.origin, size, root: base64(root), note }
  if (!equal(await treeRoot(size, hashes), root))
    throw new Stop({ where: 'log', code: 'root-differs' })
  await checkTiles(reader, size)
  await consistent(reading, checkpoint, note)
  reading.checkpoint = checkpoint
}

/** The log of today must begin with the log that was verified before. */
async function consistent(
  { options, verdict, key, hashes }: Reading,
  now: Checkpoint,
  note: string,
) {
  const { remembered } = options.memory
  if (!remembered) return
  const before = openRemembered(remembered.checkpoint, key, options.verify)
  verdict.since = { size: before.size, at: remembered.verifiedAt }
  if (now.size < before.size) {
    verdict.proof = await options.memory.keepProof(note)
    throw new Stop({ where: 'log', code: 'log-shrank', shown: now.size, fromLog: before.size })
  }
  const then = await treeRoot(before.size, hashes)
  if (equal(then, before.root)) return
  verdict.proof = await options.memory.keepProof(note)
  throw new Stop({ where: 'log', code: 'history-rewritten', shown: now.size, fromLog: before.size })
}

function openRemembered(note: string, key: VerifierKey, verify: Verify): Checkpoint {
  try {
    return openCheckpoint(note, key, verify)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    throw new MemoryBroken(`the checkpoint in the state file is not signed: ${error.code}`)
  }
}

/** Remembered as soon as the log is known to be whole, whatever the records come to. */
async function remember({ options, verdict, key }: Reading, note: string): Promise<void> {
  if (verdict.problems.length > 0) return
  const { memory, url, now = () => new Date() } = options
  await memory.save({
    format: 'kept-verify/1',
    url: url.origin,
    vkey: formatVerifierKey(key.name, key.type, key.publicKey),
    trust: verdict.trust === 'first-use' ? 'first-use' : 'given',
    checkpoint: note,
    verifiedAt: now().toISOString(),
  })
}

/** Reads the log on to a size that is shown already; it has to be signed before long. */
async function extendTo(reading: Reading, size: number): Promise<void> {
  const { options, ask, key } = reading
  const { patienceMs = 20_000 } = options
  const until = performance.now() + patienceMs
  for (;;) {
    const { checkpoint, note } = await newestCheckpoint(options, ask, key)
    if (checkpoint.size > reading.checkpoint.size) {
      await readOn(reading, checkpoint, note)
      await remember(reading, note)
    }
    if (reading.checkpoint.size >= size || performance.now() >= until) return
    await sleep(Math.min(500, patienceMs))
  }
}

async function compareRecords(reading: Reading): Promise<void> {
  const { options, ask, verdict, replay, hashes } = reading
  const { now = () => new Date(), progress } = options
  const seen = nothingSeen()
  const states = new Set<string>()
  const { records, problems } = verdict
  let least = Number.POSITIVE_INFINITY
  let done = 0
  await everyRecord(ask, async (shown, state) => {
    if (state.size > reading.checkpoint.size) await extendTo(reading, state.size)
    least = Math.min(least, state.size)
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

async function comparePages(reading: Reading): Promise<void> {
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
async function compareFiles(reading: Reading): Promise<void> {
  const { replay, verdict, ask, options } = reading
  const files = [...replay.commitments.keys()].flatMap((id) =>
    (commitmentNow(reading, id)?.milestones ?? [])
      .flatMap(({ reports }) => reports.flatMap(({ evidence }) => evidence))
      .filter((piece) => piece.kind === 'file' && piece.access === 'public' && !piece.withheld),
  )
  verdict.files = { compared: 0, of: files.length }
  const told = verdict.files
  await Promise.all(
    files.map(async ({ id, sha256, size }) => {
      const where = `/files/${id}`
      const { status, bytes } = await ask(where)
      if (status !== 200) verdict.problems.push({ where, code: 'file-missing' })
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
