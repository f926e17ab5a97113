import { z } from 'zod'

export const PASSWORD_CHARACTERS = 10
export const ADMINISTRATOR_PASSWORD_CHARACTERS = 12
const PASSWORD_BYTES = 1_024

const characters = (text: string) => Array.from(text).length
const bytes = (text: string) => new TextEncoder().encode(text).length

/** A password somebody says they have: nothing is asked of its form, only of its size. */
export const givenPassword = z
  .string({ error: 'missing' })
  .refine((text) => bytes(text) <= PASSWORD_BYTES, 'password-too-long')

/** A password at its choosing. Not trimmed, not normalised: what was typed is what counts. */
export const newPassword = (least: number) =>
  givenPassword.refine((text) => characters(text) >= least, 'password-too-short')

/** How long a password has to be: longer for those who decide about others. */
export const leastCharacters = (who: { administrator: boolean; coordinator: boolean }): number =>
  who.administrator || who.coordinator ? ADMINISTRATOR_PASSWORD_CHARACTERS : PASSWORD_CHARACTERS

/** Whether it is as long as a role given since it was chosen asks for. */
export const isLongEnough = (password: string, who: Parameters<typeof leastCharacters>[0]) =>
  characters(password) >= leastCharacters(who)

/** Whether a password is on a list of those that are tried first. */
export type KnownPasswords = (password: string) => Promise<boolean>

type About = { name: string; email: string; register: string }

const LETTERS = 4
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What somebody who knows the person tries first: words of four letters and more. */
const personal = ({ name, email, register }: About): string[] => {
  const [local = ''] = email.split('@', 1)
  return [local, ...local.split(/[^\p{L}\p{N}]+/u), ...name.split(/\s+/), register]
    .map(plain)
    .filter((word) => characters(word) >= LETTERS)
}

/** Why a password of the right length is refused all the same, or undefined. */
export async function passwordRefusal(
  password: string,
  about: About,
  isKnown: KnownPasswords,
): Promise<'password-personal' | 'password-known' | undefined> {
  const written = plain(password)
  if (personal(about).some((word) => written.includes(word))) return 'password-personal'
  return (await isKnown(password)) ? 'password-known' : undefined
}
