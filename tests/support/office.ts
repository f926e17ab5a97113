import { strToU8, zipSync, type Zippable } from 'fflate'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A text document as an office program writes it, with what a test adds or replaces. */
export const docx = (more: Zippable = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
      ),
      'word/document.xml': strToU8('<w>A list of schools.</w>'),
      ...more,
    }),
  )

const text = 'application/vnd.oasis.opendocument.text'

export const odt = (more: Zippable = {}): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: [strToU8(text), { level: 0 }],
      'content.xml': strToU8('<office:document-content/>'),
      'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
      ...more,
    }),
  )
