import { createHash } from 'node:crypto'

import type { PolicyWitness } from '#app/domain/ledger/policy.ts'

import { boundedBody } from '../http/bounded-body.ts'
import type { Witness } from './witness.ts'

const PATIENCE_MS = 2_000
const MAX_ANSWER = 16 * 1024

/** The witnesses of a policy that can be asked: those with an address. */
export const httpWitnesses = (witnesses: readonly PolicyWitness[]): Witness[] =>
  witnesses.flatMap(({ name, key, url }) =>
    url === undefined ? [] : [httpWitness({ name, key, url })],
  )

/** A witness at an address: two seconds, no redirects, and not more than 16 KB are read of it. */
export function httpWitness({ name, key, url }: Required<PolicyWitness>): Witness {
  const base = url.replace(/\/+$/, '')
  return {
    name,
    key,
    addCheckpoint: (body) => ask(`${base}/add-checkpoint`, { method: 'POST', body }),
    async newest(origin) {
      const place = createHash('sha256').update(origin).digest('hex')
      const { status, body } = await ask(`${base}/${place}/checkpoint`)
      return status === 200 ? body : undefined
    },
  }
}

async function ask(url: string, init: RequestInit = {}): Promise<{ status: number; body: string }> {
  const answer = await fetch(url, {
    ...init,
    headers: init.body ? { 'Content-Type': 'text/plain; charset=utf-8' } : {},
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const body = await boundedBody(answer, MAX_ANSWER)
  return { status: answer.status, body: body.toString('utf8') }
}
