import { expect, it } from 'vitest'

import {
  attachEvidence,
  endingsTaken,
  evidenceFields,
  fileInput,
  fileKindProblem,
  fileKinds,
  linkInput,
  MAX_EVIDENCE_ITEMS,
  MAX_FILE_BYTES,
  MAX_REPORT_BYTES,
  QUOTA_BYTES,
  removeEvidence,
  type Evidence,
  type FileInput,
  type LinkInput,
  type Stock,
} from '#app/domain/evidence/evidence.ts'
import { reportStates } from '#app/domain/milestones/report-state.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'
import { answer, each, milestone, report } from '#tests/support/facts.ts'

const link: LinkInput = {
  kind: 'link',
  title: 'Attendance lists',
  lang: 'en',
  access: 'public',
  heldReason: '',
  url: 'https://ministry.example/lists',
}
const file: FileInput = {
  title: 'Attendance lists',
  lang: 'en',
  access: 'public',
  heldReason: '',
  fileName: 'lists.pdf',
  storedName: 'abcdefgh01234567',
  mediaType: 'application/pdf',
  size: 1200,
  sha256: 'ab'.repeat(32),
  scan: 'not-scanned',
}
const none: Stock = { pieces: 0, reportBytes: 0, organisationBytes: 0, quotaBytes: QUOTA_BYTES }
const attach = (
  input: FileInput | LinkInput,
  {
    state = 'drafted' as (typeof reportStates)[number],
    already = {} as Partial<Stock>,
    actor = cast.editor as Actor,
  } = {},
) => attachEvidence('evd_1', report(state), milestone(), { ...none, ...already }, actor, input, NOW)
const attached = (input: FileInput | LinkInput = link): Evidence => {
  const result = attach(input)
  if (!result.ok) throw new Error(result.code)
  return result.value.evidence
}
const remove = (
  evidence: Evidence,
  state: (typeof reportStates)[number] = 'drafted',
  actor: Actor = cast.editor,
) => removeEvidence(evidence, report(state), milestone(), actor, NOW)

const onlyWhileEditable = (refusal: string) => ({
  drafted: 'done',
  reported: refusal,
  'under-review': refusal,
  returned: 'done',
  achieved: refusal,
  'partly-achieved': refusal,
  'not-achieved': refusal,
  'not-verifiable': refusal,
})

it('is added while the report is in its organisation’s hands', () => {
  expect(each(reportStates, (state) => answer(attach(link, { state })))).toEqual(
    onlyWhileEditable('report-not-editable'),
  )
})

it('is taken back while the report is in its organisation’s hands', () => {
  expect(each(reportStates, (state) => answer(remove(attached(), state)))).toEqual(
    onlyWhileEditable('evidence-handed-in'),
  )
})

it('stays once it was handed in, even when the report comes back', () => {
  expect(answer(remove({ ...attached(), round: 1 }, 'returned'))).toBe('evidence-handed-in')
})

it('is kept as file, link or dataset with what was said of it', () => {
  expect(attached()).toEqual({
    id: 'evd_1',
    reportId: 'rpt_1',
    state: 'scanned',
    fileName: null,
    storedName: null,
    mediaType: null,
    size: null,
    sha256: null,
    scan: null,
    round: null,
    ...link,
  })
  expect(attached({ ...link, kind: 'dataset' }).kind).toBe('dataset')
  expect(attached(file)).toMatchObject({ kind: 'file', url: null, ...file })
})

it('is a private act until the report is handed in', () => {
  expect(answer(attach(link), (v) => v.act)).toMatchObject({
    kind: 'evidence.attached',
    subject: 'rpt_1',
    commitmentId: 'cmt_1',
    by: { organisationId: LEAD },
  })
  expect(answer(remove(attached(file)), (v) => [v.act.kind, v.storedName])).toEqual([
    'evidence.removed',
    file.storedName,
  ])
})

it('is refused when the report has enough of it', () => {
  expect(answer(attach(link, { already: { pieces: MAX_EVIDENCE_ITEMS - 1 } }))).toBe('done')
  expect(answer(attach(link, { already: { pieces: MAX_EVIDENCE_ITEMS } }))).toBe(
    'too-much-evidence',
  )
})

it('is refused when a file is not what its name says', () => {
  expect(answer(attach({ ...file, mediaType: 'image/png' }))).toBe('file-not-what-it-says')
  expect(answer(attach({ ...file, fileName: 'lists.exe' }))).toBe('file-type-not-taken')
})

it('is the lead’s members’ to add and to take back', () => {
  for (const actor of [cast.person, cast.otherFocalPoint, cast.former, cast.coordinator]) {
    expect(answer(attach(link, { actor }))).toBe('not-your-organisation')
    expect(answer(remove(attached(), 'drafted', actor))).toBe('not-your-organisation')
  }
})

it('takes each kind of file for what its bytes show, in either case', () => {
  for (const [ending, types] of Object.entries(fileKinds))
    for (const type of types) {
      expect(fileKindProblem(`Report 2026.${ending}`, type)).toBeUndefined()
      expect(fileKindProblem(`REPORT.${ending.toUpperCase()}`, type)).toBeUndefined()
      expect(fileKindProblem(`report.${ending}`, undefined)).toBe('file-not-what-it-says')
    }
})

it('has room up to the quota of a report and of an organisation, to the byte', () => {
  const room = (already: Partial<Stock>) => answer(attach(file, { already }))
  expect(room({ reportBytes: MAX_REPORT_BYTES - file.size })).toBe('done')
  expect(room({ reportBytes: MAX_REPORT_BYTES - file.size + 1 })).toBe('report-quota-full')
  expect(room({ organisationBytes: QUOTA_BYTES - file.size })).toBe('done')
  expect(room({ organisationBytes: QUOTA_BYTES - file.size + 1 })).toBe('organisation-quota-full')
  expect(room({ organisationBytes: 0, quotaBytes: file.size - 1 })).toBe('organisation-quota-full')
  expect(answer(attach(link, { already: { organisationBytes: QUOTA_BYTES } }))).toBe('done')
})

