import type { Database } from '#app/db/client.server.ts'

import { asKept, payloads } from './payloads.ts'

const words = payloads.map(({ text }) => asKept(text))

/**
 * Every place of the database that holds text, and which payloads stand there: a column as
 * `table.column`, a member of a JSON text as `table.column.member`, without the ids on the way.
 */
export async function placesOfWords({
  $client: client,
}: Database): Promise<Record<string, number[]>> {
  const places = new Map<string, Set<number>>()
  const tables = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'",
  )
  for (const table of tables.rows.map(({ name }) => name as string)) {
    // The shadows of a search index hold no texts of their own.
    if (/^(?:sqlite_|search_.*_(?:data|idx|docsize|config|content)$|__)/.test(table)) continue
    const columns = await client.execute(`SELECT name FROM pragma_table_info('${table}')
      WHERE type LIKE 'text%'`)
    for (const column of columns.rows.map((row) => row['name'] as string)) {
      const place = `${table}.${column}`
      places.set(place, new Set())
      const { rows } = await client.execute(`SELECT DISTINCT "${column}" AS held FROM "${table}"`)
      for (const { held } of rows) if (typeof held === 'string') note(places, place, held)
    }
  }
  return Object.fromEntries([...places].map(([place, found]) => [place, [...found]]).toSorted())
}

function note(places: Map<string, Set<number>>, place: string, held: string) {
  const value = /^[[{"]/.test(held) ? parsed(held) : held
  const found = places.get(place) ?? new Set()
  places.set(place, found)
  if (typeof value !== 'object' || value === null) {
    // The text as it stands: what looks like JSON may be somebody's words.
    words.forEach((text, payload) => held.includes(text) && found.add(payload))
    return
  }
  walk(value, place, (leaf, text) => note(places, leaf, text))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function walk(value: unknown, place: string, each: (place: string, text: string) => void) {
  if (typeof value === 'string') return each(place, value)
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value))
    walk(member, /^\d+$|[a-z]+_\w{6}|^[\w-]{43}$/.test(name) ? place : `${place}.${name}`, each)
}
