import { equal } from './bytes.ts'
import { LedgerError } from './ledger-error.ts'
import {
  COSIGNATURE_KEY,
  formatVerifierKey,
  NOTE_KEY,
  NoteError,
  parseVerifierKey,
  type VerifierKey,
} from './signed-note.ts'
import { readCount } from './spelling.ts'

export type PolicyCode =
  | 'bad-character'
  | 'unknown-line'
  | 'bad-key'
  | 'repeated-key'
  | 'repeated-name'
  | 'unknown-name'
  | 'repeated-member'
  | 'bad-threshold'
  | 'no-quorum'
  | 'repeated-quorum'
export class PolicyError extends LedgerError<PolicyCode> {}

export type PolicyWitness = {
  /** What the policy calls it; the key may bear another name. */
  readonly name: string
  readonly key: VerifierKey
  /** Where it takes `add-checkpoint`. */
  readonly url?: string
}

/** Witnesses, if at least `threshold` of `members` are: names of witnesses and of groups above. */
export type PolicyGroup = {
  readonly name: string
  readonly threshold: number
  readonly members: readonly string[]
}

/** Who must have seen a checkpoint for it to count. */
export type Policy = {
  readonly logs: readonly VerifierKey[]
  readonly witnesses: readonly PolicyWitness[]
  /** Each after those it names. */
  readonly groups: readonly PolicyGroup[]
  /** The name of a witness or a group; `none` asks for nobody. */
  readonly quorum: string
}

const NOBODY = 'none'

/**
 * Reads a policy file: `log`, `witness`, `group` and `quorum` lines (C2SP tlog-policy). Names are
 * defined above where they are used, and each is a member once at most, so that no witness counts
 * twice.
 * @throws {PolicyError} with the number of the line
 */
export function parsePolicy(text: string): Policy {
  const draft: Draft = { logs: [], witnesses: [], groups: [], quorum: undefined }
  for (const [i, line] of text.split('\n').entries()) {
    if (/[^\t -\u007e\u0080-\u{10ffff}]/u.test(line)) {
      throw new PolicyError('bad-character', `line ${i + 1}`)
    }
    const words = line.split(/[ \t]+/).filter((word) => word !== '')
    if (words[0]?.startsWith('#') === false) readLine(draft, words, `line ${i + 1}`)
  }
  const { quorum } = draft
  if (quorum === undefined) throw new PolicyError('no-quorum')
  return { ...draft, quorum }
}

/**
 * A policy as the file it could have been read from, without comments (C2SP tlog-policy).
 * `parsePolicy` reads the same policy back.
 */
export function writePolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const keyText = ({ name, type, publicKey }: VerifierKey) =>
    formatVerifierKey(name, type, publicKey)
  const lines = [
    ...logs.map((key) => ['log', keyText(key)]),
    ...witnesses.map(({ name, key, url }) => ['witness', name, keyText(key), url ?? []].flat()),
    ...groups.map(({ name, threshold, members }) => ['group', name, `${threshold}`, ...members]),
    ['quorum', quorum],
  ]
  return lines.map((words) => `${words.join(' ')}\n`).join('')
}

/**
 * Whether these witnesses together are enough (C2SP tlog-policy, Defining the quorum).
 * @param witnessNames as the policy calls them, each with a cosignature that was verified
 */
export function quorumMet(policy: Policy, witnessNames: ReadonlySet<string>): boolean {
  if (policy.quorum === NOBODY) return true
  const witnessing = new Set(
    policy.witnesses.map(({ name }) => name).filter((name) => witnessNames.has(name)),
  )
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter((member) => witnessing.has(member)).length >= threshold) witnessing.add(name)
  }
  return witnessing.has(policy.quorum)
}

type Draft = {
  logs: VerifierKey[]
  witnesses: PolicyWitness[]
  groups: PolicyGroup[]
  quorum: string | undefined
}

function readLine(draft: Draft, words: readonly string[], at: string): void {
  const [kind, first, second, ...rest] = words
  if (kind === 'log' && first !== undefined && rest.length === 0) {
    draft.logs.push(newKey(first, NOTE_KEY, draft.logs, at))
  } else if (kind === 'witness' && first !== undefined && second !== undefined && !rest[1]) {
    const known = draft.witnesses.map((witness) => witness.key)
    const key = newKey(second, COSIGNATURE_KEY, known, at)
    const [url] = rest
    const name = newName(first, draft, at)
    draft.witnesses.push({ name, key, ...(url === undefined ? {} : { url }) })
  } else if (kind === 'group' && first !== undefined && second !== undefined && rest.length > 0) {
    draft.groups.push(newGroup(first, second, rest, draft, at))
  } else if (kind === 'quorum' && first !== undefined && second === undefined) {
    if (draft.quorum !== undefined) throw new PolicyError('repeated-quorum', at)
    if (first !== NOBODY) mustBeDefined(first, draft, at)
    draft.quorum = first
  } else {
    throw new PolicyError('unknown-line', at)
  }
}

function newKey(text: string, type: number, known: readonly VerifierKey[], at: string) {
  const key = keyOf(text, at)
  if (key.type !== type) throw new PolicyError('bad-key', at)
  // The same key under another name would be the same signer counted twice.
  if (known.some((one) => equal(one.publicKey, key.publicKey))) {
    throw new PolicyError('repeated-key', at)
  }
  return key
}

function keyOf(text: string, at: string): VerifierKey {
  try {
    return parseVerifierKey(text)
  } catch (error) {
    if (error instanceof NoteError) throw new PolicyError('bad-key', at)
    throw error
  }
}

function newName(name: string, draft: Draft, at: string): string {
  if (name === NOBODY || isDefined(name, draft)) throw new PolicyError('repeated-name', at)
  return name
}

function newGroup(
  name: string,
  threshold: string,
  members: readonly string[],
  draft: Draft,
  at: string,
): PolicyGroup {
  const taken = draft.groups.flatMap((group) => group.members)
  for (const [i, member] of members.entries()) {
    mustBeDefined(member, draft, at)
    if (taken.includes(member) || members.indexOf(member) !== i) {
      throw new PolicyError('repeated-member', at)
    }
  }
  return {
    name: newName(name, draft, at),
    threshold: thresholdOf(threshold, members.length, at),
    members,
  }
}

function thresholdOf(text: string, members: number, at: string): number {
  if (text === 'all') return members
  const threshold = text === 'any' ? 1 : readCount(text)
  if (threshold === undefined || threshold < 1 || threshold > members) {
    throw new PolicyError('bad-threshold', at)
  }
  return threshold
}

function mustBeDefined(name: string, draft: Draft, at: string): void {
  if (!isDefined(name, draft)) throw new PolicyError('unknown-name', at)
}

const isDefined = (name: string, { witnesses, groups }: Draft): boolean =>
  [...witnesses, ...groups].some((one) => one.name === name)
