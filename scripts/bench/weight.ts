import { join } from 'node:path'

import { kilobytes, limitsOf, totalOf, type Kind } from '../weigh/budgets.ts'
import { weighRegister } from '../weigh/run.ts'
import type { Bench, Row } from './measure.ts'

const kinds: readonly Kind[] = ['public', 'form', 'review', 'desk']
const measures = ['html', 'css', 'fonts', 'scripts', 'requests', 'total'] as const

/** Of each kind of page and each thing that weighs, the page that comes nearest to its budget. */
export async function benchWeight({ folder }: Pick<Bench, 'folder'>): Promise<Row[]> {
  const { pages } = await weighRegister(join(folder, 'weighed'))
  return kinds.flatMap((kind) =>
    measures.flatMap((name): Row[] => {
      const said = (amount: number) => (name === 'requests' ? String(amount) : kilobytes(amount))
      const held = pages
        .filter((page) => page.kind === kind)
        .map(({ pattern, weight }) => {
          const measured = name === 'total' ? totalOf(weight) : weight[name]
          const limit = limitsOf(kind, pattern, weight)[name]
          const ratio = limit > 0 ? measured / limit : measured > 0 ? Infinity : 0
          return { path: weight.path, measured, limit, ratio }
        })
      const most = held.toSorted((a, b) => b.ratio - a.ratio)[0]
      if (!most) return []
      const { path, measured, limit, ratio } = most
      return [
        {
          work: `${name} of ${kind} pages, at most: ${path}`,
          limit: said(limit),
          kept: said(measured),
          ratio,
          budget: { atMost: 1 },
        },
      ]
    }),
  )
}
