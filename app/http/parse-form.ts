import type { Submission } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

type Issue = {
  message: string
  path: PropertyKey[]
  errors?: Issue[][]
}

const isCode = (message: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(message)

/** The code a problem is told by: a schema's own, else the nearest of a union's, else a plain one. */
function codeOf(issue: Issue): string {
  if (isCode(issue.message)) return issue.message
  const within = (issue.errors ?? []).flat().findLast(({ message }) => isCode(message))
  if (within) return within.message
  return issue.message.endsWith('received undefined') ? 'missing' : 'invalid'
}

/**
 * Reads a posted form by the schema the rules themselves use, without guessing at types: what was
 * typed is what the schema sees. `lists` names fields that may be ticked once, often or not at all;
 * `choices` those that are chosen, not written, so that a missing one is told of as such.
 */
export function parseForm<schema extends z.ZodType>(
  form: FormData,
  schema: schema,
  { lists = [], choices = [] }: { lists?: readonly string[]; choices?: readonly string[] } = {},
): Submission<z.output<schema>, string[]> {
  const payload = new FormData()
  const counts = new Map<string, number>()
  for (const [name, value] of form) {
    // Browsers send CRLF for every line end: kept so, an unchanged text would look changed.
    const typed = typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value
    if (!lists.includes(name)) {
      payload.append(name, typed)
      continue
    }
    const place = counts.get(name) ?? 0
    counts.set(name, place + 1)
    payload.append(`${name}[${place}]`, typed)
  }
  return parseWithZod(payload, {
    schema,
    disableAutoCoercion: true,
    formatError: (issues: Issue[]) =>
      issues.map((issue) => {
        const code = codeOf(issue)
        const chosen = choices.includes(String(issue.path.at(-1)))
        return chosen && code === 'missing' ? 'not-chosen' : code
      }),
  })
}
