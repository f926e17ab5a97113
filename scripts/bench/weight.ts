import { run } from '../steps.js'
import type { Row } from './measure.ts'

/** What the pages weigh has a gate of its own, with its own table: `npm run weigh`. */
export async function benchWeight(): Promise<Row[]> {
  const code = await run(process.execPath, ['--import', 'tsx', 'scripts/weigh.ts'])
  return [
    {
      work: 'weight of the pages, by `npm run weigh`',
      limit: 'nothing over its budget',
      kept: code === 0 ? 'nothing' : 'something',
      ratio: code === 0 ? 0 : 1,
      budget: { atMost: 0 },
    },
  ]
}
