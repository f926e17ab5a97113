import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { evidenceFile, evidenceToOpen } from '#app/db/read/evidence.server.ts'
import { parties } from '#app/db/schema/commitments.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { members } from '#app/db/schema/organisations.ts'
import type { FileInput } from '#app/domain/evidence/evidence.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { openEvidence } from '#app/use-cases/evidence/open-evidence.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { again, person } from '#tests/support/people.ts'
import {
  daysFromNow,
  granted,
  NOW,
  published,
  reportContent,
  world,
  type World,
} from '#tests/support/world.ts'

const file = (title: string, changes: Partial<FileInput> = {}): FileInput => ({
  title,
  lang: 'en',
  access: 'public',
  heldReason: '',
  fileName: `${title}.csv`,
  storedName: 'a'.repeat(32),
  mediaType: 'text/csv',
  size: 12,
  sha256: 'b'.repeat(64),
  scan: 'clean',
  ...changes,
})

async function formerMember(w: World, key: string, organisationId: string, monthsAgo: number) {
  const { userId } = await person(w.db, key, { coordinator: true })
  const until = new Date(NOW)
  until.setUTCMonth(until.getUTCMonth() - monthsAgo)
  await w.db.insert(members).values({
    id: `mbr_${key}`,
    organisationId,
    userId,
    role: 'editor',
    since: daysFromNow(-2000),
    until,
  })
  return again(w.db, userId)
}

/** A report that came back with questions: one piece of each kind, and one added since. */
async function reportWithEvidence() {
  const w = await world()
  const commitment = await published(w)
  const milestoneId = commitment.terms.milestones?.[0]?.id ?? ''
  const { report } = granted(await draftReport(w.as(w.partner), milestoneId))
  const attach = async (input: FileInput) =>
    granted(await attachFile(w.as(w.partner), report.id, input)).evidence.id
  const ids = {
    public: await attach(file('open')),
    held: await attach(file('closed', { access: 'held', heldReason: 'It names people.' })),
    withheld: await attach(file('redacted')),
    draft: '',
    link: granted(
      await attachLink(w.as(w.partner), report.id, {
        ...{ title: 'A page', lang: 'en', access: 'public', heldReason: '', kind: 'link' },
        url: 'https://example.org/page',
      }),
    ).evidence.id,
  }
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  granted(await submitReport(w.as(w.partner), report.id))
  const { review } = granted(await takeReport(w.as(w.coordinator), report.id))
  const questions = [{ field: 'evidence', text: 'Is there more?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  ids.draft = await attach(file('fresh'))
  await w.db.update(evidence).set({ state: 'withheld' }).where(eq(evidence.id, ids.withheld))
  return { w, ids, commitment, report }
}

describe('who may have a file of evidence', async () => {
  const { w, ids, commitment } = await reportWithEvidence()
  const lately = await formerMember(w, 'lately', w.organisationId, 23)
  const longAgo = await formerMember(w, 'long-ago', w.organisationId, 25)
  const party = await formerMember(w, 'party', w.otherOrganisationId, 1)
  await w.db.insert(parties).values({
    id: 'pty_other',
    commitmentId: commitment.id,
    organisationId: w.otherOrganisationId,
    kind: 'partner',
    role: 'Host',
    share: '',
    state: 'invited',
    invitedAt: NOW,
  })
  const everybody: [string, Viewer, (keyof typeof ids)[]][] = [
    ['the public', undefined, ['public']],
    ['a stranger', w.stranger, ['public']],
    ['another organisation', w.otherPartner, ['public']],
    ['an administrator', w.administrator, ['public']],
    ['a focal point of the lead', w.partner, ['public', 'held', 'draft']],
    ['an editor of the lead', w.editor, ['public', 'held', 'draft']],
    ['a coordinator', w.coordinator, ['public', 'held']],
    ['a coordinator who left the lead 25 months ago', longAgo, ['public', 'held']],
    ['a coordinator who left the lead 23 months ago', lately, ['public']],
    ['a coordinator who left a party last month', party, ['public']],
  ]

  it.each(everybody)('%s', async (_, viewer, may) => {
    const got: string[] = []
    for (const [name, id] of Object.entries(ids))
      if (await evidenceFile(w.db, viewer, id, NOW)) got.push(name)
    expect(got).toEqual(may)
  })

  it('a coordinator of a party that refused its part has no interest', async () => {
    await w.db.update(parties).set({ state: 'refused' }).where(eq(parties.id, 'pty_other'))
    expect(await evidenceFile(w.db, party, ids.held, NOW)).toBeDefined()
  })

  it('no file is found under the name it is stored by, or under none', async () => {
    for (const id of ['a'.repeat(32), '', 'evd_none'])
      expect(await evidenceFile(w.db, w.coordinator, id, NOW)).toBeUndefined()
  })
})

it('offers a piece for opening to coordinators alone, and says when each of them opened it', async () => {
  const { w, ids } = await reportWithEvidence()
  const seen = (viewer: Viewer, id: string) => evidenceToOpen(w.db, viewer, id, NOW)
  for (const viewer of [undefined, w.stranger, w.partner, w.otherPartner, w.conflicted])
    expect(await seen(viewer, ids.link)).toBeUndefined()
  expect(await seen(w.coordinator, ids.draft)).toBeUndefined()
  expect(await seen(w.coordinator, ids.withheld)).toBeUndefined()

  granted(await openEvidence(w.as(w.coordinator), ids.link))
  expect(await seen(w.coordinator, ids.link)).toMatchObject({
    url: 'https://example.org/page',
    openedAt: NOW,
  })
  expect(await seen(w.secondCoordinator, ids.link)).toMatchObject({ openedAt: null })
})
