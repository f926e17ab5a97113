import { expect, it } from 'vitest'

import routes from '#app/routes.ts'
import { malformed } from '#scripts/torture/malformed.ts'
import { patternsOf } from '#scripts/torture/patterns.ts'
import { testServer } from '#tests/support/server.ts'

const modules = import.meta.glob<object>('../../../app/routes/**/route.tsx', { eager: true })

it('answers what no browser would send, and readers meanwhile', async () => {
  const table = await Promise.resolve(routes)
  expect(await patternsOf(table)).toContain(':locale/desk/commitments/:id/edit/:step')
  const home = modules['../../../app/routes/public/home/route.tsx'] ?? {}
  const signIn = modules['../../../app/routes/account/sign-in/route.tsx'] ?? {}
  const { address } = await testServer({ ':locale': home, ':locale/sign-in': signIn })
  const { hostname: host, port } = new URL(address)
  const report = await malformed({
    ...{ host, port: Number(port), requests: 300, slow: 5 },
    paths: ['/en', '/en/sign-in', '/en/desk', '/api/v1/commitments', '/log', '/data/x'],
  })
  expect(report.faults).toEqual([])
  expect(report.sent).toBe(300)
  expect(report.probes).toBeGreaterThan(0)
  // The refusals are really reached.
  for (const status of ['400', '404', '405', '414', '415', '431'])
    expect(report.statuses[status]).toBeGreaterThan(0)
}, 60_000)
