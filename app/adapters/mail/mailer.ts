export type Letter = { to: string; subject: string; text: string }

/** Sends one letter, or throws. */
export interface Mailer {
  send(letter: Letter): Promise<void>
}
