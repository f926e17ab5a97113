import { htmlPart } from './html-part.ts'
import { LetterRefused, type Mailer } from './mailer.ts'

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')
const local = new Set(['localhost', '127.0.0.1', '[::1]'])

/** How long a server may be silent, in milliseconds. */
type Patience = { connect: number; silence: number }
const patience: Patience = { connect: 10_000, silence: 30_000 }

/**
 * Mail through the server SMTP_URL names, encrypted unless that is this machine. A certificate that
 * does not check out is an error.
 */
export async function smtpMailer(
  url: string,
  origin: string,
  { connect, silence } = patience,
): Promise<Mailer> {
  const { createTransport } = await import('nodemailer')
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const domain = new URL(origin).hostname
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !local.has(hostname),
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: connect,
    greetingTimeout: connect,
    socketTimeout: silence,
    // What a letter says is never read as a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      const { id, to, subject, text, locale } = letter
      try {
        await transport.sendMail({
          from: { name: 'Kept', address: `no-reply@${domain}` },
          to: { name: '', address: oneLine(to) },
          subject: oneLine(subject),
          text,
          html: htmlPart(letter, origin),
          // The same each time: a letter that comes twice is seen to be one.
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
        })
      } catch (error) {
        throw isFinal(error) ? new LetterRefused(error.message, { cause: error }) : error
      }
    },
  }
}

/** A 5xx to the receiver or the letter; one to our name or password is for us to mend. */
function isFinal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseCode' in error)) return false
  const at = 'command' in error ? error.command : undefined
  return Number(error.responseCode) >= 500 && (at === 'RCPT TO' || at === 'DATA')
}
