import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { expect, it } from 'vitest'

import { areaOf, buildFor } from '#app/http/areas.server.ts'
import routes from '#app/routes.ts'

const all = Object.fromEntries(
  routes.map((route) => [
    route.id ?? route.file,
    { id: route.id ?? route.file, path: route.path ?? '' },
  ]),
)
const places = { ...all, root: { id: 'root', path: '' } }
const build = { routes: places, assets: { routes: places } } as unknown as ServerBuild

const matched = (places: object, path: string) =>
  matchRoutes(Object.values(places) as { id: string; path: string }[], path)?.map(
    ({ route, params }) => ({ id: route.id, params }),
  )
const without = (places: ServerBuild['routes']) =>
  Object.fromEntries(Object.entries(places).filter(([id]) => id !== 'root'))

/** An address of each route; and ones that look like another area's, or are spelled oddly. */
const filled = (path: string) =>
  ['some', 'QD.1', 'desk', 'a b', 'api'].map(
    (word) =>
      `/${path
        .replace(':locale', 'en')
        .replaceAll(/:(\w+)\??/g, word)
        .replace('*', `${word}/2`)}`,
  )
const odd = [
  '/',
  '/en',
  '/en/',
  '/EN/Desk/queue',
  '/en/commitments.csv/',
  '/en/COMMITMENTS.CSV',
  '/API/V1/commitments',
  '/api',
  '/log',
  '/log/',
  '/r/desk',
  '/sitemap/desk',
  '/en/nothing',
  '/en/nothing.css',
  '/en/account/x.css',
  '/en/desk/x.css',
  '/nothing.txt',
  '/apiary',
  '/logs',
  '/en/log.atom',
  '/en/clauses/qd2015/1.2',
]

it('answers every address as all the routes together would', () => {
  for (const path of [...Object.values(all).flatMap((route) => filled(route.path)), ...odd]) {
    const { routes: own, assets } = buildFor(build, areaOf(decodeURIComponent(path)))
    expect(Object.keys(assets.routes)).toEqual(Object.keys(own))
    expect([path, matched(without(own), path)]).toEqual([path, matched(all, path)])
  }
})

it('has far fewer routes to weigh for the API and for a page', () => {
  const count = (path: string) => Object.keys(buildFor(build, areaOf(path)).routes).length
  const most = Object.keys(all).length
  expect(count('/api/v1/commitments')).toBeLessThan(most / 4)
  expect(count('/en/commitments')).toBeLessThan(most / 2)
  expect(Object.keys(buildFor(build, 'pages').routes)).toContain('root')
})
