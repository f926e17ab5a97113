import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Json } from '#app/domain/acts/act.ts'
import {
  evidenceWithheldBy,
  keepingWithheld,
  letterWithout,
  lettersLeft,
  remainsField,
  remainsIn,
  saidIn,
  stretchesOf,
  whatRemains,
  withholdsWords,
  withoutWords,
  wordsStandingIn,
} from '#app/domain/redactions/withhold.ts'

const without = (text: string, ...words: string[]) => withoutWords(text, words) as string
const wish = (words: string[], evidenceIds: string[] = []) => ({ words, evidenceIds })

describe('words in a text', () => {
  it.each<[string, string[], string]>([
    ['Ada Lovelace leads.', ['Ada Lovelace'], '█ leads.'],
    ['ada lovelace, Ada Lovelace', ['Ada Lovelace'], 'ada lovelace, █'],
    ['signed-by-Lovelace2.pdf', ['Lovelace'], 'signed-by-█2.pdf'],
    ['Ada and Bo and Ada', ['Ada'], '█ and Bo and █'],
    ['AdaAda', ['Ada'], '█'],
    ['aaaa', ['aaa'], '█'],
    ['nothing here', ['Ada'], 'nothing here'],
    ['', ['Ada'], ''],
    ['قالت ليلى القحطاني إن', ['ليلى القحطاني'], 'قالت █ إن'],
    ['وليلى', ['ليلى'], 'و█'],
    ['由欧阳明远负责培训', ['欧阳明远'], '由█负责培训'],
    ['a+b (c) $1 [d]', ['(c) $1'], 'a+b █ [d]'],
    ['😀Ada😀', ['Ada'], '😀█😀'],
  ])('%s', (text, words, left) => {
    expect(without(text, ...words)).toBe(left)
  })

  it('takes whatever any of several covers, the longest and those that overlap it', () => {
    expect(without('Ada Lovelace King', 'Ada', 'Ada Lovelace')).toBe('█ King')
    expect(without('Ada Lovelace King', 'Ada Lovelace', 'Lovelace King')).toBe('█')
    expect(without('abcde', 'ab', 'bcde')).toBe('█')
  })

  it('finds a letter with its accent however the two were written', () => {
    const [composed, parted] = ['Ren\u00e9e', 'Rene\u0301e']
    expect(without(`by ${parted}`, composed)).toBe('by █')
    expect(without(`by ${composed}`, parted)).toBe('by █')
    // Without its accent it is another name; and a text without the words keeps its own spelling.
    expect(without('Rene\u0301', 'Rene')).toBe('Rene\u0301')
  })

  it('finds what an address spells with percent signs', () => {
    expect(without('https://a.example/?is=Ada%20L', 'Ada L')).toBe('https://a.example/?is=█')
    expect(without('https://a.example/%E6%AC%A7', '欧')).toBe('https://a.example/█')
    expect(without('https://a.example/%e6%ac%a7', '欧')).toBe('https://a.example/█')
    expect(without('%e6%Ac%A7 and%e6%ac%a7', '欧')).toBe('█ and█')
    expect(without('(Zoë)* is (Zo%c3%ab)*', '(Zoë)*')).toBe('█ is █')
    // Only hex digits are the same in both cases, and only after a percent sign.
    expect(without('zo%c3%ab Zo%C3%aB e6ac a7', 'Zoë', '欧')).toBe('zo%c3%ab █ e6ac a7')
    expect(without('Ad%C3%A9x', 'd%c3')).toBe('Ad%C3%A9x')
    expect(without('%abc%20d', 'ABc d')).toBe('%abc%20d')
    expect(without('%abc%c3%ab', 'abcë')).toBe('%█')
  })

  it('loses nothing else: what stays and what goes make up the text', () => {
    const word = fc.string({
      minLength: 1,
      maxLength: 4,
      unit: fc.constantFrom('a', 'b', ' ', 'é'),
    })
    const text = fc.string({ maxLength: 30, unit: fc.constantFrom('a', 'b', ' ', 'é') })
    fc.assert(
      fc.property(text, fc.array(word, { maxLength: 4 }), (whole, words) => {
        const stretches = stretchesOf(whole, words)
        expect(stretches.map((one) => one.text).join('')).toBe(whole)
        expect(stretches.every(({ text: part }, i) => part !== '' || i === 0)).toBe(true)
        const left = without(whole, ...words)
        for (const one of words) expect(left.includes(one)).toBe(false)
        expect(without(left, ...words)).toBe(left)
      }),
    )
  })
})

