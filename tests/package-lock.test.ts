import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

/**
 * Registries' mirrors may refuse `npm audit`: what was public on 2026-11-28 about the packages we
 * have, and the first version without it. Looked through again with every change of a version.
 */
const floors: Record<string, { least: string; because: string }> = {
  '@libsql/client': { least: '0.18.0', because: 'leaks a file descriptor per transaction (#350)' },
  '@remix-run/express': { least: '2.17.5', because: 'GHSA-4q56-crqp-v477, GHSA-h5cw-625j-3rxh' },
  '@remix-run/node': { least: '2.17.5', because: 'GHSA-9583-h5hc-x8cw, GHSA-84g9-w2xq-vcv6' },
  '@remix-run/react': { least: '2.17.5', because: 'GHSA-8v8x-cx79-35w7, GHSA-3cgp-3xvw-98x8' },
  '@remix-run/router': { least: '1.23.4', because: 'GHSA-jjmj-jmhj-qwj2, GHSA-2j2x-hqr9-3h42' },
  '@remix-run/server-runtime': { least: '2.17.5', because: 'GHSA-8x6r-g9mw-2r78' },
  'drizzle-orm': { least: '0.45.2', because: 'GHSA-gpj5-g38j-94v9' },
  'react-router': { least: '6.30.6', because: 'GHSA-jjmj-jmhj-qwj2' },
  'react-router-dom': { least: '6.30.6', because: 'GHSA-jjmj-jmhj-qwj2' },
}

type Lock = { packages: Record<string, { version?: string }> }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

const numbers = (version: string) => version.split(/[.+-]/, 3).map(Number)
function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [numbers(version), numbers(least)]
  const at = have.findIndex((part, index) => part !== want[index])
  return at === -1 || have[at]! > want[at]!
}

it.each(Object.entries(floors))('has no %s below what is known to be mended', (name, { least }) => {
  const found = Object.entries(packages).filter(
    ([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
  )
  expect(found.length).toBeGreaterThan(0)
  for (const [path, { version = '' }] of found)
    expect([path, version, isAtLeast(version, least)]).toEqual([path, version, true])
})

it('lists what the server is made of, for programs that know of faults', () => {
  const { scripts, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { sbom: string }
    dependencies: Record<string, string>
  }
  type Parts = { bomFormat: string; components: { purl: string }[] }
  const { bomFormat, components } = JSON.parse(
    execSync(scripts.sbom, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as Parts
  expect(bomFormat).toBe('CycloneDX')
  const listed = components.map(({ purl }) => decodeURIComponent(purl))
  for (const name of Object.keys(dependencies))
    expect(listed).toContain(`pkg:npm/${name}@${packages[`node_modules/${name}`]?.version}`)
})

it('compares versions by their numbers', () => {
  expect(isAtLeast('1.23.4', '1.23.4')).toBe(true)
  expect(isAtLeast('1.100.0', '1.23.4')).toBe(true)
  expect(isAtLeast('1.23.3', '1.23.4')).toBe(false)
  expect(isAtLeast('0.45.10', '0.45.2')).toBe(true)
})
