import type { ReactNode } from 'react'

/** Something the reader must know before reading on: a withdrawal, what a page is. */
export function Notice(props: {
  kind?: 'plain' | 'warning'
  title?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={props.kind === 'warning' ? 'notice notice-warning' : 'notice'}>
      {props.title && <p className="notice-title">{props.title}</p>}
      {props.children}
    </div>
  )
}

/** What has just been done; announced, and gone with the next page. */
export function Flash({ children }: { children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> may not hold paragraphs
    <div className="notice notice-done" role="status">
      {children}
    </div>
  )
}

/** Why there is nothing here, and one next step. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="notice-title">{title}</p>
      {children}
    </div>
  )
}
