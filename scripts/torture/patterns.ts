import type { RouteConfigEntry } from '@remix-run/route-config'

type Table = readonly RouteConfigEntry[]

/** Every path pattern of the table of contents, without the slash before it. */
export async function patternsOf(routes: Table | Promise<Table>): Promise<string[]> {
  return flat(await routes, '')
}

const flat = (entries: Table, above: string): string[] =>
  entries.flatMap((entry) => {
    const path = [above, entry.path ?? ''].filter((part) => part !== '' && part !== '/').join('/')
    return [path, ...flat(entry.children ?? [], path)]
  })
