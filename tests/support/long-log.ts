import type { Database } from '#app/db/client.server.ts'
import { logSize } from '#app/db/read/log-tiles.server.ts'
import { hex, utf8 } from '#app/domain/ledger/bytes.ts'
import { leafHash } from '#app/domain/ledger/merkle.ts'

export const leafAt = (index: number) => utf8(`entry ${index}`)

/** Makes the log `size` entries long, with leaves that say only their place: no acts behind them. */
export async function growLog(db: Database, size: number) {
  const from = await logSize(db)
  const rows = Array.from({ length: size - from }, (_, i) => {
    const leaf = leafAt(from + i)
    return [from + i, hex(leaf), hex(leafHash(leaf)), `act_${from + i}`]
  })
  await db.$client.execute({
    sql: `INSERT INTO log_entry (idx, leaf, leaf_hash, act_id)
      SELECT value ->> 0, unhex(value ->> 1), unhex(value ->> 2), value ->> 3 FROM json_each(?)`,
    args: [JSON.stringify(rows)],
  })
}
