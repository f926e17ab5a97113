import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { ensureBuild, run } from './steps.js'

// A register of its own for one run of the journeys: seeded, served, and gone afterwards.
const folder = mkdtempSync(join(tmpdir(), 'kept-e2e-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.env.DATA_DIR = folder
process.env.DEMONSTRATION = '1'

await ensureBuild()
for (const program of ['scripts/seed.ts', 'scripts/e2e-past.ts']) {
  const code = await run(process.execPath, ['--import', 'tsx', program])
  if (code !== 0) process.exit(code)
}
await import('./serve.js')
