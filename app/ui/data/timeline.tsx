import type { ReactNode } from 'react'

import { Mark } from './glyph.tsx'
import { statusGlyphs, type Status } from './status-mark.tsx'

export type TimelineItem = {
  key: string
  /** An anchor, where something links to this item. */
  id?: string | undefined
  when: ReactNode
  /** Draws the mark; say the word too, in the body. */
  status?: Status | undefined
  title: ReactNode
  children?: ReactNode
}

/** Dated things in a column, milestones oldest first, history newest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key} id={item.id}>
          {item.status ? <Mark glyph={statusGlyphs[item.status]} /> : <i className="dot" />}
          <div className="when">{item.when}</div>
          <div className="what">
            <h3>{item.title}</h3>
            {item.children}
          </div>
        </li>
      ))}
    </ol>
  )
}
