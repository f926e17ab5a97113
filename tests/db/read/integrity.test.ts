import { beforeAll, expect, it } from 'vitest'

import { recordIntegrity } from '#app/db/read/integrity.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { tampered } from '#tests/support/tampered.ts'
import { dayFromNow, drafted, granted, NOW, TODAY } from '#tests/support/world.ts'

let it_: FullRecord
beforeAll(async () => {
  it_ = await fullRecord()
})

/** Each problem in one word or two: its code, the entry or the path. */
async function foundAfter(...statements: string[]) {
  const copy = await tampered(it_.db, ...statements)
  const { problems } = await recordIntegrity(copy, it_.id, TODAY)
  return problems.map(({ code, entry, path }) => [code, entry, path].filter((x) => x !== undefined))
}
const where = (condition: string) => `WHERE ${condition}`
const entriesOf = async () => {
  const { rows } = await it_.db.$client.execute(
    `SELECT entry, kind FROM acts WHERE commitment_id = '${it_.id}' AND entry IS NOT NULL ORDER BY entry`,
  )
  return rows.map(({ entry, kind }) => ({ entry: Number(entry), kind: kind as string }))
}

it('finds every record whole that nobody touched', async () => {
  const { db, id, other } = it_
  expect(await checkReplay(db, NOW)).toBe(5)
  expect(await recordIntegrity(db, id, TODAY)).toEqual({ checkedEntries: 13, problems: [] })
  expect(await recordIntegrity(db, other.id, TODAY)).toEqual({ checkedEntries: 3, problems: [] })
  expect(await foundAfter()).toEqual([])
})

it('names each thing shown that is not what the log says', async () => {
  const {
    id,
    milestones: [one, two],
    reportId,
    reviews,
    pieces,
  } = it_
  const cases: [string, string[]][] = [
    [`UPDATE commitments SET title = 'Other' ${where(`id = '${id}'`)}`, ['title']],
    [`UPDATE commitments SET outcome = 'kept' ${where(`id = '${id}'`)}`, ['outcome']],
    [`UPDATE commitments SET assurance = 'disputed' ${where(`id = '${id}'`)}`, ['assurance']],
    [
      `UPDATE commitments SET lead_id = '${it_.w.otherOrganisationId}' ${where(`id = '${id}'`)}`,
      ['lead'],
    ],
    [`UPDATE commitments SET "group" = 'academia' ${where(`id = '${id}'`)}`, ['group']],
    [`UPDATE commitments SET number = 'QD-2026-0009' ${where(`id = '${id}'`)}`, ['number']],
    [`UPDATE commitments SET state = 'closed' ${where(`id = '${id}'`)}`, ['state']],
    [
      `UPDATE milestones SET due_on = '2030-01-01' ${where(`id = '${two}'`)}`,
      [`milestones[${two}].dueOn`],
    ],
    [`UPDATE milestones SET target = 1 ${where(`id = '${one}'`)}`, [`milestones[${one}].target`]],
    [
      `UPDATE milestones SET terms = json_set(terms, '$.title', 'Other') ${where(`id = '${one}'`)}`,
      [`milestones[${one}].title`],
    ],
    [
      `UPDATE commitment_versions SET terms = json_set(terms, '$.text', 'Other') ${where(`commitment_id = '${id}' AND version = 1`)}`,
      ['versions[1].terms.text'],
    ],
    [
      `UPDATE commitment_versions SET reason = 'Other' ${where(`commitment_id = '${id}' AND version = 2`)}`,
      ['versions[2].reason'],
    ],
    [
      `DELETE FROM commitment_clauses ${where(`commitment_id = '${id}' AND "primary" = 0`)}`,
      ['furtherClauses[0]'],
    ],
    [
      `UPDATE commitment_places SET place = 'GH' ${where(`commitment_id = '${id}'`)}`,
      ['places[0]'],
    ],
    [
      `UPDATE parties SET role = 'Nothing' ${where(`commitment_id = '${id}' AND kind = 'partner'`)}`,
      [`partners[${it_.w.otherOrganisationId}].role`],
    ],
    [
      `UPDATE report_rounds SET content = json_set(content, '$.value', 9999) ${where(`report_id = '${reportId}' AND round = 2`)}`,
      [`milestones[${one}].reports[${reportId}].rounds[2].value`],
    ],
    [
      `UPDATE reviews SET reviewed_value = 3100 ${where(`id = '${reviews.corrected}'`)}`,
      [`milestones[${one}].reports[${reportId}].findings[${reviews.corrected}].reviewedValue`],
    ],
    [
      `UPDATE reviews SET reasons = 'Other' ${where(`id = '${reviews.review}'`)}`,
      [`milestones[${one}].reports[${reportId}].findings[${reviews.review}].reasons`],
    ],
    [
      `DELETE FROM replies`,
      [`milestones[${one}].reports[${reportId}].findings[${reviews.review}].reply`],
    ],
    [
      `UPDATE evidence SET sha256 = '${'cd'.repeat(32)}' ${where(`id = '${pieces.open}'`)}`,
      [`milestones[${one}].reports[${reportId}].evidence[${pieces.open}].sha256`],
    ],
    [
      `UPDATE evidence SET access = 'public', state = 'public' ${where(`id = '${pieces.held}'`)}`,
      ['access', 'heldReason'].map(
        (field) => `milestones[${one}].reports[${reportId}].evidence[${pieces.held}].${field}`,
      ),
    ],
    [
      `UPDATE evidence SET state = 'withheld' ${where(`id = '${pieces.link}'`)}`,
      ['withheld', 'title', 'url'].map(
        (field) => `milestones[${one}].reports[${reportId}].evidence[${pieces.link}].${field}`,
      ),
    ],
  ]
  for (const [statement, paths] of cases) {
    const found = await foundAfter(statement)
    const expected = paths.map((path) => ['record-differs', path])
    expect([statement, found.toSorted()]).toEqual([statement, expected.toSorted()])
  }
})

