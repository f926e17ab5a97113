import { expect, it } from 'vitest'

import { evidenceFile } from '#app/db/read/evidence.server.ts'
import { locales } from '#app/domain/shared/language.ts'
import { speak } from '#app/i18n/speech.ts'
import * as commitment from '#app/routes/public/commitment/route.tsx'
import * as commitments from '#app/routes/public/commitments/route.tsx'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { finishErasure } from '#app/use-cases/redactions/finish-erasure.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { testServer } from '#tests/support/server.ts'
import { granted, NOW, world } from '#tests/support/world.ts'

const routes = {
  ':locale/commitments': commitments,
  ':locale/commitments/:number': commitment,
} as unknown as Parameters<typeof testServer>[0]
const NAME = 'Zebulon Quartermain'
const reason = 'A person asked for it, and nothing weighs more.'

it('shows where something was withheld, which entry says so, on what ground and why', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  const { ask } = await testServer(routes, {
    db: w.db,
    now: () => NOW,
    files: made.files,
    evidence: { attachFile, evidenceFile },
  })
  const path = `/en/commitments/${made.number}`
  const text = async (at: string) => (await ask(at)).text()
  expect(await text(path)).toContain(NAME)
  const file = await ask(`/files/${made.file}`)
  expect([file.status, await file.text()]).toEqual([200, expect.stringContaining(NAME)])

  const input = { words: [NAME], evidenceIds: [made.file], basis: 'gdpr-17' as const, reason }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), made.id, input))
  expect(await text(path)).toContain(NAME)
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  await finishErasure({ db: w.db, files: made.files, now: NOW })

  expect((await ask(`/files/${made.file}`)).status).toBe(404)
  for (const locale of locales) {
    const { t } = speak(locale)
    const page = await text(`/${locale}/commitments/${made.number}`)
    expect(page).not.toContain(NAME)
    expect(page).not.toContain('█')
    expect(page).toContain(`>${t('withheld.mark')}</span>`)
    expect(page).toContain(t('log.basis.gdpr-17'))
    expect(page).toContain(reason)
    // What is left is what the log says is left: nothing here has been tampered with.
    expect(page).toContain(t('verify.title'))
    expect(page.split(`href="/${locale}/log/`).length).toBeGreaterThan(2)
  }
  const page = await text(path)
  expect(page).toContain('Words and evidence were withheld in entries')
  expect(page).toMatch(/Withheld, see <a href="\/en\/log\/(\d+)">entry \1<\/a>/)
  expect(page).toMatch(/<title>[^<]*\[withheld\]/)
  // An address that lost words is no link any more.
  expect(page).not.toMatch(/href="https:\/\/ministry\.example\/people/)
  expect(await text('/en/commitments')).toMatch(/Teachers, trained by <span class="withheld"/)
})

it('says nothing of withholding on a record that lost nothing', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  const { ask } = await testServer(routes, { db: w.db, now: () => NOW })
  const page = await (await ask(`/en/commitments/${made.number}`)).text()
  expect(page.toLowerCase()).not.toContain('withheld')
})
