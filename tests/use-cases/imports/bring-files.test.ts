import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

import { expect, it } from 'vitest'

import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { remoteFile } from '#app/adapters/files/remote-file.server.ts'
import { recordPage } from '#app/db/read/record.server.ts'
import { bringFiles } from '#app/use-cases/imports/bring-files.server.ts'
import { brought, LATER } from '#tests/support/brought.ts'
import { fullRecord } from '#tests/support/full-record.ts'

const noText = Buffer.from('%PDF-1.7\n')
const lists = Buffer.from('name,finished\nA,yes\n')

/** A register with one public file told from another, which serves these bytes for it. */
async function told(content: Buffer, mediaType: string, served: Buffer | undefined) {
  const full = await fullRecord({
    ...{ fileName: 'lists.csv', mediaType, size: content.length },
    sha256: createHash('sha256').update(content).digest('hex'),
  })
  const { db } = await brought(full)
  const files = memoryFiles()
  const asked: string[] = []
  const bring = () =>
    bringFiles({
      ...{ db, files },
      fetchFile: async (url) => (asked.push(url), served),
    })
  const kept = async () => {
    const page = await recordPage(db, full.number, new URLSearchParams(), LATER)
    const pieces = page?.milestones[0]?.reports[0]?.evidence ?? []
    return pieces.find(({ id }) => id === full.pieces.open)?.kept
  }
  return { id: full.pieces.open, asked, bring, kept, files }
}

it('keeps the bytes that were logged, and asks for none it has', async () => {
  const { id, asked, bring, kept, files } = await told(lists, 'text/csv', lists)
  expect(await kept()).toBe(false)
  expect(await bring()).toEqual({ brought: 1, missing: [] })
  expect(asked).toEqual([`https://first.example/files/${id}`])
  expect([await kept(), files.names().length]).toEqual([true, 1])
  expect(await bring()).toEqual({ brought: 0, missing: [] })
  expect(asked).toHaveLength(1)
})

it.for<[string, Buffer, string, Buffer | undefined]>([
  ['not served', lists, 'text/csv', undefined],
  ['another file', lists, 'text/csv', Buffer.from('name,finished\nA,no\n')],
  ['not of the kind told', noText, 'text/csv', noText],
])('keeps nothing that is %s', async ([, content, mediaType, served]) => {
  const { id, bring, kept, files } = await told(content, mediaType, served)
  expect(await bring()).toEqual({ brought: 0, missing: [id] })
  expect([await kept(), files.names()]).toEqual([false, []])
})

it('fetches from where it was sent and nowhere else, and no more than it was told', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/there') response.end(lists)
    else response.writeHead(request.url === '/away' ? 302 : 404, { location: '/there' }).end()
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const at = (path: string, most = 100) => remoteFile(`http://127.0.0.1:${port}${path}`, most)
  try {
    expect(await at('/there')).toEqual(lists)
    expect(await at('/there', lists.length - 1)).toBeUndefined()
    expect([await at('/away'), await at('/nothing')]).toEqual([undefined, undefined])
  } finally {
    server.close()
  }
  expect(await at('/there')).toBeUndefined()
})
