import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

type Area = 'api' | 'log' | 'desk' | 'pages' | 'files'

/**
 * Where an address belongs. Addresses are compared without regard to case, and with their escapes
 * resolved, as Remix does.
 */
export function areaOf(path: string): Area {
  const parts = path
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '')
    .split('/')
  const [first = '', second] = parts
  if (first === 'api' || first === 'log') return first
  if (second === 'desk' && (first === ':locale' || first.length === 2)) return 'desk'
  return parts.at(-1)?.includes('.') ? 'files' : 'pages'
}

const isOpen = (route: string) => /(?:^|\/)[:*][^/]*$/.test(route)

/** Whether an address of this area can be one of this route: when in doubt it can. */
function mayAnswer(area: Area, route: string): boolean {
  const own = areaOf(route)
  if (route === '*') return true
  if (own === 'api' || own === 'log' || own === 'desk') return own === area
  // A name with a dot in it may stand for something that is called so.
  return area === 'pages' ? own === 'pages' : area === 'files' && (own === 'files' || isOpen(route))
}

/** The build with only the routes that can answer an address. */
export function buildFor(build: ServerBuild, area: Area): ServerBuild {
  const own = <route extends { path?: string | undefined }>(routes: Record<string, route>) =>
    Object.fromEntries(
      Object.entries(routes).filter(
        ([id, route]) => id === 'root' || mayAnswer(area, route.path ?? ''),
      ),
    )
  return {
    ...build,
    routes: own(build.routes as Record<string, NonNullable<ServerBuild['routes'][string]>>),
    assets: { ...build.assets, routes: own(build.assets.routes) },
  }
}

/**
 * Remix weighs an address against every route it has, each time anew: for a page of ours that took
 * longer than its questions to the database. So each area has a handler with its own routes.
 */
export function byArea(
  build: ServerBuild,
  handler: (build: ServerBuild) => RequestHandler,
): RequestHandler {
  const handlers = new Map<Area, RequestHandler>()
  return (req, res, next) => {
    const area = areaOf(decoded(req.path))
    const known = handlers.get(area) ?? handler(buildFor(build, area))
    handlers.set(area, known)
    return known(req, res, next)
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
