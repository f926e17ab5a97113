import { spawn } from 'node:child_process'
import { once } from 'node:events'

import type { Verdict } from '../verify/reading.ts'
import { isWhole } from '../verify/verdict.ts'
import { benchActs } from './acts.ts'
import type { Bench, Row } from './measure.ts'
import { serving } from './serving.ts'

/** Enough commitments for a log of 1,000 and of 100,000 entries. */
const FEW = 250
const MANY = 25_000
const SECONDS = 60
const REQUESTS = 2_000

/**
 * A full register: what people's acts cost in it, and what it takes to read the whole of it from
 * outside and to compare it with its log, cold.
 */
export async function benchRegister({ register, say }: Bench): Promise<Row[]> {
  const full = await register(MANY)
  const acts = await benchActs(await register(FEW), full)
  const { verdict, seconds } = await serving(full, async ({ url }) => {
    const vkey = (await (await fetch(`${url}/log/log.vkey`)).text()).trim()
    say('verifying')
    return verified(url, vkey)
  })
  if (!isWhole(verdict)) throw new Error(`not whole: ${JSON.stringify(verdict.problems[0])}`)
  const { size = 0 } = verdict.checkpoint ?? {}
  const { commitments } = verdict.records
  const work = `verify ${size} entries and ${commitments} records from outside, cold`
  return [
    acts,
    {
      work: `${work}: time`,
      limit: `${SECONDS} s`,
      kept: `${seconds.toFixed(1)} s`,
      ratio: seconds / SECONDS,
      budget: { atMost: 1 },
    },
    {
      work: `${work}: requests`,
      limit: String(REQUESTS),
      kept: String(verdict.requests),
      ratio: verdict.requests / REQUESTS,
      budget: { atMost: 1 },
    },
  ]
}

/** By `npm run verify` itself, its start included. */
async function verified(url: string, vkey: string): Promise<{ verdict: Verdict; seconds: number }> {
  const began = performance.now()
  const args = ['--import', 'tsx', 'scripts/verify.ts', url, '--vkey', vkey, '--json']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => void (said += bytes.toString()))
  await once(child, 'close')
  return { verdict: JSON.parse(said) as Verdict, seconds: (performance.now() - began) / 1000 }
}
