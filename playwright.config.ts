import { createServer, type AddressInfo } from 'node:net'

import { defineConfig } from '@playwright/test'

/** A port nobody uses. Chosen once; the workers, which read this file again, inherit it. */
async function freePort(): Promise<string> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return String(port)
}
/** A register that is running already, such as `npm run dev`; else one is made for this run. */
const running = process.env['E2E_ORIGIN']
const port = running ? '' : (process.env['E2E_PORT'] ??= await freePort())
const origin = running ?? `http://localhost:${port}`
// Debian's chromium as root, and without calling home.
const quiet =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync'
const executablePath = process.env['CHROMIUM_PATH']

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // One more try tells a slow machine from a broken journey; the report names the flaky ones.
  retries: 1,
  reporter: 'list',
  use: {
    baseURL: origin,
    locale: 'en-GB',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // A trace takes half as long again; `--trace on` makes one when it is wanted.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: quiet.split(' '),
    },
  },
  projects: [
    { name: 'js', use: { browserName: 'chromium' } },
    {
      name: 'no-js',
      use: { browserName: 'chromium', javaScriptEnabled: false },
      // They run a script of their own in the page, or look at what no script could change.
      testIgnore: ['a11y', 'markup', 'long-content', 'injection'].map((one) => `**/${one}.spec.ts`),
    },
  ],
  ...(running
    ? {}
    : {
        webServer: {
          command: 'node scripts/e2e-server.js',
          url: `${origin}/healthz`,
          env: { PORT: port, ORIGIN: origin, NODE_ENV: 'production', RATE_LIMITS: 'off' },
          timeout: 300_000,
          gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 12_000 },
        },
      }),
})
