import type { ReactNode } from 'react'

export type ButtonKind = 'primary' | 'secondary' | 'danger'

/** Submits its form. Says what it does. */
export function Button(props: {
  kind?: ButtonKind
  name?: string
  value?: string
  /** The id of a form elsewhere on the page. */
  form?: string
  children: ReactNode
}) {
  const { kind = 'primary', children, ...rest } = props
  return (
    <button type="submit" className={`button button-${kind}`} {...rest}>
      {children}
    </button>
  )
}

/** A link that starts something: the one next step of a page. */
export function ButtonLink(props: {
  kind?: ButtonKind
  href: string
  rel?: string
  children: ReactNode
}) {
  return (
    <a className={`button button-${props.kind ?? 'primary'}`} href={props.href} rel={props.rel}>
      {props.children}
    </a>
  )
}

/** The row of buttons a form ends in. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>
}
