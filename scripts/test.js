import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { check } from './check.js'
import { ensureBuild, ensureDependencies, bin, run, step } from './steps.js'

await ensureDependencies()
await step('find a browser', findChromium)

const reports = mkdtempSync(join(tmpdir(), 'kept-reports-'))
const unit = join(reports, 'unit.json')
const journeys = join(reports, 'journeys.json')

const failed = await check(unit)
await ensureBuild()
const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: journeys }
const playwright = ['test', '--reporter=list,json']
if (!(await step('browser journeys', () => run(bin('playwright'), playwright, env))))
  failed.push('browser journeys')

const counts = [
  { name: 'unit tests', ...unitCounts(unit) },
  { name: 'browser journeys', ...journeyCounts(journeys) },
]
rmSync(reports, { recursive: true, force: true })
const passed = counts.reduce((sum, one) => sum + one.passed, 0)
const skipped = counts.reduce((sum, one) => sum + one.skipped, 0)
// A run that broke before it could count, and a step that is no test, must not hide behind a 0.
const tests = counts.map((one) => Math.max(one.failed, failed.includes(one.name) ? 1 : 0))
const others = failed.filter((name) => !counts.some((one) => one.name === name))
const told = tests.reduce((sum, one) => sum + one, others.length)
if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`)
if (skipped > 0) process.stdout.write(`\n${skipped} skipped\n`)
const flaky = counts.reduce((sum, one) => sum + (one.flaky ?? 0), 0)
if (flaky > 0) process.stdout.write(`\n${flaky} passed only at the second try (flaky, see above)\n`)
process.stdout.write(`\n${passed} passed, ${told} failed\n`)
process.exit(told > 0 ? 1 : 0)

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function unitCounts(file) {
  const report = read(file)
  // A file that cannot be loaded fails without a test of its own to say so.
  const unread = (report?.testResults ?? []).filter(
    (one) => one.status === 'failed' && one.assertionResults.every((it) => it.status !== 'failed'),
  )
  return {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unread.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

function journeyCounts(file) {
  const { stats, errors = [] } = read(file) ?? {}
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: (stats?.unexpected ?? 0) + errors.length,
    skipped: stats?.skipped ?? 0,
    flaky: stats?.flaky ?? 0,
  }
}

/** Debian's own browser where there is one or can be one; else the one Playwright brings. */
async function findChromium() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const installed = () => process.env.CHROMIUM_PATH || places.find((path) => existsSync(path))
  const asRoot = process.getuid?.() === 0
  if (!installed() && asRoot && existsSync('/etc/debian_version')) {
    await run('apt-get', ['update', '-q'])
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
  }
  const found = installed()
  if (!found) return run(bin('playwright'), ['install', 'chromium'])
  process.env.CHROMIUM_PATH = found
  process.stdout.write(`${found}\n`)
  return 0
}
