import { expect, it } from 'vitest'

import { freshDatabase } from '#tests/support/database.ts'
import { serveLog } from '#tests/support/log-routes.ts'
import { published, reported, world } from '#tests/support/world.ts'

const read = async (server: Awaited<ReturnType<typeof serveLog>>, path: string) => {
  const answer = await server.ask(path)
  return { answer, xml: await answer.text() }
}
const valuesOf = (xml: string, element: string) =>
  [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'g'))].map(([, text]) => text)

it('tells the newest acts to a feed reader, in the words of the page and in any language', async () => {
  const w = await world()
  const { number, terms } = await published(w, { title: 'Books & <films>' })
  await reported(w, { terms })
  const server = await serveLog(w.db, { origin: 'https://kept.example' })
  const { answer, xml } = await read(server, '/en/log.atom')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
  expect(answer.headers.get('Set-Cookie')).toBeNull()
  expect(valuesOf(xml, 'id')).toEqual([
    'https://kept.example/en/log.atom',
    'tag:kept.example,2026:log/4',
    'tag:kept.example,2026:log/3',
    ...[2, 1].map((entry) =>
      expect.stringMatching(new RegExp(`^tag:kept.example,202\\d:log/${entry}$`)),
    ),
    expect.stringMatching(/log\/0$/),
  ])
  expect(xml).toContain(
    `<title>Commitment registered and published: ${number} Books &amp; &lt;films&gt;</title>`,
  )
  expect(xml).toContain('href="https://kept.example/en/log/4"')
  expect(valuesOf(xml, 'name')).toEqual(
    expect.arrayContaining(['Ministry of Learning', 'Coordinator', 'Administrator']),
  )
  expect(xml).not.toContain(w.partner.name)
  expect(valuesOf(xml, 'updated')[0]).toBe(valuesOf(xml, 'updated')[1])

  const arabic = await read(server, '/ar/log.atom')
  expect(arabic.xml).toContain('xml:lang="ar"')
  expect(valuesOf(arabic.xml, 'id').slice(1)).toEqual(valuesOf(xml, 'id').slice(1))
})

it('takes the filter of the page, and holds no more than fifty', async () => {
  const w = await world()
  for (let i = 0; i < 51; i += 1) await published(w)
  const server = await serveLog(w.db)
  const some = await read(server, '/en/log.atom?kind=org.verified')
  expect(valuesOf(some.xml, 'id')).toHaveLength(3)
  expect(valuesOf(some.xml, 'id')[0]).toMatch(/\/en\/log\.atom\?kind=org\.verified$/)
  expect(valuesOf((await read(server, '/en/log.atom')).xml, 'id')).toHaveLength(51)
})

it('is a feed before anything has happened, and in no language but ours', async () => {
  const server = await serveLog(await freshDatabase())
  const { xml } = await read(server, '/en/log.atom')
  expect(valuesOf(xml, 'updated')).toEqual(['2026-11-23T00:00:00.000Z'])
  expect((await read(server, '/xx/log.atom')).answer.status).toBe(404)
})
