import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { resolve } from 'node:path'

import type { RequestHandler } from 'express'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { smtpMailer } from '#app/adapters/mail/smtp-mailer.server.ts'
import { knownPasswords } from '#app/adapters/passwords/known-passwords.server.ts'
import { clamd } from '#app/adapters/scanner/clamd.server.ts'
import { openAccountKey } from '#app/adapters/sealer/key-file.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { attempts } from '#app/auth/attempts.server.ts'
import { viewerBehind } from '#app/auth/express-viewer.server.ts'
import { configOrExit, type Config } from '#app/config.server.ts'
import { closeDatabase, openDatabase, type Database } from '#app/db/client.server.ts'
import { holdLockOrExit } from '#app/db/lock.server.ts'
import { migrateDatabase } from '#app/db/migrate.server.ts'
import { anyAccount } from '#app/db/read/accounts.server.ts'
import { evidenceFile } from '#app/db/read/evidence.server.ts'
import { formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { askWitnesses } from '#app/jobs/ask-witnesses.server.ts'
import { deliverMail } from '#app/jobs/deliver-mail.server.ts'
import { fillSearch } from '#app/jobs/fill-search.server.ts'
import { finishErasure } from '#app/jobs/finish-erasure.server.ts'
import { forgetOld, sweepErasedAccounts } from '#app/jobs/forget-old.server.ts'
import { schedule, type Job } from '#app/jobs/schedule.server.ts'
import { signCheckpoint } from '#app/jobs/sign-checkpoint.server.ts'
import { turnTheDay } from '#app/jobs/turn-the-day.server.ts'
import { paths } from '#app/paths.ts'
import { firstRun, noFirstRun } from '#app/use-cases/accounts/open-register.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'

import { makeApp, type Build } from './app.server.ts'
import { proxiesAt } from './client-address.ts'
import { guardedServer } from './connection-limits.server.ts'
import { consoleLog } from './console-log.server.ts'
import type { Log, Register } from './context.server.ts'
import { listenForBackups } from './control.server.ts'
import { demonstrationAccounts, openToAnybody } from './demonstration.server.ts'
import { front } from './front.server.ts'
import { stopListening } from './graceful-stop.server.ts'
import { limits } from './limits.ts'
import { metrics, metricsServer } from './metrics.server.ts'
import { publicCache } from './public-cache/public-cache.server.ts'
import { openPublicLog, stopNotice } from './public-log.server.ts'
import { rateLimit } from './rate-limit.server.ts'

type Extra = { config?: Config; before?: RequestHandler; log?: Log }

/** Opens the register and answers requests until told to stop. */
export async function serve(
  build: Build,
  { config = configOrExit(), before, log = consoleLog() }: Extra = {},
) {
  await mkdir(config.dataDir, { recursive: true })
  hashNatively()
  const isFile = config.databaseUrl.startsWith('file:')
  const letGo = isFile ? holdLockOrExit(config.dataDir) : () => {}
  const db = await openDatabase(config.databaseUrl)
  await migrateDatabase(db)
  if (config.production && !config.demonstration) await refuseOpenAccounts(db)

  const now = () => new Date()
  const { publicLog, signer, marks, witnesses } = await openPublicLog(config, db)
  const isKnownPassword = await knownPasswordsOrExit(config.breachedPasswordsFile)
  const account = await accountKeyOrExit(config.accountKeyFile)
  const door = (await anyAccount(db)) ? undefined : firstRun()
  const register: Omit<Register, 'requestId'> = {
    db,
    now,
    files: await diskFiles(config.filesDir),
    scanner: config.clamdUrl === undefined ? undefined : clamd(config.clamdUrl),
    quotaBytes: config.quotaBytes,
    firstRun: door ?? noFirstRun,
    attempts: attempts(),
    isKnownPassword,
    sealer: account.sealer,
    secondFactor: config.demonstration ? 'offered' : 'compulsory',
    origin: config.origin,
    secureCookies: config.origin.startsWith('https:'),
    demonstration: config.demonstration,
    securityContact: config.securityContact,
    demonstrationAccounts: config.demonstration ? await demonstrationAccounts() : [],
    log,
    publicLog,
  }
  const client = resolve('build/client')
  const watched = metrics({ db, now })
  const isProxy = proxiesAt(config.trustedProxies) ?? (() => false)
  const limit = rateLimit({
    apiPerMinute: config.rateLimits ? config.apiPerMinute : 0,
    limits: config.rateLimits ? limits : [],
    secure: register.secureCookies,
    accountOf: (req) => viewerBehind(req, register).then((viewer) => viewer?.userId),
    met: watched.limited,
  })
  const app = makeApp(
    build,
    register,
    { attachFile, evidenceFile },
    {
      production: config.production,
      assets: existsSync(client) && !before ? client : undefined,
      before,
      limit,
    },
  )
  // A development server's pages change with their sources.
  const kept =
    config.publicCacheBytes > 0 && !before
      ? publicCache(app, { db, now, maxBytes: config.publicCacheBytes, admit: limit })
      : undefined
  const turn = turnTheDay(db)
  const day: Job = {
    ...turn,
    // Between midnight and now a page of the new day could still show yesterday's status.
    run: (at) => turn.run(at).finally(() => kept?.forget()),
  }
  await day.run(now())
  const sign = signCheckpoint({ db, signer, marks })
  // Whoever asks first finds a checkpoint; a failure is told again by the job.
  await sign.run(now()).catch((error: unknown) => log.error({ err: error }, 'could not sign'))
  const mail = config.smtpUrl
    ? [deliverMail(db, await smtpMailer(config.smtpUrl, config.origin), config.origin)]
    : []
  const erase = finishErasure(db, register.files)
  const held = { db, logKey: signer.key, verify, log }
  const watch = witnesses.length > 0 ? [askWitnesses(witnesses, held)] : []
  const fill = fillSearch(db, () => kept?.forget())
  const jobs = schedule(
    [day, sign, ...watch, erase, forgetOld(db), sweepErasedAccounts(db), fill, ...mail],
    now,
    log,
  )

  const listener = front(app, log, kept, {
    isProxy,
    answered: config.admin ? watched.answered : undefined,
  })
  const server = guardedServer(listener, {
    secure: register.secureCookies,
    isProxy,
    perNetwork: config.rateLimits,
  })
  await listening(server, config.port)
  const admin = config.admin && metricsServer(watched, log)
  if (admin) await listening(admin, config.admin!.port, 'ADMIN_PORT', config.admin!.host)
  const control = isFile ? await listenForBackups(db, config.dataDir, log) : undefined
  process.stdout.write(`Kept is at ${config.origin}\n`)
  const { name, type, publicKey } = signer.key
  process.stdout.write(`Its public log's key is ${formatVerifierKey(name, type, publicKey)}\n`)
  if (signer.created)
    process.stdout.write(`It is new, in ${config.logKeyFile}: keep a copy apart from the data\n`)
  if (account.created)
    process.stdout.write(
      `Second factors are sealed with ${config.accountKeyFile}: keep a copy apart from the data\n`,
    )
  const stopped = publicLog.stopped()
  if (stopped) process.stdout.write(stopNotice(stopped))
  if (config.demonstration)
    process.stdout.write('This is a demonstration: letters about accounts are shown on its pages\n')
  else if (config.production && !config.smtpUrl)
    process.stdout.write(
      'No letter goes out: SMTP_URL is not set, so nobody can confirm an address\n',
    )
  if (door)
    process.stdout.write(
      `Open ${config.origin}${paths.firstRun('en')}?token=${door.token} to make the first account\n`,
    )

  const stop = async () => {
    await stopListening(server)
    if (admin) await stopListening(admin)
    if (control) await stopListening(control)
    watched.stop()
    await jobs.stop()
    closeDatabase(db)
    letGo()
  }
  stopOnSignal(stop, log)
  return { stop }
}

async function accountKeyOrExit(file: string) {
  try {
    return await openAccountKey(file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`Cannot start: ACCOUNT_KEY_FILE cannot be used: ${why}\n`)
    process.exit(1)
  }
}

async function refuseOpenAccounts(db: Database) {
  const email = await openToAnybody(db)
  if (email === undefined) return
  process.stderr.write(
    `Cannot start: ${email} has the password of the demonstration, which everybody knows\n`,
  )
  process.exit(1)
}

async function knownPasswordsOrExit(file: string | undefined) {
  try {
    return await knownPasswords(file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`Cannot start: BREACHED_PASSWORDS_FILE cannot be used: ${why}\n`)
    process.exit(1)
  }
}

function listening(server: Server, port: number, name = 'PORT', host?: string): Promise<void> {
  return new Promise((done) => {
    const refused = (error: Error) => {
      process.stderr.write(`Cannot start: ${name} ${port} cannot be used: ${error.message}\n`)
      process.exit(1)
    }
    server.once('error', refused)
    server.listen({ port, host }, () => {
      server.off('error', refused)
      done()
    })
  })
}

function stopOnSignal(stop: () => Promise<void>, log: Log) {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}
