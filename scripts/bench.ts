/** Measures the register against its budgets: `npm run bench -- --help`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'

import { benchAppend } from './bench/append.ts'
import { benchCached } from './bench/cached.ts'
import { benchGrowth } from './bench/growth.ts'
import { benchImporting } from './bench/importing.ts'
import { registerOf } from './bench/kept-registers.ts'
import { benchMatrix } from './bench/matrix.ts'
import { isMet, tableOf, type Bench, type Row } from './bench/measure.ts'
import { benchMixed } from './bench/mixed.ts'
import { benchPublishing } from './bench/publishing.ts'
import { benchReading } from './bench/reading.ts'
import { benchRegister } from './bench/register.ts'
import { benchStarting } from './bench/starting.ts'
import { benchWeight } from './bench/weight.ts'

const works: Record<string, (bench: Bench) => Promise<Row[]>> = {
  starting: benchStarting,
  cached: benchCached,
  reading: benchReading,
  matrix: benchMatrix,
  mixed: benchMixed,
  publishing: benchPublishing,
  importing: benchImporting,
  growth: benchGrowth,
  append: benchAppend,
  register: benchRegister,
  weight: benchWeight,
}
const names = Object.keys(works)

const usage = `npm run bench -- [--only ${names.join(',')}] [--quick] [--large]

Makes its own data in a temporary folder, measures each work against a limit measured in the same
run, prints the table and writes it to bench.json. The exit status is 1 when a budget is missed.
--quick measures less and shorter, for a look while working: its figures are not the budgets'.
--large grows the register to 1,000,000 commitments instead of 100,000, which takes long.`

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: flag, large: flag, help: flag },
})
const asked = values.only?.split(',') ?? names
const unknown = asked.filter((name) => !names.some((known) => known === name))
if (values.help || unknown.length > 0) {
  process.stdout.write(`${usage}\n`)
  process.exit(values.help ? 0 : 1)
}

const { quick, large } = values
const sizes = quick
  ? { usual: 2_000, grown: 10_000 }
  : { usual: 10_000, grown: large ? 1_000_000 : 100_000 }
const loads = quick ? { seconds: 2, rounds: 3 } : { seconds: 5, rounds: 5 }

// As the server does.
hashNatively()
const say = (line: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${line.padEnd(60)}`)
}
const rows: Row[] = []
const failed: string[] = []
for (const name of names.filter((known) => asked.includes(known))) {
  const folder = await mkdtemp(join(tmpdir(), `kept-bench-${name}-`))
  try {
    const register = (commitments: number) => registerOf(folder, commitments, say)
    const measured = (await works[name]?.({ folder, say, quick, sizes, loads, register })) ?? []
    rows.push(...measured)
    // Told at once too: a run takes twenty minutes, and may be ended before its table.
    process.stderr.write(`\n${tableOf(measured)}\n`)
  } catch (error) {
    // What the others measured stands all the same.
    failed.push(name)
    process.stderr.write(`\n${name}: ${error instanceof Error ? error.stack : String(error)}\n`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
if (process.stderr.isTTY) process.stderr.write('\n')
process.stdout.write(`${tableOf(rows)}\n`)
const machine = { cores: cpus().length, node: process.version }
const results = rows.map((row) => ({ ...row, met: isMet(row) }))
await writeFile(
  'bench.json',
  `${JSON.stringify({ at: new Date().toISOString(), machine, results }, undefined, 2)}\n`,
)
if (failed.length > 0) process.stdout.write(`Not measured: ${failed.join(', ')}\n`)
process.exit(failed.length === 0 && rows.every(isMet) ? 0 : 1)
