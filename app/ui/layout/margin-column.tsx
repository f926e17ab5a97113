import type { ReactNode } from 'react'

/**
 * Number in the margin, text beside it: the register's own shape. The heading comes first in
 * the document; on a narrow page the margin folds beneath it.
 */
export function MarginColumn(props: {
  heading?: ReactNode
  margin: ReactNode
  children: ReactNode
  as?: 'article' | 'section' | 'div'
  /** Starts a record: a heavy rule above, on its own sheet. */
  record?: boolean
  id?: string | undefined
}) {
  const Element = props.as ?? 'section'
  return (
    <Element className={props.record ? 'margined record' : 'margined'} id={props.id}>
      {props.heading && <div className="heading">{props.heading}</div>}
      <div className="margin">{props.margin}</div>
      <div className="text">{props.children}</div>
    </Element>
  )
}

/** Short facts in the margin; `number` is the record's own, large. */
export function MarginFacts(props: {
  number?: ReactNode
  facts: readonly { key: string; term: string; value: ReactNode }[]
}) {
  return (
    <>
      {props.number && <p className="number">{props.number}</p>}
      <dl>
        {props.facts.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
