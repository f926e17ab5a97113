/** Weighs the pages of a production build against their budgets: `npm run weigh`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'

import { excessOf, kilobytes, totalOf } from './weigh/budgets.ts'
import { heaviest, weighRegister } from './weigh/run.ts'

hashNatively()
const folder = await mkdtemp(join(tmpdir(), 'kept-weigh-'))
const weighed = weighRegister(folder)
await weighed.catch(() => {})
await rm(folder, { recursive: true })
const { pages, saving } = await weighed

const head = ['kind', 'heaviest page', 'HTML', 'CSS', 'fonts', 'scripts', 'requests', 'total']
const rows = heaviest(pages).map(({ kind, weight }) => [
  kind,
  weight.path,
  ...[weight.html, weight.css, weight.fonts, weight.scripts].map(kilobytes),
  String(weight.requests),
  kilobytes(totalOf(weight)),
])
const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)))
for (const row of [head, ...rows])
  process.stdout.write(
    `${row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  )

const tooHeavy = [
  ...pages.flatMap(({ kind, pattern, weight }) =>
    excessOf(kind, pattern, weight).map((excess) => `${weight.path}: ${excess}`),
  ),
  ...saving
    .filter(({ fonts }) => fonts > 0)
    .map(({ path }) => `${path}: a font, though data are to be saved`),
]
for (const line of tooHeavy) process.stdout.write(`TOO HEAVY ${line}\n`)
process.stdout.write(`${pages.length} pages weighed, ${tooHeavy.length} over their budget\n`)
process.exit(tooHeavy.length === 0 ? 0 : 1)
