import { startReplay } from '#app/domain/accountability/replay.ts'
import { auditProblems, awaitedSize, hashesFrom, startAudit } from '#app/domain/ledger/audit.ts'

import { compareFiles, comparePages, compareRecords } from './compare.ts'
import { MemoryBroken } from './memory.ts'
import { Stop, type Problem } from './problem.ts'
import { extendTo, ReadAgain, readOn, type Options, type Reading, type Verdict } from './reading.ts'
import { requestsTo, type Ask } from './requests.ts'
import { keyToTrust, newestCheckpoint, spelled } from './signed.ts'

const ATTEMPTS = 3

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

async function verifyOnce(options: Options, ask: Ask, verdict: Verdict): Promise<void> {
  const { key, trust } = await keyToTrust(options.vkey, options.memory.remembered, ask)
  verdict.key = spelled(key)
  verdict.trust = trust
  const signed = await newestCheckpoint(ask, key, options.verify)
  const audit = startAudit()
  const reading: Reading = {
    options,
    ask,
    verdict,
    key,
    audit,
    hashes: hashesFrom(audit.leafHashes),
    replay: startReplay(),
    checkpoint: { ...signed.checkpoint, size: 0 },
  }
  try {
    await readOn(reading, signed)
    // A redaction that came while the log was read is part of what has to be read.
    const awaited = awaitedSize(audit)
    if (awaited > reading.checkpoint.size) await extendTo(reading, awaited)
    await compareRecords(reading)
    await comparePages(reading)
    await compareFiles(reading)
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
