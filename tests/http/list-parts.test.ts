import { expect, it } from 'vitest'

import { csvList, jsonList, slices } from '#app/http/list-parts.server.ts'

const gathered = async (parts: AsyncIterable<string>) => {
  let text = ''
  for await (const part of parts) text += part
  return text
}
async function* rowsOf(...some: (readonly { n: number }[])[]) {
  yield* some
}
const columns = [['n', ({ n }: { n: number }) => n]] as const

it('is whole JSON and a whole table, however the rows come and if none do', async () => {
  const head = { total: 3 }
  const some = () => rowsOf([{ n: 1 }, { n: 2 }], [{ n: 3 }])
  expect(JSON.parse(await gathered(jsonList(head, some())))).toEqual({
    format: 'kept/1',
    total: 3,
    items: [{ n: 1 }, { n: 2 }, { n: 3 }],
  })
  expect(JSON.parse(await gathered(jsonList(head, rowsOf())))).toMatchObject({ items: [] })
  expect(JSON.parse(await gathered(jsonList(head, rowsOf([], [{ n: 1 }]))))).toMatchObject({
    items: [{ n: 1 }],
  })
  expect(await gathered(csvList(columns, some()))).toBe('\uFEFFn\r\n1\r\n2\r\n3\r\n')
  expect(await gathered(csvList(columns, rowsOf()))).toBe('\uFEFFn\r\n')
})

it('parts a long list without losing any of it', () => {
  const ids = Array.from({ length: 1001 }, (_, i) => String(i))
  const parts = [...slices(ids)]
  expect(parts.flat()).toEqual(ids)
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(500)
  expect([...slices([])]).toEqual([])
})
