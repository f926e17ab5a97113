/** What can wait for a coordinator; `colleague` is a review in somebody else's hands. */
export const queueKinds = [
  'organisation',
  'commitment',
  'report',
  'second',
  'redaction',
  'colleague',
] as const
export type QueueKind = (typeof queueKinds)[number]

/** The kind a filter names; anything else is no filter. */
export const queueKindOf = (text: string | null | undefined): QueueKind | undefined =>
  queueKinds.find((kind) => kind === text)
