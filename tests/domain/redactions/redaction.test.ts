import { describe, expect, it } from 'vitest'

import type { Json, PublicKind } from '#app/domain/acts/act.ts'
import { redactionStates } from '#app/domain/redactions/redaction-state.ts'
import {
  carryOutRedaction,
  isSameWish,
  noticesOf,
  proposeRedaction,
  redactionInput,
  refusalInput,
  refuseRedaction,
  withheldBy,
  wordsNowhere,
  type OpenField,
  type RedactedRecord,
  type Redaction,
  type RedactionInput,
} from '#app/domain/redactions/redaction.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'

const input: RedactionInput = {
  words: ['Ada Lovelace'],
  evidenceIds: [],
  basis: 'gdpr-17',
  reason: 'Asked for by a person',
}
const open = (
  entry: number,
  field: string,
  value: Json,
  kind: PublicKind = 'milestone.reported',
): OpenField => ({ entry, kind, digest: `d${entry}${field}`, field, value })
const piece = {
  id: 'evd_1',
  state: 'public' as const,
  round: 1,
  fileName: 'ada.pdf',
  url: null,
}
const record = (changes: Partial<RedactedRecord> = {}): RedactedRecord => ({
  commitment: {
    id: 'cmt_1',
    leadId: LEAD,
    parties: [],
    state: 'published',
    terms: { clause: 'qd2015/oer/1' },
  },
  evidence: [piece],
  open: [
    open(4, 'happened', 'By Ada Lovelace'),
    open(4, 'next', 'Nothing'),
    open(4, 'evidence.evd_1', { kind: 'file', lang: 'en', access: 'public', title: 'Lists' }),
    open(2, 'title', 'Ada Lovelace trains', 'commitment.published'),
  ],
  papers: [{ text: 'Is Ada Lovelace there?' }],
  waiting: undefined,
  ...changes,
})
const waiting: Redaction = {
  id: 'rdc_1',
  commitmentId: 'cmt_1',
  state: 'proposed',
  ...input,
  proposedBy: cast.coordinator.userId,
  proposedAt: NOW,
  decidedBy: null,
  decidedAt: null,
  refusedReason: '',
}
const code = (result: { ok: boolean; code?: string }) => result.code ?? 'ok'
const outsiders = {
  person: 'coordinator-only',
  focalPoint: 'coordinator-only',
  otherFocalPoint: 'coordinator-only',
  memberCoordinator: 'conflict-of-interest',
  left23MonthsAgo: 'conflict-of-interest',
  left25MonthsAgo: 'ok',
  administrator: 'coordinator-only',
} as const
const asEach = (ask: (actor: Actor) => { ok: boolean; code?: string }) =>
  Object.fromEntries(
    Object.keys(outsiders).map((who) => [who, code(ask(cast[who as keyof typeof outsiders]))]),
  )

describe('what is typed', () => {
  const problems = (changes: object) =>
    redactionInput
      .safeParse({ ...input, ...changes })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  it('is one word to a line, each once, without the space around it', () => {
    const typed = { ...input, words: '  Ada Lovelace \n\nAda Lovelace\n 欧阳\nRene\u0301e' }
    expect(redactionInput.parse(typed).words).toEqual(['Ada Lovelace', '欧阳', 'Renée'])
  })
  it.each<[object, string]>([
    [{ words: '' }, 'words: words-or-evidence'],
    [{ words: ['ab'] }, 'words: words-too-short'],
    [{ words: ['abc', ' x '] }, 'words: words-too-short'],
    [{ words: Array.from({ length: 21 }, (_, i) => `word ${i}`) }, 'words: words-too-many'],
    [{ words: ['x'.repeat(6001)] }, 'words: too-long'],
    [{ words: ['what █ left'] }, 'words: withheld-sign'],
    [{ words: ['half \ud800'] }, 'words: withheld-sign'],
    [{ basis: 'because' }, 'basis: missing'],
    [{ reason: 'Too few' }, 'reason: too-short'],
    [{ reason: 'x'.repeat(1001) }, 'reason: too-long'],
    [{ reason: 'It says █ there' }, 'reason: withheld-sign'],
    [{ reason: 'ada lovelace asked for it' }, 'reason: reason-repeats-words'],
    [{ reason: 'See a.example/ADA%20lovelace' }, 'reason: reason-repeats-words'],
    ...['Z%C3%A9lie', 'z%c3%a9LIE', 'Z%C3%89LIE'].map((spelled): [object, string] => [
      { words: ['Zélie'], reason: `See a.example/100%/${spelled}` },
      'reason: reason-repeats-words',
    ]),
  ])('%j is %s', (changes, problem) => {
    expect(problems(changes)).toContain(problem)
  })
  it('needs no words where evidence is named, and one Chinese character is a word', () => {
    expect(problems({ words: '', evidenceIds: ['evd_1'] })).toBeUndefined()
    expect(problems({ words: '张' })).toBeUndefined()
  })
  it('gives a reason for refusing', () => {
    expect(refusalInput.safeParse({ reason: 'No' }).success).toBe(false)
    expect(refusalInput.safeParse({ reason: 'It stands in the law.' }).success).toBe(true)
  })
})

