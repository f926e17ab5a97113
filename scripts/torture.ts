/** Kills the register while it publishes and proves what is left: `npm run torture -- --help`. */
import { parseArgs } from 'node:util'

import { torture } from './torture/harness.ts'

const usage = `npm run torture -- [--kills N] [--seed N]

  --kills  how many times (200)
  --seed   of the random moments; the report names it, so that a run can be repeated

Works in a temporary folder of its own and ends only processes it started. The process that is
killed is no web server but runs the same use-cases, the same signing job and the same files.`

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean' },
  },
})
const [kills, seed] = [Number(values.kills), Number(values.seed)]
if (values.help || !(kills >= 1 && Number.isInteger(kills) && Number.isInteger(seed))) {
  process.stdout.write(`${usage}\n`)
  process.exit(values.help ? 0 : 1)
}

const report = await torture({
  kills,
  seed,
  onKill: (round, entries) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\rkilled ${round} of ${kills}, ${entries} entries `)
  },
})
if (process.stderr.isTTY) process.stderr.write('\n')
for (const problem of report.problems) process.stdout.write(`FAILED ${problem}\n`)
process.stdout.write(
  `${report.kills} kills (seed ${seed}) in ${report.seconds.toFixed(0)} s: ` +
    `${report.acknowledged} acts acknowledged, ${report.durableUnacknowledged} kept without, ` +
    `${report.entries} entries, ${report.checkpoints} checkpoints, ` +
    `${report.problems.length} problems\n`,
)
process.exit(report.problems.length > 0 ? 1 : 0)
