const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they stand, readers of attributes and of text would make spaces or line feeds of them.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
// XML 1.0 has no way to write these, not even escaped.
// oxlint-disable-next-line no-control-regex -- control characters are what this drops
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const PLAIN = /^[^&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]*$/

/** Nearly every text is written as it stands: that is settled first. */
const written = (text: string, signs: RegExp) =>
  PLAIN.test(text)
    ? text
    : text.replaceAll(UNWRITABLE, '').replaceAll(signs, (sign) => escapes[sign] ?? sign)

/** Markup that is ready to be put into more markup; anything else is text and gets escaped. */
export type Xml = { readonly xml: string }
type Child = Xml | string | null | undefined | readonly Child[]
type Attributes = Readonly<Record<string, string | number | null | undefined>>

/**
 * One element of an XML document. Text and attribute values are escaped; what XML 1.0 cannot write
 * at all is left out. An attribute that is null or undefined is left off.
 */
export const element = (name: string, attributes: Attributes, ...children: Child[]): Xml => {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${written(String(value), /[&<>"\t\n\r]/g)}"`)
    .join('')
  const inner = children.map(inside).join('')
  return { xml: inner === '' ? `<${name}${said}/>` : `<${name}${said}>${inner}</${name}>` }
}

function inside(child: Child): string {
  if (child === null || child === undefined) return ''
  if (typeof child === 'string') return written(child, /[&<>\r]/g)
  return 'xml' in child ? child.xml : child.map(inside).join('')
}
