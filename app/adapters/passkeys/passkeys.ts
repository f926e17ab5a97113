import type { Passkey } from '#app/domain/accounts/passkey.ts'

/** What a device says of a passkey just used; the counter is for the rules to judge. */
export type PasskeyUse = { counter: number; deviceType: string; backedUp: boolean }

/** Checks what devices sign for this register's own address; undefined for whatever is not right. */
export type Passkeys = {
  /** The host passkeys are made for. */
  rpId: string
  made(response: unknown, challenge: string): Promise<Passkey | undefined>
  used(response: unknown, challenge: string, kept: Passkey): Promise<PasskeyUse | undefined>
}
