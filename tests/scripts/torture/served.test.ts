import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { closeDatabase } from '#app/db/client.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { openScratchRegister } from '#scripts/scratch/register.ts'
import { look, prepare } from '#scripts/torture/served.ts'
import { granted } from '#tests/support/world.ts'

it('makes a register that waits to be published from, and sees what became of it', async () => {
  const home = await mkdtemp(join(tmpdir(), 'kept-served-'))
  try {
    const { folder, waiting, cookie } = await prepare(join(home, 'register'), 2)
    expect(cookie).toMatch(/^session=[\w-]{43}$/)
    const [one = '', other = ''] = waiting
    const { db, coordinator } = await openScratchRegister(folder)
    granted(await publishCommitment({ db, actor: coordinator, now: new Date() }, one))
    closeDatabase(db)
    const found = await look(folder, [one, other])
    expect([...found.published]).toEqual([one])
    expect(found.problems).toEqual([`${other} is lost`])

    const again = await openScratchRegister(folder)
    granted(await publishCommitment({ ...again, actor: again.coordinator, now: new Date() }, other))
    closeDatabase(again.db)
    expect((await look(folder, waiting)).problems).toEqual([])
  } finally {
    await rm(home, { recursive: true, force: true })
  }
})
