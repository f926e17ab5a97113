import type { Locale } from '#app/domain/shared/language.ts'

export type Letter = { id: string; to: string; subject: string; text: string; locale: Locale }

/** The receiver's own server will never take it: to try again would be in vain. */
export class LetterRefused extends Error {}

/** Sends one letter, or throws. */
export interface Mailer {
  send(letter: Letter): Promise<void>
}
