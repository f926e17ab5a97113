import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, it } from 'vitest'

import { LetterRefused, type Letter } from '#app/adapters/mail/mailer.ts'
import { smtpMailer } from '#app/adapters/mail/smtp-mailer.server.ts'
import { mails } from '#app/db/schema/acts.ts'
import { deliverMails } from '#app/use-cases/mails/deliver-mails.server.ts'
import { selfMadeCertificate } from '#tests/support/certificate.ts'
import { freshDatabase } from '#tests/support/database.ts'

const origin = 'https://kept.example'
const patience = { connect: 2_000, silence: 300 }
const letter: Letter = {
  id: 'mal_1',
  to: 'ada@example.org',
  subject: 'تقرير مستحق',
  text: `مرحبا آدا\n\nاقرأ:\n${origin}/ar/desk\n`,
  locale: 'ar',
}

const servers: SMTPServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise<void>((done) => {
      server.close(done)
    })
})

type Received = { from: string; to: string[]; message: string; secure: boolean }

/** A mail server as it stands on the network, which keeps what it takes. */
async function mailServer(options: SMTPServerOptions = {}, host = '127.0.0.1') {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData(stream, { envelope, secure }, done) {
      let message = ''
      stream.setEncoding('utf8')
      stream.on('data', (piece: string) => {
        message += piece
      })
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address)
        received.push({ from, to, message, secure })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  servers.push(server)
  server.listen(0, host)
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return { received, url: `smtp://${host}:${port}` }
}

const send = async (url: string, changes: Partial<Letter> = {}) =>
  (await smtpMailer(url, origin, patience)).send({ ...letter, ...changes })

const answering = (code: number, words: string) =>
  Object.assign(new Error(words), { responseCode: code })

/** Headers and body of a message or of a part of it; folded lines put together. */
function read(message: string) {
  const [head = '', ...body] = message.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const header = (name: string) =>
    headers
      .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))
      .map((line) => line.slice(name.length + 2))
  return { headers, header, body: body.join('\r\n\r\n') }
}

function partsOf(message: string) {
  const whole = read(message)
  const boundary = /boundary="([^"]+)"/.exec(whole.header('Content-Type')[0] ?? '')?.[1] ?? ''
  return whole.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => read(part.replace(/^\r\n/, '')))
    .map(({ header, body }) => ({
      type: header('Content-Type')[0],
      text: decoded(body, header('Content-Transfer-Encoding')[0]),
    }))
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

it('delivers a letter in both forms, text first, in its language', async () => {
  const { received, url } = await mailServer()
  await send(url)
  expect(received).toMatchObject([{ from: 'no-reply@kept.example', to: ['ada@example.org'] }])
  const message = received[0]?.message ?? ''
  const { header } = read(message)
  expect(header('Content-Type')[0]).toContain('multipart/alternative')
  expect(header('Message-ID')).toEqual(['<mal_1@kept.example>'])
  expect(header('Auto-Submitted')).toEqual(['auto-generated'])
  expect(header('Content-Language')).toEqual(['ar'])
  expect(header('From')).toEqual(['Kept <no-reply@kept.example>'])
  const [plain, html, ...more] = partsOf(message)
  expect(more).toEqual([])
  expect(plain?.type).toContain('text/plain')
  expect(plain?.text.replaceAll('\r\n', '\n').trimEnd()).toBe(letter.text.trimEnd())
  expect(html?.type).toContain('text/html')
  expect(html?.text).toContain('dir="rtl"')
  expect(html?.text).toContain(`<a href="${origin}/ar/desk"`)
})

it.each([
  ['subject', { subject: 'A report\r\nBcc: eve@evil.example\r\n\r\nand a body' }],
  ['subject, by a line feed', { subject: 'A report\nBcc: eve@evil.example' }],
  ['subject, in signs beyond ASCII', { subject: 'تقرير\r\nBcc: eve@evil.example' }],
])('lets no %s add a header', async (_what, changes) => {
  const { received, url } = await mailServer()
  await send(url, changes)
  expect(received[0]?.to).toEqual(['ada@example.org'])
  const { header } = read(received[0]?.message ?? '')
  expect(header('Bcc')).toEqual([])
  expect(header('Subject')).toHaveLength(1)
})

