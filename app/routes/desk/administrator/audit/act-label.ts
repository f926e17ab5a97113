import { isPublicKind, type ActKind } from '#app/domain/acts/act.ts'
import type { Speech } from '#app/i18n/speech.ts'

/** An act in a few words: the public log's own where it is a public one. */
export const actLabel = ({ t }: Pick<Speech, 't'>, kind: ActKind): string =>
  isPublicKind(kind) ? t(`log.act.${kind}`) : t(`audit.act.${kind}`)
