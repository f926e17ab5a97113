export type AtomEntry = {
  /** Never changes, whatever becomes of the page it leads to. */
  id: string
  title: string
  /** The title's language, where it is not the feed's. */
  lang?: string
  /** The page to read. */
  href: string
  /** When it was first there, if not when it was last changed. */
  published?: Date
  updated: Date
  author: string
  summary: string
}

export type AtomFeed = {
  /** Its own address, which is also its id. */
  self: string
  /** The page it is a feed of. */
  alternate: string
  lang: string
  title: string
  updated: Date
  rights: string
  entries: readonly AtomEntry[]
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
// XML 1.0 has no way to write these, not even escaped.
// oxlint-disable-next-line no-control-regex -- control characters are what this drops
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

const xml = (text: string) =>
  text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

const inLanguage = (lang: string | undefined) => (lang ? ` xml:lang="${xml(lang)}"` : '')

const entryXml = (entry: AtomEntry) => `  <entry>
    <id>${xml(entry.id)}</id>
    <title${inLanguage(entry.lang)}>${xml(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${xml(entry.href)}"/>
    <updated>${entry.updated.toISOString()}</updated>
    <published>${(entry.published ?? entry.updated).toISOString()}</published>
    <author><name>${xml(entry.author)}</name></author>
    <summary>${xml(entry.summary)}</summary>
  </entry>
`

/** A feed as RFC 4287 wants it. Everything handed in is text and is escaped here. */
export const atomXml = (feed: AtomFeed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.lang)}">
  <id>${xml(feed.self)}</id>
  <title>${xml(feed.title)}</title>
  <link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${xml(feed.alternate)}"/>
  <updated>${feed.updated.toISOString()}</updated>
  <rights>${xml(feed.rights)}</rights>
${feed.entries.map(entryXml).join('')}</feed>
`