describe('words in a value', () => {
  const terms = {
    id: 'mls_ada',
    title: 'Ada trains',
    dueOn: '2026-11-23',
    target: 2026,
    late: true,
    nothing: null,
    code: 'Ada-1',
    translations: { fr: { title: 'Ada forme' } },
    parties: [{ organisationId: 'org_ada', role: 'Helps Ada', share: '' }],
    questions: [{ field: 'title', text: 'Who is Ada?' }],
  } satisfies Json

  it('go from every text, deep down, and from nothing else', () => {
    expect(withoutWords(terms, ['Ada'])).toEqual({
      ...terms,
      title: '█ trains',
      code: '█-1',
      translations: { fr: { title: '█ forme' } },
      parties: [{ organisationId: 'org_ada', role: 'Helps █', share: '' }],
      questions: [{ field: 'title', text: 'Who is █?' }],
    })
    expect(withoutWords(terms, ['ada', '2026', 'true', 'title'])).toEqual(terms)
  })

  it('leave what was chosen in a change or a remainder, by the field it is of', () => {
    const change = { from: '2026-01-01', to: '2027-01-01', slippageDays: 365 }
    const all = {
      endOn: change,
      changes: [
        { field: 'endOn', from: '2026-01-01', to: '2027-01-01' },
        { field: 'milestone.mls_1.dueOn', from: '2026-01-01', to: null },
        { field: 'title', from: 'In 2026', to: 'In 2027' },
      ],
      remains: { field: 'finding', value: '2026' },
    }
    expect(withoutWords(all, ['2026'])).toEqual({
      ...all,
      changes: [all.changes[0], all.changes[1], { field: 'title', from: 'In █', to: 'In 2027' }],
    })
    expect(saidIn('achieved', 'finding')).toEqual([])
    expect(wordsStandingIn('achieved', ['achieved'], 'finding')).toEqual([])
    expect(wordsStandingIn('achieved', ['achieved'], 'reasons')).toEqual(['achieved'])
  })

  it('are told with the names that lead to them', () => {
    expect(saidIn({ title: 'A', parties: [{ role: 'B' }] }, 'terms')).toEqual([
      { path: ['terms', 'title'], text: 'A' },
      { path: ['terms', 'parties', '0', 'role'], text: 'B' },
    ])
  })
})

