import type { z } from 'zod'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What an answer says in its shape; undefined for anything else. */
export function jsonOf<shape extends z.ZodType>(
  bytes: Uint8Array,
  shape: shape,
): z.infer<shape> | undefined {
  const text = textOf(bytes)
  if (text === undefined) return undefined
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** UTF-8 as text; undefined where it is none. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
