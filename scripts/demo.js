import { readFileSync } from 'node:fs'

import { ensureBuild, ensureDependencies, run, stepOrExit } from './steps.js'

process.env.DATA_DIR ??= './data/demonstration'
process.env.DEMONSTRATION = '1'

await ensureDependencies()
await ensureBuild()
await stepOrExit('load the demonstration', () =>
  run(process.execPath, ['--import', 'tsx', 'scripts/seed.ts']),
)

process.stdout.write('\nAccounts to try; every password is "demonstration".\n')
const people = JSON.parse(readFileSync('declarations/demonstration/people.json', 'utf8'))
for (const { email, name, shown } of people)
  if (shown) process.stdout.write(`  ${email.padEnd(36)} ${name}: ${shown}\n`)
process.stdout.write('\n')

await import('./serve.js')