describe('what remains of a field', () => {
  const piece = {
    kind: 'file',
    lang: 'en',
    access: 'public',
    addedOn: '2026-11-01',
    title: 'Lists of Ada',
    sha256: 'ab'.repeat(32),
    size: 10,
    mediaType: 'text/csv',
  }
  const gone = { kind: 'file', lang: 'en', access: 'public', addedOn: '2026-11-01', withheld: true }

  it('is the field without the words, or nothing said where none stands', () => {
    expect(whatRemains('happened', 'By Ada', wish(['Ada']))).toBe('By █')
    expect(whatRemains('happened', 'By Bo', wish(['Ada']))).toBeUndefined()
    expect(whatRemains('value', 2026, wish(['2026']))).toBeUndefined()
    expect(whatRemains('measuredOn', '2026-01-01', wish(['2026']))).toBeUndefined()
  })

  it('is of a piece withheld whole only that it was there', () => {
    expect(whatRemains('evidence.evd_1', piece, wish([], ['evd_1']))).toEqual(gone)
    expect(whatRemains('evidence.evd_1', piece, wish(['Ada'], ['evd_1']))).toEqual(gone)
    expect(whatRemains('evidence.evd_1', piece, wish([], ['evd_2']))).toBeUndefined()
    expect(whatRemains('evidence.evd_1', piece, wish(['Ada']))).toEqual({
      ...piece,
      title: 'Lists of █',
    })
    expect(whatRemains('evidence.evd_1', gone, wish([], ['evd_1']))).toBeUndefined()
  })

  it('follows an earlier redaction to what it repeats', () => {
    const field = remainsField('d1')
    const said = { field: 'happened', value: '█ and Bo' }
    expect(remainsIn(field, said)).toEqual({ digest: 'd1', ...said })
    expect(whatRemains(field, said, wish(['Bo']))).toEqual({ ...said, value: '█ and █' })
    const twice = { field, value: said }
    expect(whatRemains(remainsField('d2'), twice, wish(['Bo']))).toEqual({
      field,
      value: { ...said, value: '█ and █' },
    })
    const of = { field: 'evidence.evd_1', value: { ...piece, title: '█' } }
    expect(whatRemains(field, of, wish([], ['evd_1']))).toEqual({ ...of, value: gone })
    expect(remainsIn('reason', said)).toBeUndefined()
    expect(remainsIn(field, 'said')).toBeUndefined()
  })

  it('tells which pieces a redaction took whole, and whether it took words', () => {
    const words = { [remainsField('d1')]: { field: 'happened', value: '█' } }
    const whole = { [remainsField('d2')]: { field: 'evidence.evd_1', value: gone } }
    const chain = {
      [remainsField('d3')]: { field: remainsField('d2'), value: Object.values(whole)[0]! },
    }
    expect(evidenceWithheldBy({ reason: 'x', ...words, ...whole })).toEqual(['evd_1'])
    expect(evidenceWithheldBy(chain)).toEqual(['evd_1'])
    expect([words, whole, chain, { reason: 'x' }].map(withholdsWords)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

it('keeps what stands where a text given anew only says again what was withheld', () => {
  const standing = {
    title: '█ trains (all)',
    text: 'A text that changed, by █',
    milestones: [
      { id: 'b', title: 'By █' },
      { id: 'a', title: 'By nobody', target: 3 },
    ],
    list: ['█', 'two'],
  }
  const given = {
    title: 'Ada trains (all)',
    text: 'Another text, by Ada',
    milestones: [
      { id: 'a', title: 'By Ada', target: 4 },
      { id: 'b', title: 'By Ada' },
      { id: 'c', title: 'New by Ada' },
    ],
    list: ['Ada', '2', 'three'],
    extra: 'more',
  }
  expect(keepingWithheld(standing, given)).toEqual({
    ...given,
    title: '█ trains (all)',
    milestones: [given.milestones[0], { id: 'b', title: 'By █' }, given.milestones[2]],
    list: ['█', '2', 'three'],
  })
  expect(keepingWithheld(null, given)).toEqual(given)
  expect(keepingWithheld('█ trains (all)', ' trains (all)')).toBe(' trains (all)')
  expect(keepingWithheld('none withheld', 'none')).toBe('none')
  expect(keepingWithheld('a █ b █ c', 'a x b y b z c')).toBe('a █ b █ c')
  for (const other of ['a x c', 'a x b y', 'x b y c', 'a  b y c'])
    expect(keepingWithheld('a █ b █ c', other)).toBe(other)
})

it('leaves the addresses of this very site in a letter', () => {
  const letter = 'About Ada:\n{{origin}}/en/desk/Ada\nhttps://ada.example/Ada\n'
  expect(letterWithout(letter, ['Ada'])).toBe(
    'About █:\n{{origin}}/en/desk/Ada\nhttps://ada.example/█\n',
  )
})

it('counts what a text still says', () => {
  expect(lettersLeft('as ordered')).toBe(10)
  expect(lettersLeft(' █ as █ ')).toBe(2)
  expect(lettersLeft('█')).toBe(0)
})
