import type { LoaderFunctionArgs } from '@remix-run/node'

import { entryProof } from '#app/db/read/log-proofs.server.ts'
import { base64 } from '#app/domain/ledger/bytes.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** The inclusion proof of an entry as JSON, under the newest checkpoint. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const index = readCount(params['entry'] ?? '')
  if (index === undefined || !asksFor(request, paths.logProof(index))) return nothingInLog()
  const proof = await entryProof(context.db, index)
  if (!proof) return nothingInLog()
  const body = JSON.stringify({
    index,
    size: proof.size,
    leafHash: base64(proof.leafHash),
    proof: proof.proof.map(base64),
    checkpoint: proof.note,
  })
  return logAnswer(request, body, { type: 'json', keep: 'never' })
}
