import { expect, it } from 'vitest'

import { progressLine } from '#scripts/verify/progress.ts'

const out = (isTTY: boolean) => {
  const lines: string[] = []
  return { isTTY, lines, write: (text: string) => lines.push(text) }
}

it('changes one line on a terminal and takes it away at the end', () => {
  const terminal = out(true)
  const line = progressLine(terminal)
  line.end()
  expect(terminal.lines).toEqual([])
  line.say('entries', 256, 700)
  line.say('records', 5, undefined)
  line.end()
  expect(terminal.lines.map((text) => text.trim())).toEqual([
    'Compared entries: 256 of 700',
    'Compared records: 5',
    '',
  ])
  expect(terminal.lines.every((text) => text.startsWith('\r'))).toBe(true)
})

it('writes a line every few seconds where nobody watches', () => {
  const file = out(false)
  let now = 0
  const line = progressLine(file, () => now)
  for (const at of [0, 1_000, 4_999, 5_000, 6_000, 10_001]) {
    now = at
    line.say('pages', at, 20_000)
  }
  line.end()
  expect(file.lines).toEqual([
    'Compared pages: 5000 of 20000\n',
    'Compared pages: 10001 of 20000\n',
  ])
})
