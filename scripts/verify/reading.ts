import { setTimeout as sleep } from 'node:timers/promises'

import type { OpenedAct } from '#app/domain/accountability/opened-act.ts'
import { replayAct, type Replay } from '#app/domain/accountability/replay.ts'
import type { Audit } from '#app/domain/ledger/audit.ts'
import { base64, equal } from '#app/domain/ledger/bytes.ts'
import { openCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import type { Verify, VerifierKey } from '#app/domain/ledger/signed-note.ts'
import { treeRoot, type Hashes } from '#app/domain/ledger/tile-tree.ts'

import { MemoryBroken, type Memory } from './memory.ts'
import { Stop, type Problem } from './problem.ts'
import { checkTiles, readLog } from './read-log.ts'
import type { Ask } from './requests.ts'
import { newestCheckpoint, spelled, type Signed, type Trust } from './signed.ts'

export type Options = {
  url: URL
  /** The log's key, got elsewhere than from the log. */
  vkey?: VerifierKey | undefined
  memory: Memory
  /** How many pages are compared at most; without it all of up to 500, else 200 at random. */
  pages?: number | undefined
  /** How many public files of evidence are hashed at most; without it 20 at random. */
  files?: number | undefined
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
  /** `elsewhere`: kept by the register they were reported in, and not asked of this one. */
  files: { compared: number; of: number; elsewhere: number } | undefined
  /** Whether records were compared at all: a log that is not whole says nothing about them. */
  compared: boolean
  problems: Problem[]
  /** Where a contradicting signed note was kept. */
  proof: string | undefined
  requests: number
  seconds: number
}

/** What was read as open has been withheld since: it is read again from the beginning. */
export class ReadAgain extends Error {}

/** A log while it is being verified: how far it was read, and what it makes. */
export type Reading = {
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

/** Reads up to a checkpoint, and holds what was read against its root and against what is remembered. */
export async function readOn(reading: Reading, signed: Signed): Promise<void> {
  const { audit, hashes, replay, verdict, options, ask } = reading
  const { checkpoint, note } = signed
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
  await consistent(reading, signed)
  reading.checkpoint = checkpoint
  await remember(reading, note)
}

/** The log of today must begin with the log that was verified before. */
async function consistent(reading: Reading, { checkpoint: now, note }: Signed): Promise<void> {
  const { options, verdict, key, hashes } = reading
  const { memory, verify } = options
  const { remembered } = memory
  if (!remembered) return
  const before = openRemembered(remembered.checkpoint, key, verify)
  verdict.since = { size: before.size, at: remembered.verifiedAt }
  const isShorter = now.size < before.size
  if (!isShorter && equal(await treeRoot(before.size, hashes), before.root)) return
  verdict.proof = await memory.keepProof(note)
  throw new Stop({
    where: 'log',
    code: isShorter ? 'log-shrank' : 'history-rewritten',
    shown: now.size,
    fromLog: before.size,
  })
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
    vkey: spelled(key),
    trust: verdict.trust === 'first-use' ? 'first-use' : 'given',
    checkpoint: note,
    verifiedAt: now().toISOString(),
  })
}

/** Reads the log on to a size that is shown already; it has to be signed before long. */
export async function extendTo(reading: Reading, size: number): Promise<void> {
  const { options, ask, key } = reading
  const { patienceMs = 20_000 } = options
  const until = performance.now() + patienceMs
  for (;;) {
    const signed = await newestCheckpoint(ask, key, options.verify)
    if (signed.checkpoint.size > reading.checkpoint.size) await readOn(reading, signed)
    if (reading.checkpoint.size >= size || performance.now() >= until) return
    await sleep(Math.min(500, patienceMs))
  }
}
