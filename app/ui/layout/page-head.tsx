import type { ReactNode } from 'react'

/** A page's heading: what it is about, and one or two sentences. */
export function PageHead(props: {
  title: ReactNode
  /** A short line above: a number, a step, a kind. */
  kicker?: ReactNode
  lead?: ReactNode
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  children?: ReactNode
}) {
  return (
    <div className="page-head">
      {props.kicker && <p className="kicker">{props.kicker}</p>}
      <h1 lang={props.lang} dir={props.dir}>
        {props.title}
      </h1>
      {props.lead && <p className="lead">{props.lead}</p>}
      {props.children}
    </div>
  )
}
