import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, mkdir, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import { createClient } from '@libsql/client'

import { databaseFile } from '../scratch/register.ts'
import { asked, cookieAt, look, prepare, publish, start, stop, type Answered } from './served.ts'

/** What was seen, in one line, and what was not as promised. */
export type Verdict = { said: string; problems: string[] }

const isHuman = ({ text, retryAfter }: Answered) =>
  /<h1/.test(text) && Number(retryAfter) > 0 && !/SQLITE|Error:/.test(text)
const rounded = (ms: number) => `${Math.round(ms)} ms`

/** R4: a disk of 8 MB fills up; needs to be root, to have such a disk. */
export async function diskFull(home: string): Promise<Verdict> {
  const disk = join(home, 'disk')
  await mkdir(disk)
  const options = ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]
  if (spawnSync('mount', options).status !== 0)
    return { said: 'not tried', problems: ['no small disk can be mounted here: it takes root'] }
  const problems: string[] = []
  try {
    const { folder, waiting, cookie } = await prepare(join(home, 'prepared'), 24)
    const data = join(disk, 'data')
    await cp(folder, data, { recursive: true })
    const server = await start(data)
    const done: string[] = []
    const refused: Answered[] = []
    let reads = 0
    try {
      const first = await publish(server.url, cookie, waiting[0] ?? '')
      if (first.status === 303) done.push(waiting[0] ?? '')
      else problems.push(`with room, publishing answered ${first.status}`)
      await fill(disk)
      // What room SQLite has in its own files is used up, too.
      for (const id of waiting.slice(1, 20)) {
        const answer = await publish(server.url, cookie, id)
        if (answer.status === 303) done.push(id)
        else refused.push(answer)
        const read = await asked(`${server.url}/en/commitments?full=${id}`)
        if (read.status === 200) reads += 1
        else problems.push(`a page answered ${read.status} while the disk was full`)
      }
      if (refused.length === 0) problems.push('the disk was never full')
      for (const answer of refused)
        if (answer.status !== 503 || !isHuman(answer))
          problems.push(`a full disk answered ${answer.status}, Retry-After ${answer.retryAfter}`)
      await rm(join(disk, 'filler'))
      const left = waiting.filter((id) => !done.includes(id))
      for (const id of left) {
        const answer = await publish(server.url, cookie, id)
        if (answer.status === 303) done.push(id)
        else problems.push(`with room again, publishing answered ${answer.status}`)
      }
      // The next second's checkpoint.
      await sleep(2_500)
    } finally {
      const { code } = await stop(server)
      if (code !== 0) problems.push(`the server ended with ${code}`)
    }
    const found = await look(data, done)
    problems.push(...found.problems)
    if (found.published.size !== done.length) problems.push('something was half-published')
    return {
      said: `${refused.length} publishes refused with 503 on a full disk of 8 MB, ${reads} pages read meanwhile, ${done.length} published in all, ${found.entries} entries whole`,
      problems,
    }
  } finally {
    spawnSync('umount', [disk])
  }
}

async function fill(disk: string) {
  const handle = await open(join(disk, 'filler'), 'w')
  try {
    for (let size = 65_536; size >= 1_024;) {
      try {
        await handle.appendFile(Buffer.alloc(size))
      } catch {
        size /= 2
      }
      if ((await statfs(disk)).bavail === 0) return
    }
  } finally {
    await handle.close()
  }
}

/** R5: another process holds the write lock for `seconds`. */
export async function foreignLock(home: string, seconds = 10): Promise<Verdict> {
  const problems: string[] = []
  const { folder, waiting, cookie } = await prepare(join(home, 'locked'), 22)
  const server = await start(folder)
  const done: string[] = []
  const reads: number[] = []
  const refused: number[] = []
  let late = 0
  try {
    // Once each, so that nothing measured is a first time.
    await asked(`${server.url}/en/commitments?warm=1`)
    const first = await publish(server.url, cookie, waiting.shift() ?? '')
    if (first.status !== 303) problems.push(`without the lock, publishing answered ${first.status}`)
    const other = createClient({ url: pathToFileURL(databaseFile(folder)).href })
    // Its signing may have the lock just now.
    await sleep(3_000)
    const held = await other.transaction('write')
    await server.delay()
    const until = performance.now() + seconds * 1_000
    const reading = async () => {
      for (let i = 0; performance.now() < until; i += 1) {
        const read = await asked(`${server.url}/en/commitments?page=${i}`)
        if (read.status !== 200) problems.push(`a page answered ${read.status}`)
        reads.push(read.ms)
        await sleep(50)
      }
    }
    const writing = async () => {
      while (performance.now() < until - 3_000) {
        const answer = await publish(server.url, cookie, waiting[0] ?? '')
        refused.push(answer.ms)
        if (answer.status !== 503 || !isHuman(answer))
          problems.push(`under the lock, publishing answered ${answer.status}`)
      }
    }
    await Promise.all([reading(), writing()])
    late = await server.delay()
    await held.rollback()
    other.close()
    for (const id of waiting.slice(0, 20)) {
      const answer = await publish(server.url, cookie, id)
      if (answer.status === 303) done.push(id)
      else problems.push(`after the lock, publishing answered ${answer.status}`)
    }
  } finally {
    await stop(server)
  }
  if (refused.length === 0) problems.push('nothing was refused')
  if (Math.max(...refused) >= 3_000)
    problems.push(`a refusal took ${rounded(Math.max(...refused))}`)
  if (Math.max(...reads) >= 200) problems.push(`a page took ${rounded(Math.max(...reads))}`)
  if (late >= 150) problems.push(`the event loop was ${rounded(late)} late`)
  const found = await look(folder, done)
  problems.push(...found.problems)
  return {
    said: `${refused.length} publishes refused with 503 in ${rounded(Math.max(...refused))} at most, ${reads.length} pages in ${rounded(Math.max(...reads))} at most, event loop p99 ${rounded(late)} late; then ${done.length} publishes`,
    problems,
  }
}

