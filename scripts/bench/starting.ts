import { inWords, median, milliseconds, type Bench, type Row } from './measure.ts'
import { BEST_PEERS_START } from './peers.ts'
import { serving } from './serving.ts'

const MOST_MS = 1_000

/** From the start of the process to the first page it sends, as a server that starts again does. */
export async function benchStarting({ register, quick, sizes }: Bench): Promise<Row[]> {
  const place = await register(sizes.usual)
  const times: number[] = []
  // The first start of all signs the log's checkpoint and makes its key.
  for (let i = 0; i <= (quick ? 3 : 7); i += 1)
    await serving(place, async ({ startedIn }) => void times.push(startedIn), { firstPage: '/en' })
  const kept = median(times.slice(1))
  const peer = BEST_PEERS_START * 1000
  return [
    {
      work: `cold start to the first page, ${inWords(sizes.usual)} commitments`,
      limit: milliseconds(MOST_MS),
      kept: milliseconds(kept),
      ratio: kept / MOST_MS,
      budget: { atMost: 1 },
    },
    {
      work: 'cold start against the best peer',
      limit: `Payload: ${milliseconds(peer)}`,
      kept: milliseconds(kept),
      ratio: kept / peer,
      budget: { atMost: 0.25 },
    },
  ]
}
