import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { openingsBetween } from '#app/db/read/log-openings.server.ts'
import { bundleOf, newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { backupOf, broughtBack } from '#tests/support/copies.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import { published, reported } from '#tests/support/world.ts'

/** Leaves the log's files in a folder, by the paths they are served under. */
async function mirrored(db: Database, folder: string) {
  const { size, note } = (await newestCheckpoint(db))!
  const files: Record<string, string | Uint8Array> = {
    checkpoint: note,
    [`tile/entries/000.p/${size}`]: (await bundleOf(db, 0, size))!,
  }
  for (const told of await openingsBetween(db, 0, size))
    files[`disclosures/${told.index}.json`] = JSON.stringify(told)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'log', path)), { recursive: true })
    await writeFile(join(folder, 'log', path), content)
  }
}

function recover(dataDir: string, ...args: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/recover.ts', ...args],
    { env, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

it(
  'mends a data folder from a copy of the log, and says what it cannot',
  { timeout: 60_000 },
  async () => {
    const w = await signedWorld()
    const kept = await published(w)
    const backup = await backupOf(w.db)
    await reported(w, kept)
    await w.sign()
    const { db, folder } = await broughtBack(backup)
    await writeFile(join(folder, 'checkpoints.log'), w.marks.text)
    const mirror = join(folder, 'mirror')
    await mirrored(w.db, mirror)
    const { size, root } = (await newestCheckpoint(w.db))!

    await rm(join(mirror, 'log', 'disclosures', `${size - 1}.json`))
    const lacking = recover(folder, '--from', mirror)
    expect(lacking.status).toBe(1)
    expect(lacking.stderr).toContain(
      `Nothing was written: the copy does not tell all that entry ${size - 1} says`,
    )

    await mirrored(w.db, mirror)
    const done = recover(folder, '--from', mirror)
    expect(done.stderr).toBe('')
    expect(done.status).toBe(0)
    expect(done.stdout).toContain(`Recovered 1 entries: the log has ${size} again`)
    expect(done.stdout).toContain('accounts, memberships and invitations made since the backup')
    expect(await checkLog(db)).toBe(hex(root))
  },
)
