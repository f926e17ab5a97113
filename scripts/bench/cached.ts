import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { rates } from './load.ts'
import { inWords, rateRow, type Bench, type Row } from './measure.ts'
import { onTheFloor, serving } from './serving.ts'

const PAGE = '/en/commitments?group=academia&outcome=behind'
const IDLE_MB = 150

/** Public pages from the cache, against a server that can do nothing but send the same bytes. */
export async function benchCached({ folder, register, sizes, loads }: Bench): Promise<Row[]> {
  const place = await register(sizes.usual)
  return serving(place, async ({ url, memory }) => {
    const coded = { 'accept-encoding': 'br' }
    await (await fetch(url + PAGE, { headers: coded })).arrayBuffer()
    const idle = (await memory()).now
    const { headers, body } = await asSent(url + PAGE)
    const page = join(folder, 'page.json')
    await writeFile(page, JSON.stringify({ headers, body: body.toString('base64') }))
    const held = { ...coded, 'if-none-match': headers['etag'] ?? '' }
    return onTheFloor(place, page, async (floor) => {
      const paths = [PAGE]
      const same = ['/same']
      const whole = await rates(
        { kept: { url, paths, headers: coded }, limit: { url: floor, paths: same } },
        loads,
      )
      const unchanged = await rates(
        {
          kept: { url, paths, headers: held, status: 304 },
          limit: { url: floor, paths: same, headers: held, status: 304 },
        },
        loads,
      )
      const against = 'node:http'
      return [
        rateRow(`a page from the cache, ${body.length} bytes`, { ...whole, against }, 0.5),
        rateRow('the same, not changed since (304)', { ...unchanged, against }, 0.7),
        {
          work: `resident memory, idle, ${inWords(sizes.usual)} commitments`,
          limit: `${IDLE_MB} MB`,
          kept: `${idle.toFixed(0)} MB`,
          ratio: idle / IDLE_MB,
          budget: { atMost: 1 },
        },
      ]
    })
  })
}

/** The bytes as they cross the network, encoded; `fetch` decodes what it gets. */
async function asSent(url: string) {
  const { get } = await import('node:http')
  return new Promise<{ headers: Record<string, string>; body: Buffer }>((done, fail) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        const own = Object.entries(res.headers).filter(
          ([name]) => !['connection', 'keep-alive', 'date', 'transfer-encoding'].includes(name),
        )
        const headers = Object.fromEntries(own.map(([name, value]) => [name, String(value)]))
        done({ headers, body: Buffer.concat(chunks) })
      })
    }).on('error', fail)
  })
}
