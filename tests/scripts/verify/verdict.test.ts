import { expect, it } from 'vitest'

import type { Verdict } from '#scripts/verify/reading.ts'
import { isWhole, verdictInWords } from '#scripts/verify/verdict.ts'

const whole: Verdict = {
  url: 'https://kept.example',
  key: 'kept.example/log+4ed9e0bd+Aep',
  trust: 'given',
  checkpoint: { origin: 'kept.example/log', size: 1234, root: 'abc=', note: '' },
  since: { size: 1000, at: '2026-11-20T08:00:00.000Z' },
  redactions: 1,
  records: { commitments: 104, organisations: 20, declarations: 1 },
  pages: { compared: 104, of: 104 },
  files: { compared: 54, of: 54, elsewhere: 0 },
  compared: true,
  problems: [],
  proof: undefined,
  requests: 180,
  seconds: 4.26,
}

it('says first, in words, that all is well, and then by what', () => {
  expect(verdictInWords(whole)).toBe(
    [
      'The log is whole: 1,234 entries, signed by kept.example/log.',
      'Nothing was rewritten since 2026-11-20, when it had 1,000.',
      '1 entry orders content withheld, each with a reason.',
      'The register shows what its log says: 104 commitments, 20 organisations, 1 declaration.',
      'All 104 pages of commitments show the same.',
      '54 files of evidence: the bytes are those that were logged.',
      '',
      'Key:        kept.example/log+4ed9e0bd+Aep',
      '            you handed it in',
      'Root:       abc= over 1,234 entries',
      'Asked:      180 requests to https://kept.example in 4.3 s',
    ].join('\n'),
  )
})

it('says which files are kept by the register they were reported in', () => {
  const words = verdictInWords({ ...whole, files: { compared: 9, of: 9, elsewhere: 9 } })
  expect(words).toContain('9 files are kept by the register they were reported in: ask there.')
  expect(words).not.toContain('files of evidence')
})

it('says what was not done', () => {
  const words = verdictInWords({
    ...whole,
    trust: 'first-use',
    since: undefined,
    redactions: 0,
    files: undefined,
    pages: { compared: 200, of: 10_000 },
  })
  expect(words).toContain('keep a state file (--state)')
  expect(words).toContain('200 of 10,000 pages of commitments show the same.')
  expect(words).toContain('TAKEN FROM THE LOG ITSELF')
  expect(words).not.toMatch(/withheld|files of evidence/)
})

it('names each problem with both values, and counts what it does not tell', () => {
  const problem = {
    where: 'QD-2026-0001',
    code: 'record-differs',
    path: 'title',
    shown: 'A',
    fromLog: 'B',
  }
  const verdict = { ...whole, problems: [problem] }
  expect(isWhole(verdict)).toBe(false)
  expect(verdictInWords(verdict)).toContain('NOT WHOLE: 1 thing is not as it should be.')
  expect(verdictInWords(verdict)).toContain(
    '  QD-2026-0001  title\n      is shown otherwise than it was logged\n      shown: A\n      in the log: B',
  )
  const many = { ...whole, problems: Array.from({ length: 45 }, () => problem) }
  expect(verdictInWords(many)).toContain('… and 5 more (--json lists all)')
  const values = { ...problem, shown: undefined, fromLog: { a: 'x'.repeat(400) } }
  const words = verdictInWords({ ...whole, problems: [values] })
  expect(words).toContain('shown: nothing')
  expect(words).toMatch(/in the log: \{"a":"x+…/)
})

it('is no verdict on records that were never compared', () => {
  const stopped = { ...whole, compared: false, proof: 'kept.state.contradiction' }
  expect(isWhole(stopped)).toBe(false)
  const words = verdictInWords({ ...stopped, problems: [{ where: 'log', code: 'log-shrank' }] })
  expect(words).toContain('The records were not compared')
  expect(words).toContain('is kept in kept.state.contradiction')
  expect(words).toContain('  log\n      the log is shorter than it was')
})
