/** One thing that is not as it should be, and where. */
export type Problem = {
  /** `log`, `entry 41`, a commitment's number, an organisation's id, a page, a file. */
  where: string
  code: string
  /** Inside the record, such as `milestones[mls_1].dueOn`. */
  path?: string
  shown?: unknown
  fromLog?: unknown
}

/** What makes it pointless to read on: the problem is the verdict. */
export class Stop extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.where}: ${problem.code}`)
  }
}

/** The register cannot be asked: no verdict at all. */
export class Unreachable extends Error {}
