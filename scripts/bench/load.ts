import autocannon from 'autocannon'

import { median } from './measure.ts'

/** As many as budgets.md says. */
const CONNECTIONS = 10

export type Load = {
  url: string
  /** Asked for one after another by each connection, over and over. */
  paths: readonly string[]
  headers?: Record<string, string>
  /** What every answer must be; anything else is no measurement. */
  status?: number
}

/** Answers per second over so many seconds. */
async function rate({ url, paths, headers = {}, status = 200 }: Load, seconds: number) {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers,
    requests: paths.map((path) => ({ method: 'GET' as const, path })),
  })
  const codes = Object.keys(result.statusCodeStats ?? {}).map(Number)
  const wrong = codes.find((code) => code !== status)
  if (wrong !== undefined) throw new Error(`${paths[0]}, …: answered ${wrong}`)
  if (result.errors > 0) throw new Error(`${paths[0]}, …: ${result.errors} requests failed`)
  return result.requests.total / result.duration
}

/** What is measured against each other takes turns, so that what else goes on falls on all. */
export async function rates<name extends string>(
  loads: Readonly<Record<name, Load>>,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<Record<name, number>> {
  const names = Object.keys(loads) as name[]
  const seen = new Map(names.map((name) => [name, [] as number[]]))
  // Once for nothing: what is compiled and opened at first use is no limit of anything.
  for (const name of names) await rate(loads[name], 1)
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? names : names.toReversed())
      seen.get(name)?.push(await rate(loads[name], seconds))
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<
    name,
    number
  >
}
