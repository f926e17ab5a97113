import { fork } from 'node:child_process'
import { once } from 'node:events'

import { rates } from './load.ts'
import { median, milliseconds, rateRow, type Bench, type Row } from './measure.ts'
import { bestPeer } from './peers.ts'
import { questionsFor } from './questions.ts'
import { onTheFloor, serving } from './serving.ts'

const LOADED_MB = 300
const API = '/api/v1/commitments'

/** What is asked of the data with nothing kept: lists, records, searches, as data and as pages. */
export async function benchReading({ register, sizes, loads }: Bench): Promise<Row[]> {
  const place = await register(sizes.usual)
  const asked = await questionsFor(place)
  const each = (path: (one: string) => string, of: readonly string[]) => of.map(path)
  const works = {
    list: {
      kept: each((filters) => `${API}?${filters}&limit=25`, asked.filters),
      floor: each((filters) => `/list?${filters}`, asked.filters),
      of: [0.5, 7],
    },
    record: {
      kept: each((number) => `${API}/${number}`, asked.numbers),
      floor: each((number) => `/record?number=${number}`, asked.numbers),
      of: [0.5, 4],
    },
    search: {
      kept: each((words) => `${API}?${new URLSearchParams({ q: words })}&limit=25`, asked.words),
      floor: each((words) => `/search?${new URLSearchParams({ q: words })}`, asked.words),
      of: [0.5, 10],
    },
  } as const
  const rows: Row[] = []
  await serving(
    place,
    ({ url, memory }) =>
      onTheFloor(place, '', async (floor) => {
        for (const name of ['list', 'record', 'search'] as const) {
          const { kept, floor: paths, of } = works[name]
          const seen = await rates(
            { kept: { url, paths: kept }, limit: { url: floor, paths } },
            loads,
          )
          const { name: peer, part } = bestPeer[name]
          rows.push(
            rateRow(`${name} as JSON, cache off`, { ...seen, against: 'the floor' }, of[0]),
            rateRow(
              `${name} against the best peer`,
              { kept: seen.kept, limit: seen.limit * part, against: peer },
              of[1],
            ),
          )
        }
        rows.push(...(await pages(place, url, floor, asked, loads)))
        const { most } = await memory()
        rows.push({
          work: 'resident memory at most, under all this reading',
          limit: `${LOADED_MB} MB`,
          kept: `${most.toFixed(0)} MB`,
          ratio: most / LOADED_MB,
          budget: { atMost: 1 },
        })
      }),
    { env: { PUBLIC_CACHE_MB: '0' } },
  )
  return rows
}

async function pages(
  place: string,
  url: string,
  floor: string,
  { filters, numbers }: { filters: readonly string[]; numbers: readonly string[] },
  loads: { seconds: number; rounds: number },
): Promise<Row[]> {
  const paths = {
    list: filters.slice(0, 40).map((one) => `/en/commitments?${one}`),
    record: numbers.slice(0, 40).map((one) => `/en/commitments/${one}`),
  }
  const renderer = fork('scripts/bench/render.ts', [place], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const over = once(renderer, 'exit')
  const ask = async (message: object) => {
    renderer.send(message)
    const gone = over.then(() => Promise.reject(new Error('the renderer ended')))
    return ((await Promise.race([once(renderer, 'message'), gone])) as [number])[0]
  }
  const rows: Row[] = []
  try {
    await once(renderer, 'message')
    for (const name of ['list', 'record'] as const) {
      await ask({ name, paths: paths[name] })
      const [rendered, served]: number[][] = [[], []]
      for (let round = 0; round < loads.rounds; round += 1) {
        rendered?.push(await ask({ name, seconds: loads.seconds }))
        const { kept } = await rates({ kept: { url, paths: paths[name] } }, { ...loads, rounds: 1 })
        served?.push(1000 / kept)
      }
      const [limit, kept] = [median(rendered ?? []), median(served ?? [])]
      rows.push({
        work: `${name} as a page, cache off`,
        limit: `renderToString: ${milliseconds(limit)}`,
        kept: milliseconds(kept),
        ratio: kept / limit,
        budget: { atMost: 3 },
      })
      if (name === 'record') continue
      const { name: peer, part } = bestPeer.listAsHtml
      const seen = await rates(
        {
          kept: { url, paths: paths.list },
          limit: { url: floor, paths: filters.map((one) => `/list?${one}`) },
        },
        loads,
      )
      const limitOfPeer = { kept: seen.kept, limit: seen.limit * part, against: peer }
      rows.push(rateRow('list as a page against the best peer', limitOfPeer, 3))
    }
  } finally {
    renderer.kill('SIGTERM')
    await over
  }
  return rows
}
