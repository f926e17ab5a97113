import type { ToldFrom } from '#app/domain/acts/told.ts'
import type { PackagedCommitment } from '#app/domain/imports/package-commitment.ts'
import type { PackagedReport } from '#app/domain/imports/package-reports.ts'
import type { ToldCommitment } from '#app/domain/imports/read-package.ts'
import { ordersOf } from '#app/domain/imports/told-orders.ts'
import { sayingsOf } from '#app/domain/imports/told-record.ts'

import { reportContent, terms } from './world.ts'

export const from: ToldFrom = { register: 'https://first.example', size: 7, root: 'cm9vdA==' }
export const row = { file: 'commitments.csv', row: 2, cells: {}, values: {} }
export const lead = {
  id: 'org_far',
  state: 'verified',
  group: 'government',
  invented: true,
} as const

/** A commitment as a package tells it: one version, nothing reported yet. */
export const packaged = (changes: Partial<PackagedCommitment> = {}): PackagedCommitment => ({
  ...{ row, id: 'cmt_a', number: 'QD-2026-0001', declaration: 'qd2015', leadId: 'org_far' },
  ...{ externalId: null, state: 'published', publishedAt: '2026-01-01T09:00:00Z' },
  provenance: { title: 'Kept', publisher: 'first.example', licence: 'X', notice: 'N' },
  versions: [
    {
      terms: { ...terms(), translations: {} },
      at: '2026-01-01T09:00:00Z',
      reason: '',
      changes: [],
    },
  ],
  ...{ withdrawal: null, closedAt: null, partners: [], reports: [], orders: [] },
  ...changes,
})

/** A report on its milestone, handed in once. */
export const packagedReport = (changes: Partial<PackagedReport> = {}): PackagedReport => ({
  ...{ id: 'rpt_a', milestoneId: terms().milestones[0]?.id ?? '', state: 'reported' },
  ...{ reportedAt: '2026-11-01T09:00:00Z', returnedAt: null, evidence: [], findings: [] },
  rounds: [{ round: 1, at: '2026-11-01T09:00:00Z', content: { ...reportContent }, returned: null }],
  row: { ...row, file: 'reports.csv' },
  ...changes,
})

export const told = (of: PackagedCommitment): ToldCommitment => {
  const sayings = sayingsOf(of, lead)
  return { ...of, sayings, told: ordersOf(of.orders, sayings) ?? [] }
}
