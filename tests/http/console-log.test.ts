import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { expect, it } from 'vitest'

const file = pathToFileURL(join(process.cwd(), 'app/http/console-log.server.ts')).href

/** What a process of its own writes before it ends as `last` says. */
function written(last: string): { lines: Record<string, unknown>[]; status: number | null } {
  const program = `
    import { consoleLog } from ${JSON.stringify(file)}
    const log = consoleLog()
    const line = { id: 'a', method: 'GET', path: '/en', status: 200, ms: 1, aborted: false }
    log.request(line)
    log.info({ witness: 'w' }, 'asked')
    log.request({ ...line, path: '/"},\\n{"level":60' })
    ${last}`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const lines = stdout.trimEnd().split('\n')
  return { lines: lines.map((text) => JSON.parse(text) as Record<string, unknown>), status }
}

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/) as string
const three = [
  {
    ...{ level: 30, time, id: 'a', method: 'GET', path: '/en', status: 200, ms: 1 },
    ...{ aborted: false, msg: 'request' },
  },
  { level: 30, time, witness: 'w', msg: 'asked' },
  expect.objectContaining({ path: '/"},\n{"level":60', msg: 'request' }),
]

it('writes a line each, in their order, also when the process ends', () => {
  expect(written('process.exit(3)')).toEqual({ lines: three, status: 3 })
  expect(written('')).toEqual({ lines: three, status: 0 })
})

it('writes what went wrong at once, and what was before it', () => {
  const { lines } = written(
    `log.error({ err: new Error('gone') }, 'failed'); process.kill(process.pid, 'SIGKILL')`,
  )
  expect(lines).toEqual([
    ...three,
    expect.objectContaining({ level: 50, msg: 'failed', err: expect.anything() as unknown }),
  ])
})
