export type Refused<code extends string> = { ok: false; code: code }
export type Result<value, code extends string> = { ok: true; value: value } | Refused<code>

export const ok = <value>(value: value) => ({ ok: true, value }) as const
export const refuse = <code extends string>(code: code) => ({ ok: false, code }) as const