it('names an organisation of the record that is not what it was verified as', async () => {
  const { organisationId, otherOrganisationId } = it_.w
  const named = (id: string) =>
    `UPDATE organisations SET names = json_set(names, '$.en', 'Other') WHERE id = '${id}'`
  expect(await foundAfter(named(organisationId))).toEqual([
    ['organisation-differs', `${organisationId}.names.en`],
  ])
  expect(await foundAfter(named(otherOrganisationId))).toEqual([
    ['organisation-differs', `${otherOrganisationId}.names.en`],
  ])
  const state = `UPDATE organisations SET state = 'suspended' WHERE id = '${organisationId}'`
  expect(await foundAfter(state)).toContainEqual([
    'organisation-differs',
    `${organisationId}.state`,
  ])
})

it('names the entry whose leaf, hash, disclosure or act was changed', async () => {
  const entries = await entriesOf()
  const { entry } = entries[1]!
  const codes = async (statement: string) =>
    (await foundAfter(statement)).map(([code, at]) => [code, at])
  expect(
    await codes(
      `UPDATE log_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'focal-point', 'coordinator') AS BLOB) WHERE idx = ${entry}`,
    ),
  ).toEqual(expect.arrayContaining([['leaf-differs', entry]]))
  expect(
    await foundAfter(`UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = ${entry}`),
  ).toEqual([
    ['leaf-differs', entry],
    ['record-differs', `entries[${entry}].leafHash`],
  ])
  expect(await codes(`UPDATE log_entry SET leaf = x'7b7d' WHERE idx = ${entry}`)).toEqual(
    expect.arrayContaining([['leaf-unreadable', entry]]),
  )
  const first = `(SELECT digest FROM disclosures WHERE idx = ${entry} ORDER BY rowid LIMIT 1)`
  expect(
    await codes(
      `UPDATE disclosures SET disclosure = substr(disclosure, 1, 20) WHERE idx = ${entry} AND digest = ${first}`,
    ),
  ).toEqual(
    expect.arrayContaining([
      ['opening-unknown', entry],
      ['digest-unopened', entry],
    ]),
  )
  expect(
    await codes(
      `UPDATE disclosures SET disclosure = NULL WHERE idx = ${entry} AND digest = ${first}`,
    ),
  ).toEqual(expect.arrayContaining([['digest-unopened', entry]]))
  expect(
    await codes(`UPDATE acts SET fields = json_set(fields, '$.role', 'x') WHERE entry = ${entry}`),
  ).toEqual([['act-differs', entry]])
  expect(await codes(`UPDATE acts SET role = 'coordinator' WHERE entry = ${entry}`)).toEqual([
    ['act-differs', entry],
  ])
})

it('names an act that is gone from the record', async () => {
  const entries = await entriesOf()
  const reported = entries.filter(({ kind }) => kind === 'milestone.reported')[1]!
  const next = entries.find(({ entry }) => entry > reported.entry)!
  expect(await foundAfter(`DELETE FROM acts WHERE entry = ${reported.entry}`)).toEqual(
    expect.arrayContaining([['act-missing', next.entry]]),
  )
})

it('bears with the status of the day that has just ended, and with no older one', async () => {
  const silent = dayFromNow(130 + 91)
  const at = async (day: string) =>
    (await recordIntegrity(it_.db, it_.id, day)).problems.map(({ path }) => path)
  expect(await at(silent)).toEqual([])
  expect(await at(dayFromNow(130 + 93))).toEqual(['outcome'])
})

it('says nothing of what is not public', async () => {
  const nothing = { checkedEntries: 0, problems: [] }
  expect(await recordIntegrity(it_.db, 'cmt_none', TODAY)).toEqual(nothing)
  const draft = await drafted(it_.w)
  expect(await recordIntegrity(it_.db, draft.id, TODAY)).toMatchObject({ problems: [] })
})

it('is whole after a redaction, and is not when the redaction is dropped or undone', async () => {
  const record = await fullRecord()
  const { w, db, id, pieces } = record
  const wish = {
    words: ['12,000 primary'],
    evidenceIds: [pieces.link],
    basis: 'gdpr-17' as const,
    reason: 'A person asked for it.',
  }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), id, wish))
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  expect((await recordIntegrity(db, id, TODAY)).problems).toEqual([])
  expect(await checkReplay(db, NOW)).toBe(5)

  const after = async (statement: string) => {
    const { problems } = await recordIntegrity(await tampered(db, statement), id, TODAY)
    return problems.map(({ code }) => code)
  }
  const newest = `(SELECT max(entry) FROM acts WHERE kind = 'content.redacted')`
  expect(await after(`DELETE FROM acts WHERE entry = ${newest}`)).toContain('digest-unopened')
  expect(
    await after(`UPDATE disclosures SET disclosure = 'x' WHERE redaction = ${newest}`),
  ).toContain('opening-unknown')
  const title = `UPDATE commitments SET title = replace(title, '█', '12,000 primary')`
  expect(await after(title)).toEqual(['record-differs'])
})
