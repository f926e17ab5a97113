import { expect, it } from 'vitest'

import { sharedTurns } from '#app/db/read/shared-turns.server.ts'

/** Turns that end when told to, and what each was asked. */
function held() {
  const begun: { asked: string; end: (answer: string) => void; fail: (why: Error) => void }[] = []
  const turn = sharedTurns(
    (asked: string) =>
      new Promise<string>((end, fail) => {
        begun.push({ asked, end, fail })
      }),
  )
  return { begun, turn }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('gives all who ask together one turn, and whoever comes during it the next', async () => {
  const { begun, turn } = held()
  const first = [turn('a'), turn('b')]
  await settled()
  expect(begun.map(({ asked }) => asked)).toEqual(['a'])
  const second = [turn('c'), turn('d')]
  await settled()
  expect(begun).toHaveLength(1)
  begun[0]?.end('one')
  expect(await Promise.all(first)).toEqual(['one', 'one'])
  await settled()
  expect(begun.map(({ asked }) => asked)).toEqual(['a', 'c'])
  begun[1]?.end('two')
  expect(await Promise.all(second)).toEqual(['two', 'two'])
})

it('goes on after a turn that failed', async () => {
  const { begun, turn } = held()
  const first = turn('a')
  await settled()
  const second = turn('b')
  begun[0]?.fail(new Error('no answer'))
  await expect(first).rejects.toThrow('no answer')
  await settled()
  begun[1]?.end('two')
  expect(await second).toBe('two')
})
