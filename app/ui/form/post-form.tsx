import type { ReactNode } from 'react'

import { HiddenFields } from './hidden-fields.tsx'

/** A form that posts, to its own page unless told otherwise. The server alone validates. */
export function PostForm(props: {
  action?: string
  id?: string
  /** Carries files. */
  files?: boolean
  hidden?: Readonly<Record<string, string | readonly string[] | undefined>>
  label?: string
  children: ReactNode
}) {
  return (
    <form
      method="post"
      action={props.action}
      id={props.id}
      encType={props.files ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      noValidate
    >
      {props.hidden && <HiddenFields values={props.hidden} />}
      {props.children}
    </form>
  )
}
