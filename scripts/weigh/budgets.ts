import type { Weight } from './page.ts'

const KB = 1_024

export type Kind = 'public' | 'form' | 'review' | 'desk'
type Limits = {
  html: number
  css: number
  fonts: number
  scripts: number
  requests: number
  total: number
}

const small = { css: 10 * KB, fonts: 29 * KB, scripts: 0, requests: 4, total: 50 * KB }

/** What a page may weigh, compressed, on a first visit. */
const budgets: Record<Kind, Limits> = {
  public: { ...small, html: 10 * KB },
  form: { ...small, html: 8 * KB, scripts: 6 * KB },
  review: { ...small, html: 25 * KB, fonts: 0, scripts: 110 * KB, requests: 10, total: 200 * KB },
  // Lists and overviews behind the sign-in: as heavy as a public page may be.
  desk: { ...small, html: 10 * KB },
}
const RECORD_HTML = 18 * KB
/** Only where a name has letters such as ł or ğ: one more file, which stays in the browser. */
const EXTENDED = 15 * KB

export const totalOf = ({ html, css, fonts, scripts, others }: Weight) =>
  html + css + fonts + scripts + others

export function limitsOf(kind: Kind, pattern: string, { extended }: Weight): Limits {
  const limits = { ...budgets[kind] }
  if (kind === 'public' && pattern === ':locale/commitments/:number') limits.html = RECORD_HTML
  if (extended && limits.fonts > 0) {
    limits.fonts += EXTENDED
    limits.total += EXTENDED
    limits.requests += 1
  }
  // A record's longer text is not taken from its fonts and styles.
  limits.total += limits.html === RECORD_HTML ? RECORD_HTML - budgets.public.html : 0
  return limits
}

/** What is too heavy about a page, in words; nothing when it keeps its budget. */
export function excessOf(kind: Kind, pattern: string, weight: Weight): string[] {
  const limits = limitsOf(kind, pattern, weight)
  const measured = { ...weight, total: totalOf(weight) }
  return (Object.keys(limits) as (keyof Limits)[])
    .filter((name) => measured[name] > limits[name])
    .map((name) =>
      name === 'requests'
        ? `${measured[name]} requests, at most ${limits[name]}`
        : `${name} ${kilobytes(measured[name])}, at most ${kilobytes(limits[name])}`,
    )
}

export const kilobytes = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`