describe('proposing', () => {
  const propose = (actor: Actor, changes: Partial<RedactionInput> = {}, of = record()) =>
    proposeRedaction('rdc_1', of, actor, { ...input, ...changes }, NOW)

  it('waits, and tells of it by its id alone', () => {
    const proposed = propose(cast.coordinator)
    expect(proposed).toMatchObject({
      ok: true,
      value: {
        redaction: waiting,
        act: { kind: 'redaction.proposed', subject: 'cmt_1', fields: { redaction: 'rdc_1' } },
      },
    })
  })
  it('is a coordinator’s who is, and lately was, no member of a party', () => {
    expect(asEach((actor) => propose(actor))).toEqual(outsiders)
  })
  it.each<[string, Partial<RedactedRecord>, Partial<RedactionInput>]>([
    ['record-not-public', { commitment: { ...record().commitment, state: 'submitted' } }, {}],
    ['redaction-already-proposed', { waiting }, {}],
    ['reason-needed', {}, { reason: '  ' }],
    ['nothing-to-withhold', {}, { words: ['Ada Lovelace', 'Bo'] }],
    ['evidence-missing', {}, { evidenceIds: ['evd_2'] }],
    ['evidence-missing', { evidence: [{ ...piece, round: null }] }, { evidenceIds: ['evd_1'] }],
    [
      'evidence-withheld',
      { evidence: [{ ...piece, state: 'withheld' }] },
      { evidenceIds: ['evd_1'] },
    ],
    ['reason-repeats-words', {}, { evidenceIds: ['evd_1'], reason: 'Is ADA.PDF theirs?' }],
    [
      'redaction-stays',
      { open: [open(9, 'reason', 'Ada Lovelace asked', 'content.redacted')] },
      {},
    ],
    ['ok', { open: [open(9, 'reason', 'Ada Lovelace asked for it once', 'content.redacted')] }, {}],
    ['ok', { open: [] }, {}],
    ['ok', { commitment: { ...record().commitment, state: 'withdrawn' } }, {}],
  ])('%s', (expected, changes, wish) => {
    expect(code(propose(cast.coordinator, wish, record(changes)))).toBe(expected)
  })
  it('knows the same wish, asked twice, from another', () => {
    expect(isSameWish(waiting, cast.coordinator, input)).toBe(true)
    expect(isSameWish(waiting, cast.secondCoordinator, input)).toBe(false)
    for (const other of [
      { words: ['Ada'] },
      { basis: 'court' as const },
      { reason: 'For another' },
    ])
      expect(isSameWish(waiting, cast.coordinator, { ...input, ...other })).toBe(false)
  })
  it('names the words that stand nowhere', () => {
    expect(wordsNowhere(record(), ['Ada Lovelace', 'is there', 'there?'])).toEqual(['is there'])
  })
})

