import type { RouteConfigEntry } from '@remix-run/route-config'

type Table = readonly RouteConfigEntry[]

/** Every path pattern of the table of contents, with the file that answers it. */
export async function filesOf(routes: Table | Promise<Table>): Promise<[string, string][]> {
  return flat(await routes, '')
}

const flat = (entries: Table, above: string): [string, string][] =>
  entries.flatMap((entry) => {
    const path = [above, entry.path ?? ''].filter((part) => part !== '' && part !== '/').join('/')
    return [[path, entry.file] as [string, string], ...flat(entry.children ?? [], path)]
  })
