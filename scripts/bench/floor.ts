/**
 * The floor: bare `node:http` and @libsql/client with SQL written by hand, a process of its own.
 * It does what a list, a record and a search cannot do without, and nothing else.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

import { createClient, type InValue } from '@libsql/client'

const [database = '', port = '', page = ''] = process.argv.slice(2)
const client = createClient({ url: database })
/** A page as the register sent it: its headers and its very bytes. */
const same = page
  ? (JSON.parse(readFileSync(page, 'utf8')) as { headers: Record<string, string>; body: string })
  : { headers: {}, body: '' }
const unchanged = Object.fromEntries(
  Object.entries(same.headers).filter(([name]) => !name.startsWith('content-')),
)
const body = Buffer.from(same.body, 'base64')
const LIMIT = 25

type Answer = (search: URLSearchParams) => Promise<unknown>

const columns = `c.number, c.title, c.lang, c.clause, c.start_on, c.end_on, c.next_due_on, c.outcome,
  c.assurance, c.published_at, c.worldwide, o.id AS lead, o.names, o."group", o.country`
const conditions: Readonly<Record<string, string>> = {
  outcome: 'c.outcome = ?',
  group: 'c."group" = ?',
  clause: 'c.id IN (SELECT commitment_id FROM commitment_clauses WHERE clause = ?)',
  country: 'c.id IN (SELECT commitment_id FROM commitment_places WHERE place = ?)',
}

const list: Answer = async (search) => {
  const asked = [...search].filter(([name]) => name in conditions)
  const where = ['c.published_at IS NOT NULL', ...asked.map(([name]) => conditions[name])]
  const args: InValue[] = asked.map(([, value]) => value)
  const from = `FROM commitments c JOIN organisations o ON o.id = c.lead_id WHERE ${where.join(' AND ')}`
  const rows = await client.execute({
    sql: `SELECT ${columns} ${from} ORDER BY c.published_at DESC, c.id DESC LIMIT ${LIMIT}`,
    args,
  })
  const total = await client.execute({ sql: `SELECT count(*) AS n ${from}`, args })
  return { total: total.rows[0]?.['n'], commitments: rows.rows }
}

const record: Answer = async (search) => {
  const found = await client.execute({
    sql: `SELECT c.id, c.terms, c.state, c.version, ${columns} FROM commitments c
      JOIN organisations o ON o.id = c.lead_id WHERE c.number = ?`,
    args: [search.get('number')],
  })
  const stones = await client.execute({
    sql: 'SELECT * FROM milestones WHERE commitment_id = ? ORDER BY position',
    args: [found.rows[0]?.['id'] ?? null],
  })
  return { ...found.rows[0], milestones: stones.rows }
}

const find: Answer = async (search) => {
  const args = [`"${search.get('q')}"`]
  const rows = await client.execute({
    sql: `SELECT ${columns}, snippet(search, 1, '<mark>', '</mark>', '…', 12) AS found FROM search
      JOIN search_texts t ON t.entry = search.rowid JOIN commitments c ON c.id = t.commitment_id
      JOIN organisations o ON o.id = c.lead_id
      WHERE search MATCH ? ORDER BY rank LIMIT ${LIMIT}`,
    args,
  })
  const total = await client.execute({
    sql: 'SELECT count(*) AS n FROM search WHERE search MATCH ?',
    args,
  })
  return { total: total.rows[0]?.['n'], commitments: rows.rows }
}

const answers: Readonly<Record<string, Answer>> = {
  '/list': list,
  '/record': record,
  '/search': find,
}

createServer((req, res) => {
  const [path = '', query = ''] = (req.url ?? '').split('?')
  if (path === '/same') {
    if (req.headers['if-none-match'] !== undefined) res.writeHead(304, unchanged).end()
    else res.writeHead(200, same.headers).end(body)
    return
  }
  const answer = answers[path]
  if (!answer) return void res.writeHead(404).end()
  answer(new URLSearchParams(query)).then(
    (value) => {
      const text = JSON.stringify(value)
      const length = Buffer.byteLength(text)
      res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': length }).end(text)
    },
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      res.writeHead(500).end()
    },
  )
}).listen(Number(port), '127.0.0.1', () => process.send?.('listening'))
