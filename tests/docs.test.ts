import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

const read = (file: string) => readFileSync(file, 'utf8')
const operations = read('docs/operations.md')

/** The names of the settings, from the one place that reads them. */
const settings = [
  ...(
    /const environment = z\.object\(\{\n([\s\S]*?)\n\}\)\n/.exec(
      read('app/config.server.ts'),
    )?.[1] ?? ''
  ).matchAll(/^ {2}([A-Z_]+):/gm),
].map(([, name = '']) => name)

it('tells operators of every setting, and of none that is not read', () => {
  expect(settings.length).toBeGreaterThan(15)
  const told = [...operations.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name = '']) => name)
  expect(told.toSorted()).toEqual(settings.toSorted())
})

it('uses settings in unit files that are read', () => {
  for (const file of readdirSync('deploy')) {
    const lines = read(join('deploy', file)).matchAll(/^Environment=(.+)$/gm)
    const used = [...lines].flatMap(([, line = '']) =>
      line.split(' ').map((one) => one.split('=')[0]),
    )
    // One is read by the C library of the machine, not by us.
    expect([...settings, 'MALLOC_ARENA_MAX']).toEqual(expect.arrayContaining(used))
    for (const [script = ''] of read(join('deploy', file)).matchAll(/scripts\/\S+/g))
      expect(existsSync(script)).toBe(true)
  }
})

const pages = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

it.each(pages)('%s names programs that exist and leads to files that are there', (page) => {
  const text = read(page)
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g))
    expect(Object.keys(scripts)).toContain(name)
  for (const [, target = ''] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g))
    expect({ target, there: existsSync(join(dirname(page), target)) }).toEqual({
      target,
      there: true,
    })
})

it('proves each security item by tests that are there, under the titles they are named by', () => {
  const text = read('docs/asvs.md')
  const files = new Set([...text.matchAll(/`(tests\/[\w/.-]+)`/g)].map(([, file = '']) => file))
  expect(files.size).toBeGreaterThan(40)
  for (const file of files) expect([file, existsSync(file)]).toEqual([file, true])
  // Whatever stands in quotes after a file is the whole title of one of its tests.
  for (const row of text.split('\n').filter((line) => line.startsWith('|'))) {
    let file = ''
    for (const [, named, title] of row.matchAll(/`(tests\/[\w/.-]+)`|"([^"]+)"/g)) {
      if (named) file = named
      else if (!file) expect(row).not.toContain(`"${title}"`)
      else {
        const there = ["'", '"', '`'].some((mark) => read(file).includes(mark + title + mark))
        expect([file, title, there]).toEqual([file, title, true])
      }
    }
  }
})
