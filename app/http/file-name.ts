/** What turns the reading of a name around, or cannot be seen in it. */
const unseen = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const NAME_BYTES = 255

/** Some browsers send a path; only its last part is a name. Its ending outlasts its middle. */
export function baseName(fileName: string): string {
  // Through bytes: half a character, which no header can carry, becomes a sign of its own.
  const last = Buffer.from(fileName.split(/[/\\]/).at(-1) ?? '').toString()
  const name = last.replace(unseen, '')
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? name.slice(dot) : ''
  const letters = Array.from(name.slice(0, name.length - ending.length))
  while (letters.length > 0 && Buffer.byteLength(letters.join('') + ending) > NAME_BYTES)
    letters.splice(-Math.ceil((Buffer.byteLength(letters.join('') + ending) - NAME_BYTES) / 4))
  return Buffer.byteLength(ending) > NAME_BYTES ? '' : letters.join('') + ending
}
