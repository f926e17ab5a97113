import { expect, it } from 'vitest'

import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { createSession } from '#app/auth/sessions.server.ts'
import { attachment } from '#app/http/downloads.server.ts'
import type { EvidencePorts } from '#app/http/evidence-ports.ts'
import { savePerson } from '#tests/support/accounts.ts'
import { noEvidence, testServer } from '#tests/support/server.ts'

async function world() {
  const files = memoryFiles()
  const incoming = await files.incoming()
  await incoming.write(Buffer.from('<script>alert(1)</script>'))
  const storedName = await incoming.keep()
  const file = { fileName: 'données "1".csv', storedName, mediaType: 'text/csv', sha256: 'ab12' }
  const evidence: EvidencePorts = {
    ...noEvidence,
    evidenceFile: async (_db, viewer, id) =>
      id === 'evd_public' || (id === 'evd_held' && viewer) ? file : undefined,
  }
  const server = await testServer({}, { evidence, files })
  const ada = await savePerson(server.db, 'ada')
  const Cookie = (await createSession(server, ada.id)).split(';', 1)[0] ?? ''
  return { ...server, Cookie }
}

it('hands public evidence to everybody, as something to save and never to run', async () => {
  const { ask } = await world()
  const answer = await ask('/files/evd_public')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('<script>alert(1)</script>')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-length': '25',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'content-disposition':
      'attachment; filename="donn_es _1_.csv"; filename*=UTF-8\'\'donn%C3%A9es%20%221%22.csv',
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: '"ab12"',
    'cross-origin-resource-policy': 'same-origin',
  })
})

it('sends nothing twice to who has it', async () => {
  const { ask } = await world()
  const answer = await ask('/files/evd_public', {
    headers: { 'If-None-Match': '"ab12"', 'Cache-Control': 'max-age=0' },
  })
  expect([answer.status, await answer.text()]).toEqual([304, ''])
  const head = await ask('/files/evd_public', { method: 'HEAD' })
  expect([head.status, head.headers.get('Content-Length')]).toEqual([200, '25'])
})

it('sets no cookie, and answers the same with one as without', async () => {
  const { ask, Cookie } = await world()
  const [plain, signedIn] = [
    await ask('/files/evd_public'),
    await ask('/files/evd_public', { headers: { Cookie } }),
  ]
  for (const answer of [plain, signedIn]) {
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.get('Vary') ?? '').not.toMatch(/cookie/i)
  }
  const said = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => !/^(date|x-request-id)$/.test(name)))
  expect(said(signedIn)).toEqual(said(plain))
})

it('never reads who asks for public evidence', async () => {
  const { ask, Cookie } = await world()
  expect((await ask('/files/evd_held', { headers: { Cookie } })).status).toBe(404)
})

it('hands held evidence to who may see it, privately', async () => {
  const { ask, Cookie } = await world()
  const answer = await ask('/en/desk/files/evd_held', { headers: { Cookie } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  const refused = await ask('/fr/desk/files/evd_held')
  expect(refused.status).toBe(302)
  expect(refused.headers.get('Location')).toBe('/fr/sign-in?to=%2Ffr%2Fdesk%2Ffiles%2Fevd_held')
})

it('has a page, not a file, where there is none', async () => {
  const { ask, Cookie } = await world()
  for (const path of ['/files/evd_none', '/en/desk/files/evd_none', '/files/..%2f..%2fkept.db']) {
    const answer = await ask(path, { headers: { Cookie } })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Content-Disposition')).toBeNull()
  }
})

it('lets no name end its header', () => {
  for (const name of [
    'a\r\nSet-Cookie: x=1.pdf',
    'a"; x="b.pdf',
    '报告.pdf',
    '\ud800.pdf',
    "it's (1)*.pdf",
    'a\u202efdp.exe',
    `${'é'.repeat(400)}.pdf`,
    `.${'a'.repeat(400)}`,
    '../../etc/passwd',
    '',
  ])
    expect(attachment(name)).toMatch(
      /^attachment; filename="[\w.() -]+"; filename\*=UTF-8''[\w.!~%-]+$/,
    )
})

it('turns no name around, and makes none longer than a disk takes', () => {
  expect(attachment('a\u202efdp.exe')).toContain("UTF-8''afdp.exe")
  const long = attachment(`${'é'.repeat(400)}.pdf`).split("UTF-8''")[1] ?? ''
  expect(decodeURIComponent(long)).toBe(`${'é'.repeat(125)}.pdf`)
  expect(attachment('../../etc/passwd')).toContain('filename="passwd"')
  expect(attachment('..\\..\\win.ini')).toContain('filename="win.ini"')
})
