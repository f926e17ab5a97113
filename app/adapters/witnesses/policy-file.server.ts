import { readFile } from 'node:fs/promises'

import { equal } from '#app/domain/ledger/bytes.ts'
import {
  parsePolicy,
  PolicyError,
  type Policy,
  type PolicyCode,
} from '#app/domain/ledger/policy.ts'
import type { VerifierKey } from '#app/domain/ledger/signed-note.ts'

/** The message is one line, for the console at the start. */
export class PolicyFileError extends Error {}

const words: Readonly<Record<PolicyCode, string>> = {
  'bad-character': 'has a character that no policy may hold',
  'unknown-line': 'is no log, witness, group or quorum line',
  'bad-key': 'has no verifier key where one must be, or one of the wrong kind',
  'repeated-key': 'repeats a key',
  'repeated-name': 'repeats a name',
  'unknown-name': 'names a witness or group that no line above defines',
  'repeated-member': 'repeats a member: each counts once in all groups together',
  'bad-threshold': 'asks for fewer than one or more than all of its members',
  'no-quorum': 'there is no quorum line',
  'repeated-quorum': 'is a second quorum line',
}

/** The policy in a file (C2SP tlog-policy). */
export async function readPolicyFile(path: string, logKey: VerifierKey): Promise<Policy> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new PolicyFileError(`it cannot be read: ${error.message}`)
  })
  const policy = parsed(text)
  for (const { name, url } of policy.witnesses)
    if (url !== undefined && !/^https?:\/\/[^/]/.test(URL.canParse(url) ? url : ''))
      throw new PolicyFileError(`the address of witness ${name} is no http or https URL`)
  const { logs } = policy
  if (logs.length > 0 && !logs.some(({ publicKey }) => equal(publicKey, logKey.publicKey)))
    throw new PolicyFileError('its log lines name other logs and not this one')
  return policy
}

function parsed(text: string): Policy {
  try {
    return parsePolicy(text)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const [, line] = error.message.split(': ')
    throw new PolicyFileError([line, words[error.code]].filter(Boolean).join(' '))
  }
}
