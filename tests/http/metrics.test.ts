import type { AddressInfo } from 'node:net'

import { expect, it } from 'vitest'

import { metrics, metricsServer } from '#app/http/metrics.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { growLog } from '#tests/support/long-log.ts'
import { testServer } from '#tests/support/server.ts'
import { NOW } from '#tests/support/world.ts'

it('tells operators how things stand, by kinds and without anybody’s address', async () => {
  const db = await freshDatabase()
  await growLog(db, 3)
  const watched = metrics({ db, now: () => NOW })
  const line = { id: 'a', method: 'GET', status: 200, ms: 30, aborted: false }
  watched.answered({ ...line, path: '/en/commitments/QD-2026-0001' }, true)
  watched.answered({ ...line, path: '/en/desk/queue', method: 'BREW' }, false)
  watched.answered({ ...line, path: '/secret-address', status: 404 }, false)
  watched.limited('sign-in')
  const server = metricsServer(watched, { error: () => {} } as never)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const text = await (await fetch(`${at}/metrics`)).text()
  for (const told of [
    'kept_requests_total{kind="page",method="GET",status="200"} 1',
    'kept_requests_total{kind="desk",method="other",status="200"} 1',
    'kept_requests_total{kind="other",method="GET",status="404"} 1',
    'kept_request_seconds_bucket{le="0.05",kind="page"} 1',
    'kept_cache_hits_total 1',
    'kept_limited_total{limit="sign-in"} 1',
    'kept_log_entries 3',
    'kept_mails_waiting 0',
    'kept_mails_given_up 0',
    'kept_writes_waiting 0',
    'kept_refused_attempts 0',
  ])
    expect(text).toContain(`${told}\n`)
  expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m)
  expect(text).toMatch(/^kept_event_loop_delay_p99_seconds [\d.e-]+$/m)
  expect(text).not.toContain('secret-address')
  expect((await fetch(`${at}/`)).status).toBe(404)
  watched.stop()
  await new Promise((resolve) => server.close(resolve))
})

it('is not on the public port', async () => {
  const { ask } = await testServer()
  for (const path of ['/metrics', '/metrics/', '/en/metrics', '/healthz/metrics'])
    expect((await ask(path)).status).toBe(404)
})
