import { Cron } from 'croner'

export type Job = {
  name: string
  when: string
  run(now: Date): Promise<unknown>
  /** Calls back when there is work before the next time; answers how to stop it. */
  due?(wake: () => void): () => void
}

type Log = { error(fields: object, message: string): void }

/** What is due together waits for its company, so that a hundred commits make one turn. */
const SOON_MS = 100

/** Starts the jobs, in UTC; none overlaps itself, and one that fails is tried at its next time. */
export function schedule(jobs: readonly Job[], now: () => Date, log: Log) {
  const started = jobs.map((job) => start(job, now, log))
  return {
    /** No new turns; answers when those under way are over. */
    async stop() {
      await Promise.all(started.map((stop) => stop()))
    },
  }
}

function start(job: Job, now: () => Date, log: Log): () => Promise<void> {
  let current: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const turn = () =>
    (current ??= job
      .run(now())
      .then(
        () => {},
        (error: unknown) => log.error({ job: job.name, err: error }, 'job failed'),
      )
      .finally(() => (current = undefined)))
  const soon = () => {
    if (stopped) return
    timer ??= setTimeout(() => {
      timer = undefined
      // A turn under way may have looked before this was due.
      if (current) void current.then(soon)
      else void turn()
    }, SOON_MS)
  }
  const clock = new Cron(job.when, { timezone: 'UTC' }, turn)
  const forget = job.due?.(soon)
  return async () => {
    stopped = true
    clock.stop()
    forget?.()
    clearTimeout(timer)
    await current
  }
}
