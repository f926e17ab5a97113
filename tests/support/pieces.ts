import type { FileInput, LinkInput } from '#app/domain/evidence/evidence.ts'

/** Pieces of evidence as the edge hands them in. */
export const link: LinkInput = {
  kind: 'link',
  title: 'Attendance lists',
  lang: 'en',
  access: 'public',
  heldReason: '',
  url: 'https://ministry.example/lists',
}

export const file: FileInput = {
  title: 'Attendance lists, scanned',
  lang: 'en',
  access: 'held',
  heldReason: 'The lists name teachers.',
  fileName: 'lists.pdf',
  storedName: 'abcdefgh01234567',
  mediaType: 'application/pdf',
  size: 1200,
  sha256: 'ab'.repeat(32),
  scan: 'not-scanned',
}
