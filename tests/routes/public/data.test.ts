import { expect, it } from 'vitest'

import { registerTables } from '#app/domain/open-data/register-tables.ts'
import { registerFiles, serverPaths, tableFile } from '#app/paths.ts'
import * as data from '#app/routes/public/data/route.tsx'
import { testServer } from '#tests/support/server.ts'
import { drafted, NOW, published, world } from '#tests/support/world.ts'

const served = (db?: Awaited<ReturnType<typeof world>>['db']) =>
  testServer({ ':locale/data': data }, { now: () => NOW, ...(db ? { db } : {}) })
const page = async (server: Awaited<ReturnType<typeof served>>, locale = 'en') =>
  (await server.ask(`/${locale}/data`)).text()

it('links every file, and lists every column of every table from its definition', async () => {
  const w = await world()
  await published(w)
  await drafted(w)
  const server = await served(w.db)
  const html = await page(server)
  const files = [
    ...Object.values(registerFiles),
    ...registerTables.map(({ name }) => tableFile(name)),
  ]
  for (const file of files) expect(html).toContain(`href="${serverPaths.registerFile(file)}"`)
  for (const { fields } of registerTables)
    for (const column of Object.keys(fields)) expect(html).toContain(`<code>${column}</code>`)
  for (const file of files) expect((await server.ask(`/data/${file}`)).status).toBe(200)
  expect(html).toContain('<a href="/en/commitments">1 commitment</a>')
})

it('tells machines what the dataset is, in the language of the page', async () => {
  const w = await world()
  await published(w)
  const server = await served(w.db)
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/.exec(await page(server, 'ar')) ?? []
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'Dataset',
    inLanguage: 'ar',
    isAccessibleForFree: true,
    license: ['https://creativecommons.org/licenses/by/4.0/'],
    temporalCoverage: expect.stringMatching(/^\d{4}-\d{2}-\d{2}\/\.\.$/),
    distribution: expect.arrayContaining([
      expect.objectContaining({ encodingFormat: 'application/zip' }),
    ]),
  })
})

it('says so when nothing is registered yet', async () => {
  const html = await page(await served())
  expect(html).toContain('Nothing has been registered yet')
  expect(html).not.toContain('temporalCoverage')
})