it('takes office documents only once a scanner found nothing in them', () => {
  for (const [ending, [mediaType]] of Object.entries(fileKinds)) {
    const office = /^(docx|xlsx|odt|ods)$/.test(ending)
    const given = { ...file, fileName: `Lists.${ending.toUpperCase()}`, mediaType }
    expect(answer(attach({ ...given, scan: 'clean' }))).toBe('done')
    expect(answer(attach({ ...given, scan: 'not-scanned' }))).toBe(
      office ? 'file-needs-scanner' : 'done',
    )
    expect(endingsTaken(true)).toContain(ending)
    expect(endingsTaken(false).includes(ending)).toBe(!office)
  }
})

it('takes no kind of file that is not listed', () => {
  const names = [
    'report.html',
    'report.svg',
    'report',
    '.pdf.exe',
    'x.constructor',
    'x.toString',
    '',
  ]
  expect(names.map((name) => fileKindProblem(name, 'application/pdf'))).toEqual(
    names.map(() => 'file-type-not-taken'),
  )
})

it('tells the log that a held piece exists and why, not where it is', () => {
  const open = attached()
  const held = { ...attached(file), id: 'evd_2', access: 'held' as const, heldReason: 'Has names.' }
  const heldLink = { ...open, id: 'evd_3', access: 'held' as const, heldReason: 'Has names.' }
  const addedAt = new Date('2026-11-20T23:59:59Z')
  const items = [open, held, heldLink].map((item) => ({ ...item, addedAt }))
  expect(evidenceFields(items)).toEqual({
    'evidence.evd_1': {
      kind: 'link',
      title: 'Attendance lists',
      lang: 'en',
      access: 'public',
      addedOn: '2026-11-20',
      url: 'https://ministry.example/lists',
    },
    'evidence.evd_2': {
      kind: 'file',
      title: 'Attendance lists',
      lang: 'en',
      access: 'held',
      addedOn: '2026-11-20',
      heldReason: 'Has names.',
      sha256: file.sha256,
      size: 1200,
      mediaType: 'application/pdf',
    },
    'evidence.evd_3': {
      kind: 'link',
      title: 'Attendance lists',
      lang: 'en',
      access: 'held',
      addedOn: '2026-11-20',
      heldReason: 'Has names.',
    },
  })
  expect(evidenceFields([])).toEqual({})
  // Handed in once more after it was withheld, a piece stays what is left of it.
  const withheld = { ...open, state: 'withheld' as const, title: '', url: null, addedAt }
  expect(evidenceFields([withheld])).toEqual({
    'evidence.evd_1': {
      kind: 'link',
      lang: 'en',
      access: 'public',
      addedOn: '2026-11-20',
      withheld: true,
    },
  })
})

it('takes no sign of withholding in a title, a reason, a name or an address', () => {
  const codes = (parsed: { error?: { issues: { message: string }[] } | undefined }) =>
    parsed.error?.issues.map(({ message }) => message)
  for (const changes of [
    { title: 'Lists of █' },
    { heldReason: '█' },
    { url: 'https://a.example/█' },
  ])
    expect(codes(linkInput.safeParse({ ...link, ...changes }))).toEqual(['withheld-sign'])
  expect(codes(fileInput.safeParse({ ...file, fileName: '█.pdf' }))).toEqual(['withheld-sign'])
})

const codes = (schema: typeof linkInput | typeof fileInput, typed: unknown) =>
  schema.safeParse(typed).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)

it('names by code what is wrong with a link', () => {
  expect(codes(linkInput, link)).toBeUndefined()
  expect(codes(linkInput, { ...link, url: 'ministry.example' })).toEqual(['url not-a-url'])
  expect(codes(linkInput, { ...link, url: 'javascript:alert(1)' })).toEqual(['url not-a-url'])
  expect(codes(linkInput, { ...link, url: 'http://localhost/x' })).toEqual(['url not-a-url'])
  expect(codes(linkInput, { ...link, kind: 'file' })).toEqual(['kind missing'])
  expect(codes(linkInput, { ...link, title: '' })).toEqual(['title missing'])
})

it('wants a reason for holding a piece back', () => {
  const held = { access: 'held', heldReason: '  ' }
  expect(codes(linkInput, { ...link, ...held })).toEqual(['heldReason reason-when-held'])
  expect(codes(fileInput, { ...file, ...held })).toEqual(['heldReason reason-when-held'])
  expect(codes(linkInput, { ...link, ...held, heldReason: 'Has names.' })).toBeUndefined()
})

it('takes a file from one byte to ten megabytes, under a name of its own making', () => {
  expect(codes(fileInput, { ...file, size: 1 })).toBeUndefined()
  expect(codes(fileInput, { ...file, size: MAX_FILE_BYTES })).toBeUndefined()
  expect(codes(fileInput, { ...file, size: MAX_FILE_BYTES + 1 })).toEqual(['size file-too-large'])
  expect(codes(fileInput, { ...file, size: 0 })).toEqual(['size file-empty'])
  const bad = ['../../etc/passwd', 'short', 'WITH-CAPITALS-0123456789']
  for (const storedName of bad)
    expect(fileInput.safeParse({ ...file, storedName }).success).toBe(false)
  expect(fileInput.safeParse({ ...file, sha256: 'AB'.repeat(32) }).success).toBe(false)
})
