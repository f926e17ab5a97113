import { z } from 'zod'

/** Present in every body the sign-in form sends; absent in one carried here by a 307. */
export const MARK = 'sign-in'
export const CARRIED = 'carried'

const fields = z.array(z.tuple([z.string(), z.string()]))
export type Fields = z.infer<typeof fields>

/** What was typed elsewhere, in the order it was typed; files cannot be carried. */
export const pack = (form: FormData): string =>
  JSON.stringify([...form].filter(([, value]) => typeof value === 'string'))

export function unpack(packed: FormDataEntryValue | null): Fields {
  if (typeof packed !== 'string' || packed === '') return []
  try {
    return fields.parse(JSON.parse(packed))
  } catch {
    return []
  }
}