describe('carrying out', () => {
  const carryOut = (actor: Actor, of: Partial<Redaction> = {}, changes = {}) =>
    carryOutRedaction({ ...waiting, ...of }, record(changes), actor, NOW)

  it('says in one act for each entry what of it remains', () => {
    const done = carryOut(cast.secondCoordinator, { evidenceIds: ['evd_1'] })
    if (!done.ok) throw new Error(done.code)
    const { redaction, evidence, acts } = done.value
    expect(redaction).toMatchObject({
      state: 'carried-out',
      words: [],
      evidenceIds: ['evd_1'],
      decidedBy: cast.secondCoordinator.userId,
      decidedAt: NOW,
    })
    expect(evidence).toEqual([{ id: 'evd_1', state: 'withheld' }])
    expect(acts).toMatchObject([
      {
        kind: 'content.redacted',
        subject: 'cmt_1',
        clauses: ['qd2015/oer/1'],
        by: { role: 'coordinator' },
        redacts: { basis: 'gdpr-17', digests: ['d2title'], of: 2 },
        fields: { 'remains.d2title': { field: 'title', value: '█ trains' } },
      },
      {
        redacts: { digests: ['d4evidence.evd_1', 'd4happened'], of: 4 },
        fields: {
          reason: input.reason,
          'remains.d4happened': { field: 'happened', value: 'By █' },
          'remains.d4evidence.evd_1': {
            field: 'evidence.evd_1',
            value: { kind: 'file', lang: 'en', access: 'public', withheld: true },
          },
        },
      },
    ])
    expect(JSON.stringify(done.value)).not.toContain('Ada Lovelace')
  })
  it('keeps what it says of many fields within what a leaf takes', () => {
    const many = Array.from({ length: 160 }, (_, i) => open(7, `m${i}`, 'Ada Lovelace'))
    const parts = withheldBy(waiting, input, record({ open: many }), cast.secondCoordinator, NOW)
    expect(parts.map(({ of, digests }) => [of, digests.length])).toEqual([
      [7, 75],
      [7, 75],
      [7, 10],
    ])
    expect(new Set(parts.flatMap(({ digests }) => digests)).size).toBe(160)
  })
  it('stays unseen where the words stood in nothing public', () => {
    const done = carryOut(cast.secondCoordinator, {}, { open: [] })
    expect(done).toMatchObject({
      ok: true,
      value: { withheld: [], acts: [{ kind: 'redaction.carried-out' }] },
    })
  })
  it('is a coordinator’s who is, and lately was, no member of a party', () => {
    expect(asEach((actor) => carryOut(actor))).toEqual(outsiders)
  })
  it('is never the proposer’s, and needs something to withhold', () => {
    expect(code(carryOut(cast.coordinator))).toBe('same-person')
    const gone = { open: [], papers: [], evidence: [] }
    expect(code(carryOut(cast.secondCoordinator, {}, gone))).toBe('nothing-to-withhold')
    const stays = { open: [open(9, 'reason', 'Ada Lovelace asked', 'content.redacted')] }
    expect(code(carryOut(cast.secondCoordinator, {}, stays))).toBe('redaction-stays')
  })
  it.each(redactionStates)('from %s', (state) => {
    const expected = state === 'proposed' ? 'ok' : 'redaction-not-proposed'
    expect(code(carryOut(cast.secondCoordinator, { state }))).toBe(expected)
  })
})

describe('refusing', () => {
  const reason = 'It stands in the published plan.'
  const no = (actor: Actor, of: Partial<Redaction> = {}, why = reason) =>
    refuseRedaction({ ...waiting, ...of }, record(), actor, why, NOW)

  it('keeps no words, and says why in private', () => {
    expect(no(cast.secondCoordinator)).toMatchObject({
      ok: true,
      value: {
        redaction: { state: 'refused', words: [], refusedReason: reason },
        act: { kind: 'redaction.refused', fields: { redaction: 'rdc_1', reason } },
      },
    })
  })
  it('is a coordinator’s who is, and lately was, no member of a party', () => {
    expect(asEach((actor) => no(actor))).toEqual(outsiders)
  })
  it('is never the proposer’s, and needs a reason', () => {
    expect(code(no(cast.coordinator))).toBe('same-person')
    expect(code(no(cast.secondCoordinator, {}, ' '))).toBe('reason-needed')
  })
  it.each(redactionStates)('from %s', (state) => {
    const expected = state === 'proposed' ? 'ok' : 'redaction-not-proposed'
    expect(code(no(cast.secondCoordinator, { state }))).toBe(expected)
  })
})

it('tells what one decision withheld in one breath, the newest decision first', () => {
  const one = { at: NOW, basis: 'court' as const, reason: 'As ordered', evidence: [], words: true }
  const later = new Date(NOW.getTime() + 1000)
  const shown = [
    { ...one, entry: 59, of: 12, at: later },
    { ...one, entry: 58, of: 14, evidence: ['evd_1'], words: false },
    { ...one, entry: 57, of: 12 },
    { ...one, entry: 60, of: 12, at: later },
  ]
  expect(noticesOf(shown)).toEqual([
    { ...one, at: later, entries: [59, 60], of: [12] },
    { ...one, entries: [57, 58], of: [12, 14], evidence: ['evd_1'] },
  ])
  expect(noticesOf([])).toEqual([])
})
