/** Measures the register against its budgets: `npm run bench -- --help`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'

import { benchAppend } from './bench/append.ts'
import { isMet, tableOf, type Row } from './bench/measure.ts'
import { benchRegister } from './bench/register.ts'

const works = { append: benchAppend, register: benchRegister }
type Name = keyof typeof works
const names = Object.keys(works) as Name[]

const usage = `npm run bench -- [--only ${names.join(',')}]

Makes its own data in a temporary folder, measures each work against a limit measured in the same
run, prints the table and writes it to bench.json. The exit status is 1 when a budget is missed.`

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } })
const asked = values.only?.split(',') ?? names
const unknown = asked.filter((name) => !names.some((known) => known === name))
if (values.help || unknown.length > 0) {
  process.stdout.write(`${usage}\n`)
  process.exit(values.help ? 0 : 1)
}

// As the server does.
hashNatively()
const say = (line: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${line.padEnd(60)}`)
}
const rows: Row[] = []
for (const name of names.filter((known) => asked.includes(known))) {
  const folder = await mkdtemp(join(tmpdir(), `kept-bench-${name}-`))
  try {
    rows.push(...(await works[name](folder, say)))
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
process.exit(rows.every(isMet) ? 0 : 1)
