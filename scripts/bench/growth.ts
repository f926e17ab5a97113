import { rates } from './load.ts'
import { inWords, milliseconds, type Bench, type Row } from './measure.ts'
import { questionsFor, type Questions } from './questions.ts'
import { serving, type Served } from './serving.ts'

const works = {
  list: ({ filters }: Questions) => filters.map((one) => `/en/commitments?${one}`),
  record: ({ numbers }: Questions) => numbers.map((one) => `/en/commitments/${one}`),
  search: ({ words }: Questions) =>
    words.map((q) => `/en/search?${new URLSearchParams({ q }).toString()}`),
}
const EXPORTS = ['/data/commitments.jsonl', '/data/iati-activities.xml']
/** What a stream may hold in memory more for a longer register: buffers, and what waits for the collector. */
const STREAM_MB = 64

/** The same pages of a small and of a grown register, in turns, and what its whole export takes. */
export async function benchGrowth({ register, sizes, loads }: Bench): Promise<Row[]> {
  const [small, grown] = [await register(sizes.usual), await register(sizes.grown)]
  const [few, many] = [await questionsFor(small), await questionsFor(grown)]
  const env = { PUBLIC_CACHE_MB: '0' }
  const within = (place: string, work: (served: Served) => Promise<Row[]>) =>
    serving(place, work, { env })
  return within(small, (one) =>
    within(grown, async (other) => {
      const rows: Row[] = []
      for (const [name, paths] of Object.entries(works)) {
        const seen = await rates(
          {
            small: { url: one.url, paths: paths(few) },
            grown: { url: other.url, paths: paths(many) },
          },
          loads,
        )
        rows.push({
          work: `${name} as a page, at ${inWords(sizes.grown)} commitments`,
          limit: `${milliseconds(1000 / seen.small)} at ${inWords(sizes.usual)}`,
          kept: milliseconds(1000 / seen.grown),
          ratio: seen.small / seen.grown,
          budget: { atMost: 1.5 },
        })
      }
      for (const path of EXPORTS) {
        const before = (await other.memory()).most
        const bytes = await readThrough(other.url + path)
        const more = (await other.memory()).most - before
        rows.push({
          work: `export ${path}, ${(bytes / 1_048_576).toFixed(0)} MB: memory it takes`,
          limit: `${STREAM_MB} MB, however long`,
          kept: `${more.toFixed(0)} MB`,
          ratio: more / STREAM_MB,
          budget: { atMost: 1 },
        })
      }
      return rows
    }),
  )
}

/** Reads an answer to its end without keeping it; answers its length. */
async function readThrough(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  if (!answer.ok || !answer.body) throw new Error(`${url}: ${answer.status}`)
  let bytes = 0
  const reader = answer.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read())
    bytes += read.value.length
  return bytes
}
