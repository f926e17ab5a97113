import { locales } from '#app/domain/shared/language.ts'

const part = String.raw`\w[\w.-]*`
const lists =
  'coverage|places|milestones|search|data|declarations|commitments|organisations|clauses'

/**
 * Which pages are kept, in their one spelling: those that follow from the log's size and the day
 * alone. What shows signatures and witnesses (`log`) moves more often.
 */
const pages = new RegExp(
  `^/(?:${locales.join('|')})(?:/(?:about|data/api|log[.]atom|(?:${lists})(?:[.]atom)?|` +
    `(?:declarations|commitments|organisations|places)/${part}|clauses(?:/${part}){1,4}))?$`,
)
/** The API's answers of a page's size; whole records, hundreds at a time, are made for each who asks. */
const data = new RegExp(
  `^/api/v1/(?:openapi[.]json|(?:commitments|milestones|organisations|declarations)(?:/${part})?)$`,
)
/** All rows of a list, however many: they are sent while they are made. */
const isExport = (path: string) => /[.]csv$|^\/..\/clauses\/.*[.](?:json|ics)$/.test(path)

/** Everything a public page reads of its query. */
const names: ReadonlySet<string> = new Set([
  ...['declaration', 'clause', 'group', 'country', 'region', 'outcome', 'assurance', 'year'],
  ...['organisation', 'due', 'reporting', 'q', 'sort', 'after', 'before', 'show', 'kind'],
  ...['month', 'state', 'from', 'to', 'by'],
])
/** What others hang onto a link they share, for their own counting. No page reads it. */
const isTracker = (name: string) => /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)$/.test(name)

/** An address longer than this is nobody's link: it is answered, and not kept. */
const LONGEST = 1_000

/**
 * The one spelling under which the page of this address is kept, or undefined for what is never
 * kept. A name that no page reads is not dropped but keeps the whole address out: so nobody fills
 * the cache with such names, and a page that begins to read one is never wrong.
 */
export function keptAddress(url: string): string | undefined {
  if (url.length > LONGEST) return undefined
  const [path = '', ...rest] = url.split('?')
  const isData = data.test(path)
  if (!isData && (!pages.test(path) || isExport(path))) return undefined
  if (rest.length === 0) return path

  const query = new URLSearchParams()
  const seen = new Set<string>()
  for (const [name, value] of new URLSearchParams(rest.join('?'))) {
    if (isTracker(name) && !isData) continue
    if (!names.has(name) && !(isData && name === 'limit')) return undefined
    const same = `${name}=${value}`
    // The API says what it does not understand.
    if (isData && (value === '' || seen.has(same))) return undefined
    // A form sends its empty fields too; they mean the same as none.
    if (value !== '' && !seen.has(same)) query.append(name, value)
    seen.add(same)
  }
  query.sort()
  return query.size === 0 ? path : `${path}?${query}`
}

/** Built files that are text. Their names or their short life keep them right over any commit. */
export const isTextFile = (url: string): boolean =>
  /^\/(?:assets\/[\w.-]+\.(?:css|js)|favicon\.svg)$/.test(url)
