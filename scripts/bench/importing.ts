import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { closeDatabase } from '#app/db/client.server.ts'
import { importFiles } from '#app/use-cases/imports/import-files.server.ts'

import { granted, makeScratchRegister, scratchTerms } from '../scratch/register.ts'
import { inWords, timed, type Bench, type Row } from './measure.ts'

const MILESTONES = 5
/** What the rows themselves and what is decided about them may take, however it is done. */
const MEMORY_MB = 300

/** A table of milestones brought in, entries of the log and all, against its rows alone. */
export async function benchImporting({ folder, quick, say }: Bench): Promise<Row[]> {
  const rows = quick ? 1_000 : 10_000
  const commitments = rows / MILESTONES
  const files = { table: tableOf(commitments), mapping: await mappingFor() }
  const at = async (name: string) => {
    const own = join(folder, name)
    await mkdir(own)
    return makeScratchRegister(own, new Date())
  }
  const raw = await insertedIn(await at('raw'), commitments)
  const { db, coordinator } = await at('kept')
  const before = process.memoryUsage.rss()
  let most = before
  let told = 0
  const onProgress = (done: number, all: number) => {
    told += 1
    most = Math.max(most, process.memoryUsage.rss())
    say(`${done} of ${all} commitments brought in`)
  }
  const took = await timed(async () =>
    granted(await importFiles({ db, actor: coordinator, now: new Date() }, files, { onProgress })),
  )
  closeDatabase(db)
  const memory = (most - before) / 1_048_576
  return [
    {
      work: `import ${inWords(rows)} rows, progress told ${told} times`,
      limit: `the rows alone: ${inWords(Math.round((rows / raw) * 1000))} /s`,
      kept: `${inWords(Math.round((rows / took) * 1000))} /s`,
      ratio: raw / took,
      budget: { atLeast: 0.3 },
    },
    {
      work: `memory that importing ${inWords(rows)} rows takes`,
      limit: `${MEMORY_MB} MB`,
      kept: `${memory.toFixed(0)} MB`,
      ratio: memory / MEMORY_MB,
      budget: { atMost: 1 },
    },
  ]
}

const mappingFor = () => readFile('declarations/examples/plain.mapping.json', 'utf8')

const heads =
  'commitment,title,in words,clause,start,end,organisation,milestone,what will be done,who,due,unit,baseline,target'

function tableOf(commitments: number): string {
  const lines = [heads]
  const text =
    'We train primary teachers of every district to teach with open resources, two weeks each.'
  for (let i = 1; i <= commitments; i += 1)
    for (let j = 1; j <= MILESTONES; j += 1)
      lines.push(
        `B-${i},Train teachers of district ${i},${text.replaceAll(',', ';')},qd2015/oer/1,2027-01-01,` +
          `2031-12-31,invented-ministry,B-${i}.${j},Courses of year ${j},Office,${2026 + j}-12-31,teachers,0,${j * 40}`,
      )
  return `${lines.join('\n')}\n`
}

/** Commitments and milestones through @libsql/client, a statement a row, in one transaction. */
async function insertedIn(
  { db, organisationId }: Awaited<ReturnType<typeof makeScratchRegister>>,
  commitments: number,
): Promise<number> {
  const terms = JSON.stringify(scratchTerms('Train them', MILESTONES, new Date()))
  const took = await timed(async () => {
    const tx = await db.$client.transaction('write')
    for (let i = 0; i < commitments; i += 1) {
      const id = `cmt_raw_${i}`
      await tx.execute({
        sql: `INSERT INTO commitments (id, declaration, number, state, version, lead_id, "group",
          terms, title, created_by, created_at, updated_at, updated_by, published_at)
          VALUES (?, 'qd2015', ?, 'published', 1, ?, 'government', ?, ?, 'bench', 1, 1, 'bench', 1)`,
        args: [id, `RAW-${i}`, organisationId, terms, 'Train them'],
      })
      for (let j = 0; j < MILESTONES; j += 1)
        await tx.execute({
          sql: `INSERT INTO milestones (id, commitment_id, position, title, due_on, unit, baseline,
            target, terms) VALUES (?, ?, ?, 'Courses', '2027-12-31', 'teachers', 0, 40, '{}')`,
          args: [`${id}_${j}`, id, j],
        })
    }
    await tx.commit()
  })
  closeDatabase(db)
  return took
}
