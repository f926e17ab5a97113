import { describe, expect, it } from 'vitest'

import { parsePolicy, quorumMet, writePolicy } from '#app/domain/ledger/policy.ts'
import {
  COSIGNATURE_KEY,
  formatVerifierKey,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'

import { log, logSigner, witness } from './example-log.ts'

const vkey = ({ name, type, publicKey }: VerifierKey) => formatVerifierKey(name, type, publicKey)
const logLine = `log ${vkey(log.key)}`
const key = (secret: number) => witness(`w${secret}.example`, secret).key
const line = (name: string, secret: number) => `witness ${name} ${vkey(key(secret))}`
const lines = (...all: string[]) => `${all.join('\n')}\n`

const groups = lines(
  '# Who must have seen it',
  logLine,
  '',
  line('X1', 11),
  line('X2', 12),
  line('X3', 13),
  'group X-witnesses 2 X1 X2 X3',
  line('Y1', 21),
  line('Y2', 22),
  line('Y3', 23),
  'group Y-witnesses any Y1 Y2 Y3',
  'group X-and-Y all X-witnesses Y-witnesses',
  'quorum X-and-Y',
)

describe('a policy', () => {
  it('is read as the specification has it', () => {
    const policy = parsePolicy(groups)
    expect(policy.logs).toEqual([log.key])
    expect(policy.witnesses.map(({ name }) => name)).toEqual(['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'])
    expect(policy.witnesses[0]).toEqual({ name: 'X1', key: key(11) })
    expect(policy.groups).toEqual([
      { name: 'X-witnesses', threshold: 2, members: ['X1', 'X2', 'X3'] },
      { name: 'Y-witnesses', threshold: 1, members: ['Y1', 'Y2', 'Y3'] },
      { name: 'X-and-Y', threshold: 2, members: ['X-witnesses', 'Y-witnesses'] },
    ])
    expect(policy.quorum).toBe('X-and-Y')
  })

  it('is written so that it reads back the same, group by group and address by address', () => {
    const url = 'https://w1.example/witness'
    for (const text of [groups, 'quorum none', lines(`${line('W1', 1)} ${url}`, 'quorum W1')]) {
      const policy = parsePolicy(text)
      expect(parsePolicy(writePolicy(policy))).toEqual(policy)
    }
    expect(writePolicy(parsePolicy(groups))).toContain('group X-and-Y 2 X-witnesses Y-witnesses\n')
  })

  it('may be nothing but a quorum of nobody', () => {
    expect(parsePolicy('quorum none')).toEqual({
      logs: [],
      witnesses: [],
      groups: [],
      quorum: 'none',
    })
  })

  it('takes spaces, tabs, comments, URLs and names of any script', () => {
    const text = lines(
      '  # an indented comment',
      `\t${logLine} \t https://kept.example/log `,
      '\t ',
      `witness  指導者\t${vkey(key(1))}  https://w1.example/`,
      ' quorum 指導者 ',
    )
    const policy = parsePolicy(text)
    expect(policy.logs).toEqual([log.key])
    expect(policy.witnesses).toEqual([{ name: '指導者', key: key(1), url: 'https://w1.example/' }])
    expect(policy.quorum).toBe('指導者')
  })

  it('holds 32 of each, and more', () => {
    const many = Array.from({ length: 40 }, (_, i) => i)
    const text = lines(
      ...many.map((i) => `log ${vkey(logSigner(`log${i}.example`, 100 + i).key)}`),
      ...many.map((i) => line(`w${i}`, i + 1)),
      ...many.map((i) => `group g${i} any w${i}`),
      `group most 30 ${many.map((i) => `g${i}`).join(' ')}`,
      'quorum most',
    )
    const policy = parsePolicy(text)
    const some = (count: number) => new Set(many.slice(0, count).map((i) => `w${i}`))
    expect(quorumMet(policy, some(30))).toBe(true)
    expect(quorumMet(policy, some(29))).toBe(false)
  })

  const two = [line('A', 1), line('B', 2)]
  it.each([
    ['no-quorum', 'no-quorum', lines(logLine, ...two)],
    ['no-quorum', 'no-quorum', ''],
    ['no-quorum', 'no-quorum', '# quorum none'],
    ['repeated-quorum', 'line 2', lines('quorum none', 'quorum none')],
    ['unknown-line', 'line 1', lines('quorum', 'quorum none')],
    ['unknown-line', 'line 3', lines(...two, 'quorum A B')],
    ['unknown-line', 'line 1', lines('Quorum none')],
    ['unknown-line', 'line 1', lines('log', 'quorum none')],
    ['unknown-line', 'line 1', lines(`${logLine} https://a.example more`, 'quorum none')],
    ['unknown-line', 'line 1', lines('witness A', 'quorum none')],
    ['unknown-line', 'line 1', lines(`${line('A', 1)} https://a.example more`, 'quorum none')],
    ['unknown-line', 'line 3', lines(...two, 'group G all', 'quorum none')],
    ['unknown-line', 'line 2', lines('quorum none', 'mirror A')],
    ['unknown-name', 'line 1', lines('quorum A', line('A', 1))],
    ['unknown-name', 'line 3', lines(...two, 'group G any A C', 'quorum G')],
    ['unknown-name', 'line 3', lines(...two, 'group G any A G', 'quorum G')],
    ['unknown-name', 'line 3', lines(...two, 'group G any A none', 'quorum G')],
    ['unknown-name', 'line 2', lines(line('A', 1), 'quorum a')],
    ['repeated-name', 'line 2', lines(line('A', 1), line('A', 2), 'quorum A')],
    ['repeated-name', 'line 3', lines(...two, 'group A any B', 'quorum A')],
    ['repeated-name', 'line 3', lines(...two, 'group none any B', 'quorum none')],
    ['repeated-name', 'line 1', lines(line('none', 1), 'quorum none')],
    ['repeated-key', 'line 2', lines(line('A', 1), line('B', 1), 'quorum A')],
    ['repeated-key', 'line 2', lines(logLine, logLine, 'quorum none')],
    ['repeated-member', 'line 3', lines(...two, 'group G 2 A A', 'quorum G')],
    ['repeated-member', 'line 4', lines(...two, 'group G any A', 'group H any A B', 'quorum H')],
    ['bad-threshold', 'line 3', lines(...two, 'group G 0 A B', 'quorum G')],
    ['bad-threshold', 'line 3', lines(...two, 'group G 3 A B', 'quorum G')],
    ['bad-threshold', 'line 3', lines(...two, 'group G 01 A B', 'quorum G')],
    ['bad-threshold', 'line 3', lines(...two, 'group G -1 A B', 'quorum G')],
    ['bad-threshold', 'line 3', lines(...two, 'group G some A B', 'quorum G')],
    ['bad-key', 'line 1', lines('log none', 'quorum none')],
    ['bad-key', 'line 1', lines(`log ${vkey(key(1))}`, 'quorum none')],
    ['bad-key', 'line 1', lines(`witness A ${vkey(log.key)}`, 'quorum none')],
    ['bad-key', 'line 1', lines(`witness A ${vkey(key(1)).slice(0, -1)}`, 'quorum A')],
    ['bad-character', 'line 2', 'quorum none\n\r\n'],
    ['bad-character', 'line 1', 'quorum none\r\n'],
    ['bad-character', 'line 1', 'quorum none\u0000\n'],
    ['bad-character', 'line 1', '# a comment with a delete\u007f\nquorum none\n'],
    ['unknown-line', 'line 1', 'quorum\u00a0none\n'],
  ])('is refused as %s in %s', (code, where, text) => {
    const refusal = expect.objectContaining({ name: 'PolicyError', code })
    expect(() => parsePolicy(text)).toThrow(refusal)
    expect(() => parsePolicy(text)).toThrow(where)
  })

  it('knows the same key under another name for the same signer', () => {
    const { publicKey } = key(1)
    const renamed = formatVerifierKey('renamed.example', COSIGNATURE_KEY, publicKey)
    const text = lines(line('A', 1), `witness B ${renamed}`, 'group G 2 A B', 'quorum G')
    expect(() => parsePolicy(text)).toThrow(expect.objectContaining({ code: 'repeated-key' }))
  })
})

describe('a quorum', () => {
  const policy = parsePolicy(groups)
  it.each([
    [false, []],
    [false, ['X1', 'X2', 'X3']],
    [false, ['Y1', 'Y2', 'Y3']],
    [false, ['X1', 'Y1', 'Y2', 'Y3']],
    [true, ['X1', 'X2', 'Y1']],
    [true, ['X1', 'X3', 'Y3']],
    [true, ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3']],
    // Only a witness witnesses: a name of a group, or one not in the policy, is nobody's word.
    [false, ['X-and-Y']],
    [false, ['X-witnesses', 'Y-witnesses']],
    [false, ['X1', 'X4', 'Y1']],
    [false, ['x1', 'x2', 'y1']],
  ])('is %s with %j', (met, names) => {
    expect(quorumMet(policy, new Set(names))).toBe(met)
  })

  it('may be one witness, or nobody', () => {
    const one = parsePolicy(lines(line('A', 1), line('B', 2), 'quorum B'))
    expect(quorumMet(one, new Set(['B']))).toBe(true)
    expect(quorumMet(one, new Set(['A']))).toBe(false)
    expect(quorumMet(parsePolicy('quorum none\n'), new Set())).toBe(true)
  })
})
