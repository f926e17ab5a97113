import type { LoaderFunctionArgs } from '@remix-run/node'

import { requireAdministrator } from '#app/auth/guards.server.ts'
import { auditSlices, readAuditFilters, type AuditedAct } from '#app/db/read/audit.server.ts'
import { plainly } from '#app/domain/audit/plainly.ts'
import { BYTE_ORDER_MARK, csvHeader, csvRow, type Columns } from '#app/domain/open-data/csv.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

const text = (value: string | null | undefined) => (value ? plainly(value) : null)

const columns: Columns<AuditedAct> = [
  ['at', ({ at }) => at.toISOString()],
  ['act', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['entry', ({ entry }) => entry],
  ['role', ({ role }) => role],
  ['account', ({ userId }) => userId],
  ['name', ({ person }) => text(person?.name)],
  ['email', ({ person }) => text(person?.email)],
  ['organisation', ({ organisationId }) => organisationId],
  ['subject', ({ subject }) => text(subject)],
  ['commitment', ({ commitmentId }) => commitmentId],
  ['address', ({ address }) => text(address)],
  ['before', ({ change }) => text(change?.before)],
  ['after', ({ change }) => text(change?.after)],
  ['reason', ({ change }) => text(change?.reason)],
]

/** The audit as a table. Its address opens nothing by itself: an administrator has to be signed in. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const now = context.now()
  const filters = readAuditFilters(new URL(request.url).searchParams)
  const slices = auditSlices(context.db, actor, filters, now)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvHeader(columns))),
    async pull(controller) {
      const { done, value } = await slices.next()
      if (done) return controller.close()
      const lines = value.map((act) => csvRow(columns, act)).join('')
      if (lines !== '') controller.enqueue(encoder.encode(lines))
      else controller.close()
    },
    async cancel() {
      await slices.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="kept-audit-${dayOf(now)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
