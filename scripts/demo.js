import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'

import { ensureBuild, ensureDependencies, run, stepOrExit } from './steps.js'

const folder = (process.env.DATA_DIR ??= './data/demonstration')
process.env.DEMONSTRATION = '1'

await ensureDependencies()
await ensureBuild()
if (!existsSync(folder)) {
  // Loaded beside its place and moved there when whole: an interruption leaves nothing half-made.
  const draft = `${folder}.loading`
  rmSync(draft, { recursive: true, force: true })
  await stepOrExit('load the demonstration', () =>
    run(process.execPath, ['--import', 'tsx', 'scripts/seed.ts'], { DATA_DIR: draft }),
  )
  renameSync(draft, folder)
}

process.stdout.write('\nAccounts to try; every password is "demonstration".\n')
const people = JSON.parse(readFileSync('declarations/demonstration/people.json', 'utf8'))
const shown = people.filter((person) => person.shown)
const width = Math.max(...shown.map((person) => person.email.length))
for (const person of shown)
  process.stdout.write(`  ${person.email.padEnd(width)}  ${person.name}: ${person.shown}\n`)
process.stdout.write('\n')

await import('./serve.js')
