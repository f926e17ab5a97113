import { LetterRefused, type Letter, type Mailer } from './mailer.ts'

/** Keeps what it is given; throws instead while `failing` or `refusing` says why. */
export function memoryMailer(): Mailer & {
  sent: Letter[]
  failing: string | undefined
  refusing: string | undefined
} {
  return {
    sent: [],
    failing: undefined,
    refusing: undefined,
    async send(letter) {
      if (this.refusing) throw new LetterRefused(this.refusing)
      if (this.failing) throw new Error(this.failing)
      this.sent.push(letter)
    },
  }
}
