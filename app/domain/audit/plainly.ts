/**
 * Signs that are not seen, or that move what is: control characters, line and paragraph ends,
 * marks that turn the direction of writing, and those of no width. Each could make one line of an
 * audit look like two, or like another.
 */
// oxlint-disable no-control-regex, no-misleading-character-class -- these are what is shown
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/** A text of somebody else's in one line, with nothing unseen: `\u{202E}` stands for such a sign. */
export const plainly = (text: string): string =>
  text.replaceAll(UNSEEN, (sign) => {
    if (sign === '\n') return '\\n'
    if (sign === '\r') return '\\r'
    return `\\u{${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`
  })
