import type { RouteConfigEntry } from '@remix-run/route-config'

import type { Database } from '#app/db/client.server.ts'
import { evidenceFile } from '#app/db/read/evidence.server.ts'
import routes from '#app/routes.ts'

import { noEvidence, testServer } from './server.ts'
import { NOW } from './world.ts'

type Routes = Parameters<typeof testServer>[0]
const modules = import.meta.glob<NonNullable<Routes>[string]>('../../app/routes/**/route.tsx')

function flatten(entries: readonly RouteConfigEntry[], above = ''): [string, string][] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path ?? ''].filter((part) => part !== '' && part !== '/').join('/')
    return [[path, entry.file] as [string, string], ...flatten(entry.children ?? [], path)]
  })
}

/** Everything a stranger can ask a register for, answering over HTTP as in production. */
export async function serveRegister(
  db: Database,
  given: NonNullable<Parameters<typeof testServer>[1]> = {},
) {
  const table = flatten(await Promise.resolve(routes))
  const open = table.filter(([, file]) => /^routes\/(?:public|log|api|feeds)\//.test(file))
  const served = await Promise.all(
    open.map(async ([path, file]) => {
      const module = await modules[`../../app/${file}`]?.()
      return [path === '' ? '/' : path, module ?? {}] as const
    }),
  )
  const evidence = { ...noEvidence, evidenceFile }
  return testServer(Object.fromEntries(served), { db, evidence, now: () => NOW, ...given })
}
