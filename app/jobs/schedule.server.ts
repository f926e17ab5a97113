import { Cron } from 'croner'

export type Job = { name: string; when: string; run(now: Date): Promise<unknown> }

type Log = { error(fields: object, message: string): void }

/** Starts the jobs, in UTC; none overlaps itself, and one that fails is tried at its next time. */
export function schedule(jobs: readonly Job[], now: () => Date, log: Log) {
  const running = new Set<Promise<unknown>>()
  const clocks = jobs.map(
    (job) =>
      new Cron(job.when, { timezone: 'UTC', protect: true }, async () => {
        const turn = job
          .run(now())
          .catch((error: unknown) => log.error({ job: job.name, err: error }, 'job failed'))
        running.add(turn)
        await turn
        running.delete(turn)
      }),
  )
  return {
    /** No new turns; answers when those under way are over. */
    async stop() {
      for (const clock of clocks) clock.stop()
      await Promise.all(running)
    },
  }
}
