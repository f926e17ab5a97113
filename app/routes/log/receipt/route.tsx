import type { LoaderFunctionArgs } from '@remix-run/node'

import { entryProof } from '#app/db/read/log-proofs.server.ts'
import { writeReceipt } from '#app/domain/ledger/receipt.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** A receipt to keep, and to check without this register (c2sp.org/tlog-proof@v1). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const index = readCount(params['entry'] ?? '')
  if (index === undefined || !asksFor(request, paths.logReceipt(index))) return nothingInLog()
  const proof = await entryProof(context.db, index)
  if (!proof) return nothingInLog()
  const receipt = writeReceipt({ index, proof: proof.proof, checkpointNote: proof.note })
  return logAnswer(request, receipt, {
    type: 'text',
    keep: 'never',
    saveAs: `kept-entry-${index}.tlog-proof`,
  })
}
