import { pathToFileURL } from 'node:url'

import { bin, ensureDependencies, run, step } from './steps.js'

/** What every change has to pass, in the order in which it is soonest told. */
const steps = [
  ['format', ['run', '--silent', 'format:check']],
  ['lint', ['run', '--silent', 'lint']],
  ['boundaries', ['run', '--silent', 'boundaries']],
  ['types', ['run', '--silent', 'types']],
  ['dead code', ['run', '--silent', 'dead-code']],
]

/** Runs all of them and answers the names of those that failed. */
export async function check(unitReport) {
  const failed = []
  for (const [name, args] of steps)
    if (!(await step(name, () => run('npm', args)))) failed.push(name)
  const report = unitReport ? ['--reporter=json', `--outputFile.json=${unitReport}`] : []
  const vitest = ['run', '--reporter=default', ...report]
  if (!(await step('unit tests', () => run(bin('vitest'), vitest)))) failed.push('unit tests')
  return failed
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureDependencies()
  const failed = await check()
  if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`)
  process.exit(failed.length > 0 ? 1 : 0)
}