/** R15: told to stop while four publish and four read. */
export async function stopUnderLoad(home: string): Promise<Verdict> {
  const problems: string[] = []
  const { folder, waiting, cookie } = await prepare(join(home, 'stopped'), 60)
  const server = await start(folder)
  const done: string[] = []
  let told = Number.POSITIVE_INFINITY
  let [inFlight, unanswered, read] = [0, 0, 0]
  const under = async (ask: () => Promise<Answered>) => {
    const began = performance.now()
    try {
      const answer = await ask()
      if (began < told && performance.now() > told) inFlight += 1
      return answer
    } catch (error) {
      // A connection that was not taken any more is no loss; one under way is.
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code !== 'ECONNREFUSED' && began < told) unanswered += 1
      return undefined
    }
  }
  const publishing = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const asking = id
      const answer = await under(() => publish(server.url, cookie, asking))
      if (!answer) return
      if (answer.status === 303) done.push(id)
      else problems.push(`publishing answered ${answer.status}`)
      if (done.length === 20 && told === Number.POSITIVE_INFINITY) {
        told = performance.now()
        server.process.kill('SIGTERM')
      }
    }
  }
  const reading = async () => {
    for (;;) {
      const answer = await under(() => asked(`${server.url}/en/commitments?r=${(read += 1)}`))
      if (!answer) return
      if (answer.status !== 200) problems.push(`a page answered ${answer.status}`)
    }
  }
  await Promise.all([
    ...Array.from({ length: 4 }, publishing),
    ...Array.from({ length: 4 }, reading),
  ])
  if (told === Number.POSITIVE_INFINITY) server.process.kill('SIGTERM')
  const { code, signal } = await server.ended
  const took = performance.now() - told
  if (code !== 0) problems.push(`it ended with ${code ?? signal}`)
  if (!(took <= 10_000)) problems.push(`it took ${rounded(took)} to end`)
  if (unanswered > 0) problems.push(`${unanswered} requests under way were never answered`)
  const found = await look(folder, done)
  problems.push(...found.problems)
  return {
    said: `ended in ${rounded(took)} with ${code}; ${inFlight} requests under way were answered, ${unanswered} not; ${done.length} publishes acknowledged, ${found.published.size} kept`,
    problems,
  }
}

const DAY_MS = 86_400_000

/** R7: a day back, a day on, back again, and standing still. */
export async function wrongClocks(home: string): Promise<Verdict> {
  const problems: string[] = []
  const { folder, waiting, cookie } = await prepare(join(home, 'clocks'), 12)
  const next = () => waiting.shift() ?? ''
  const done: string[] = []
  let size = 0
  const under = async (
    name: string,
    env: Record<string, string>,
    work: (url: string, pid: number) => Promise<void>,
  ) => {
    const server = await start(folder, env)
    try {
      await work(server.url, server.process.pid ?? 0)
      const read = await asked(`${server.url}/en/commitments`)
      if (read.status !== 200) problems.push(`${name}: a page answered ${read.status}`)
      await sleep(2_500)
    } finally {
      const { code } = await stop(server)
      if (code !== 0) problems.push(`${name}: the server ended with ${code}`)
    }
    const found = await look(folder, done)
    problems.push(...found.problems.map((what) => `${name}: ${what}`))
    if (found.entries < size) problems.push(`${name}: the log became shorter`)
    size = found.entries
    return found
  }
  const publishes = async (name: string, url: string, session: string, expected: number) => {
    const id = next()
    const answer = await publish(url, session, id)
    if (answer.status === 303) done.push(id)
    if (answer.status !== expected)
      problems.push(`${name}: publishing answered ${answer.status}, not ${expected}`)
    if (expected === 503 && !isHuman(answer)) problems.push(`${name}: no page for people`)
  }

  await under('right', {}, (url) => publishes('right', url, cookie, 303))
  const shifted = (ms: number) => ({ TORTURE_CLOCK_SHIFT_MS: String(ms) })
  await under('a day back', shifted(-DAY_MS), (url) => publishes('a day back', url, cookie, 503))
  const tomorrow = await cookieAt(folder, new Date(Date.now() + DAY_MS))
  await under('a day on', shifted(DAY_MS), async (url) => {
    const desk = await asked(`${url}/en/desk`, { cookie })
    if (desk.status === 200) problems.push('a day on: yesterday’s session still opens the desk')
    await publishes('a day on', url, tomorrow, 303)
  })
  // Yesterday's was swept away meanwhile, as it should.
  const today = await cookieAt(folder, new Date())
  await under('back from there', {}, (url) => publishes('back from there', url, today, 503))
  const later = { ...shifted(DAY_MS + 60_000), TORTURE_CLOCK_STANDS: '1' }
  let busy = 0
  const before = size
  const still = await under('standing still', later, async (url, pid) => {
    for (let i = 0; i < 3; i += 1) await publishes('standing still', url, tomorrow, 303)
    const used = processorSeconds(pid)
    await sleep(5_000)
    busy = (processorSeconds(pid) - used) / 5
    if (busy > 0.5) problems.push(`standing still: it is busy with nothing (${busy.toFixed(2)})`)
  })
  if (still.checkpoints > still.entries) problems.push('it signs in a loop')
  return {
    said: `${size} entries whole, ${still.checkpoints} checkpoints, ${done.length} published; a day back and back from a day on refused with 503; standing still ${size - before} published, ${(busy * 100).toFixed(0)} % of a processor`,
    problems,
  }
}

/** What a process has used of the processors, as Linux tells it in hundredths of a second. */
function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
