import type { Letter, Mailer } from './mailer.ts'

/** Keeps what it is given; throws instead while `failing` says why. */
export function memoryMailer(): Mailer & { sent: Letter[]; failing: string | undefined } {
  return {
    sent: [],
    failing: undefined,
    async send(letter) {
      if (this.failing) throw new Error(this.failing)
      this.sent.push(letter)
    },
  }
}
