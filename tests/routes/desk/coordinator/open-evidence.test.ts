import { expect, it } from 'vitest'

import { evidenceOpenings } from '#app/db/schema/evidence.ts'
import * as openEvidence from '#app/routes/desk/coordinator/open-evidence/route.tsx'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, published, reportContent, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/evidence/:id/open': openEvidence }
const described = { lang: 'en', access: 'held' as const, heldReason: 'It names people.' }

async function withEvidence({ handedIn = true } = {}) {
  const w = await world()
  const by = w.as(w.partner)
  const commitment = await published(w)
  const id = commitment.terms.milestones?.[0]?.id ?? ''
  const { report } = granted(await draftReport(by, id))
  const link = granted(
    await attachLink(by, report.id, {
      ...{ ...described, title: 'A page', kind: 'link', lang: 'en' },
      url: 'https://evil.example/a?b=c',
    }),
  ).evidence
  const file = granted(
    await attachFile(by, report.id, {
      ...{ ...described, title: 'A list', lang: 'en', fileName: 'a.csv', mediaType: 'text/csv' },
      ...{ size: 3, storedName: 'a'.repeat(32), sha256: 'b'.repeat(64), scan: 'clean' },
    }),
  ).evidence
  granted(await editReport(by, report.id, reportContent))
  if (handedIn) granted(await submitReport(by, report.id))
  const server = await askedBy(w, routes)
  const path = (it: { id: string }) => `/en/desk/evidence/${it.id}/open`
  return { w, server, link, file, path, coordinator: await server.by(w.coordinator) }
}

it('notes the opening once, and leads to the file', async () => {
  const { w, coordinator, file, path } = await withEvidence()
  for (let n = 0; n < 3; n++) {
    const answer = await coordinator.post(path(file), {})
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      `/en/desk/files/${file.id}`,
    ])
  }
  expect(await w.db.select().from(evidenceOpenings)).toMatchObject([
    { evidenceId: file.id, coordinatorId: w.coordinator.userId },
  ])
})

it('sends nobody to a partner’s address unseen: it shows where the link leads', async () => {
  const { coordinator, link, path } = await withEvidence()
  expect(await (await coordinator.get(path(link))).text()).not.toContain(
    'href="https://evil.example',
  )
  const answer = await coordinator.post(path(link), {})
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path(link)])
  const page = await (await coordinator.get(path(link))).text()
  expect(page).toContain('href="https://evil.example/a?b=c" rel="noopener noreferrer nofollow"')
  expect(page).toContain('Go to evil.example')
})

it('opens for coordinators without an interest, once handed in, and for nobody else', async () => {
  const { w, server, link, path } = await withEvidence()
  for (const who of [w.conflicted, w.partner, w.otherPartner, w.stranger, w.administrator]) {
    const person = await server.by(who)
    expect([403, 404]).toContain((await person.get(path(link))).status)
    expect((await unchanged(w.db, () => person.post(path(link), {}))).status).toBe(403)
  }
  const draft = await withEvidence({ handedIn: false })
  expect((await draft.coordinator.get(draft.path(draft.link))).status).toBe(404)
  const tried = await unchanged(draft.w.db, () =>
    draft.coordinator.post(draft.path(draft.link), {}),
  )
  expect(tried.status).toBe(404)
})
