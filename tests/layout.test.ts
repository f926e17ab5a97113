import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { matchRoutes } from '@remix-run/react'
import { expect, it } from 'vitest'

import { paths } from '#app/paths.ts'
import routes from '#app/routes.ts'

// A test of a whole folder, or of the style sheet, stands where that stands; scripts beside app.
const endings = [
  '.ts',
  '.tsx',
  '.server.ts',
  '.server.tsx',
  '/route.tsx',
  '/route.ts',
  '',
  '.css',
  '.json',
]
const files = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
const stemOf = (file: string) => file.replace(/(?:\.server)?\.tsx?$/, '')
const hasTest = (stem: string) =>
  ['.test.ts', '.test.tsx'].some((end) => existsSync(`tests/${stem}${end}`))
const exportsFunction = (module: object) =>
  Object.values(module).some((value) => typeof value === 'function')

/** Files of a storey that export a function and stand without a test. */
async function untested(storey: string): Promise<string[]> {
  const alone = files(`app/${storey}`).filter((file) => !hasTest(`${storey}/${stemOf(file)}`))
  const modules = await Promise.all(
    alone.map((file) => import(/* @vite-ignore */ `../app/${storey}/${file}`)),
  )
  return alone.filter((_, i) => exportsFunction(modules[i]))
}

it('each test stands where its subject stands', () => {
  const tests = files('tests').filter(
    (file) => /\.test\.tsx?$/.test(file) && !file.startsWith('e2e') && file !== 'layout.test.ts',
  )
  const stands = (test: string) => {
    const stem = test.replace(/\.test\.tsx?$/, '')
    return [`app/${stem}`, stem, `scripts/${stem}`].some((subject) =>
      endings.some((end) => existsSync(`${subject}${end}`)),
    )
  }
  expect(tests.filter((test) => !stands(test))).toEqual([])
})

it('each rule of the domain has a test', async () => {
  expect(await untested('domain')).toEqual([])
})

it('each use-case has a test', async () => {
  expect(await untested('use-cases')).toEqual([])
})

it('every path the app links to is a route it serves', () => {
  const table = routes as Parameters<typeof matchRoutes>[0]
  const nowhere = 'routes/public/not-found/route.tsx'
  const linked = Object.entries(paths).map(([name, path]) => {
    const args = Array.from({ length: path.length }, () => 'x')
    return { name, pathname: (path as (...args: string[]) => string)(...args) }
  })
  const served = (pathname: string) => {
    const route = matchRoutes(table, pathname)?.at(-1)?.route as { file?: string } | undefined
    return route?.file !== undefined && route.file !== nowhere
  }
  expect(linked.length).toBeGreaterThan(40)
  expect(linked.filter(({ pathname }) => !served(pathname))).toEqual([])
})

it('every route has its file, and no file of a route is without one', () => {
  type Entry = { file: string; children?: Entry[] }
  const inTable = (entries: readonly Entry[]): string[] =>
    entries.flatMap(({ file, children = [] }) => [file, ...inTable(children)])
  const onDisk = files('app/routes')
    .filter((file) => /(?:^|\/)route\.tsx?$/.test(file))
    .map((file) => `routes/${file}`)
  // The formats of one thing are several routes of one file.
  expect([...new Set(inTable(routes as Entry[]))].toSorted()).toEqual(onDisk.toSorted())
})

it('SQL is made of no text but our own', () => {
  const raw = ['app', 'scripts'].flatMap((root) =>
    files(root).flatMap((file) => {
      const text = readFileSync(`${root}/${file}`, 'utf8')
      const built = [
        ...text.matchAll(/\bsql\.raw\(/g),
        // A statement handed to the driver as a template with something in it.
        ...text.matchAll(/\b(?:execute|executeMultiple)\(\s*`[^`]*\$\{/g),
        ...text.matchAll(/\bsql:\s*`[^`]*\$\{/g),
        ...text.matchAll(/\bexecute\(\s*['"][^'"]*['"]\s*\+/g),
      ]
      return built.length > 0 ? [[`${root}/${file}`, built.length] as const] : []
    }),
  )
  // Names of columns and tables as the schema has them, and statements without a value. More is a
  // question for a reviewer: values go in as parameters.
  expect(Object.fromEntries(raw)).toEqual({
    'app/db/read/at-once.server.ts': 1,
    'app/db/read/people.server.ts': 1,
    'app/db/write/commitments.server.ts': 2,
    'app/db/write/rows.server.ts': 3,
    // Bare statements over made-up registers, to measure against.
    'scripts/bench/copies.ts': 4,
    'scripts/bench/floor.ts': 4,
  })
})
