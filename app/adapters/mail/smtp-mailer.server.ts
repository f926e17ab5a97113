import type { Mailer } from './mailer.ts'

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')

/** Mail through the server SMTP_URL names. A certificate that does not check out is an error. */
export async function smtpMailer(url: string, from: string): Promise<Mailer> {
  const { createTransport } = await import('nodemailer')
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    tls: { rejectUnauthorized: true },
  })
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to: oneLine(to), subject: oneLine(subject), text })
    },
  }
}