it.each([
  'ada@example.org\r\nRCPT TO:<eve@evil.example>',
  'ada@example.org\nBcc: eve@evil.example',
  'ada@example.org, eve@evil.example',
  'ada@example.org> <eve@evil.example',
])('sends nothing to anybody else for the address %j', async (to) => {
  const { received, url } = await mailServer()
  await send(url, { to }).catch(() => {})
  expect(received.flatMap((one) => one.to)).not.toContain('eve@evil.example')
  for (const { message } of received) expect(read(message).header('Bcc')).toEqual([])
})

it('tells a server that will never take a letter from one that may later', async () => {
  const outcome = async (options: SMTPServerOptions) => {
    const { url } = await mailServer(options)
    const error: unknown = await send(url).catch((failure: unknown) => failure)
    expect(error).toBeInstanceOf(Error)
    return error instanceof LetterRefused ? 'refused' : 'later'
  }
  const rcpt = (code: number): SMTPServerOptions => ({
    onRcptTo: (_address, _session, done) => done(answering(code, 'No such user here')),
  })
  expect(await outcome(rcpt(550))).toBe('refused')
  expect(await outcome(rcpt(451))).toBe('later')
  const at = (code: number): SMTPServerOptions => ({
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => done(answering(code, 'Not now')))
    },
  })
  expect(await outcome(at(554))).toBe('refused')
  expect(await outcome(at(452))).toBe('later')
  // What is wrong with our own name or place is no fault of the letter.
  expect(
    await outcome({
      onMailFrom: (_address, _session, done) => done(answering(550, 'Who are you?')),
    }),
  ).toBe('later')
  expect(await outcome({ onConnect: (_session, done) => done(answering(554, 'Go away')) })).toBe(
    'later',
  )
})

it('waits for no server that is silent', async () => {
  const { url } = await mailServer({ onData: (stream) => void stream.resume() })
  await expect(send(url)).rejects.toThrow(/timeout/i)
})

it('gives its password and its letters to no server whose certificate does not check out', async () => {
  const { received, url } = await mailServer({
    hideSTARTTLS: false,
    ...selfMadeCertificate('127.0.0.1'),
  })
  await expect(send(url)).rejects.toThrow(/self-signed|certificate/i)
  const direct = await mailServer({ secure: true, ...selfMadeCertificate('127.0.0.1') })
  await expect(send(direct.url.replace('smtp:', 'smtps:'))).rejects.toThrow(
    /self-signed|certificate/i,
  )
  expect([received, direct.received]).toEqual([[], []])
})

it('sends nothing in clear but to this machine', async () => {
  const { received, url } = await mailServer({ disabledCommands: ['STARTTLS'] }, '127.0.0.2')
  await expect(send(url)).rejects.toThrow(/STARTTLS|TLS/i)
  expect(received).toEqual([])
})

it('tries again when a server says later, gives up when it says never', async () => {
  const codes = [451, 250, 550]
  const { received, url } = await mailServer({
    onRcptTo(_address, _session, done) {
      const code = codes.shift() ?? 250
      if (code === 250) done()
      else done(answering(code, 'Said by the server'))
    },
  })
  const db = await freshDatabase()
  const at = (minutes: number) => new Date(Date.parse('2027-03-01T08:00:00Z') + minutes * 60_000)
  const row = (id: string) => ({ ...letter, id, createdAt: at(0) })
  const mailer = await smtpMailer(url, origin, patience)
  const deliver = (minutes: number) => deliverMails({ db, now: at(minutes), mailer, origin })
  await db.insert(mails).values(row('mal_1'))
  expect(await deliver(0)).toEqual({ sent: 0, failed: 1 })
  expect(await deliver(0.5)).toEqual({ sent: 0, failed: 0 })
  expect(await deliver(1)).toEqual({ sent: 1, failed: 0 })
  await db.insert(mails).values(row('mal_2'))
  expect(await deliver(2)).toEqual({ sent: 0, failed: 1 })
  expect(await deliver(20_000)).toEqual({ sent: 0, failed: 0 })
  expect(received).toHaveLength(1)
  const rows = await db.select().from(mails)
  expect(rows.map(({ gaveUpAt }) => gaveUpAt)).toEqual([null, at(2)])
  expect(rows[1]?.lastError).toContain('Said by the server')
})
