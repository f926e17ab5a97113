import { parseMapping } from '#app/domain/imports/mapping.ts'
import { importCommitments } from '#app/use-cases/imports/import-commitments.server.ts'

import { granted, type World } from './world.ts'

const mapping = {
  key: 'many',
  declaration: 'qd2015',
  languages: ['en'],
  source: { title: { en: 'Many' }, publisher: { en: 'A test' }, licence: 'CC0', notice: 'None.' },
  organisations: {
    'a-ministry': { names: { en: 'A Ministry of Many' }, group: 'government', country: 'KE' },
  },
  levels: {
    commitment: {
      code: 'code',
      title: { en: 'title' },
      clause: { key: 'qd2015/oer/1' },
      startOn: '2026-01-01',
      endOn: '2030-12-31',
      lead: { organisation: 'a-ministry' },
    },
    milestone: {
      code: 'milestone',
      title: { en: 'title' },
      due: 'due',
      unit: { en: 'unit' },
      target: 'target',
    },
  },
}

/** So many commitments of one milestone each, published as an import. */
export async function manyCommitments(w: World, count: number) {
  const parsed = parseMapping(JSON.stringify(mapping))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const rows = Array.from({ length: count }, (_, place) => ({
    row: place + 2,
    cells: {
      code: `C${place}`,
      milestone: `M${place}`,
      title: `Promise ${place}`,
      due: '2028-06-30',
      unit: 'schools',
      target: '100',
    },
  }))
  granted(await importCommitments(w.as(w.coordinator), { mapping: parsed.mapping, rows }))
}
