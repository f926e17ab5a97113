import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { z } from 'zod'

import { QUOTA_BYTES } from '#app/domain/evidence/evidence.ts'
import { proxiesAt } from '#app/http/client-address.ts'

export type Config = {
  production: boolean
  port: number
  /** Scheme, host and port the register is reached at. Every absolute URL is built from it. */
  origin: string
  dataDir: string
  databaseUrl: string
  filesDir: string
  smtpUrl: string | undefined
  /** The virus scanner: `tcp://host:port` or `unix:/path`. */
  clamdUrl: string | undefined
  /** What the files of one organisation may weigh together. */
  quotaBytes: number
  /** Hashes of passwords that were stolen somewhere, in the form they are published in. */
  breachedPasswordsFile: string | undefined
  logKeyFile: string
  /** The key second factors are sealed with. */
  accountKeyFile: string
  /** A C2SP tlog-policy: who has to have seen a checkpoint of the log for it to count. */
  logPolicyFile: string | undefined
  /** How much memory finished public pages may take; 0 makes each page anew. */
  publicCacheBytes: number
  /** How many answers of the API one address may have made in a minute; 0 sets no limit. */
  apiPerMinute: number
  /** Whether anybody is held to so many requests of a kind (http/limits.ts). */
  rateLimits: boolean
  /** Proxies in front, whose word on where a request came from is taken. */
  trustedProxies: readonly string[]
  /** Where the figures for operators are told, and to whom: never on the public port. */
  admin: { host: string; port: number } | undefined
  demonstration: boolean
  /** Where weaknesses are reported; security.txt and the policy page name it. */
  securityContact: string | undefined
}

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])
export const isLocal = (origin: string) => {
  const { hostname } = new URL(origin)
  return localHosts.has(hostname) || hostname.endsWith('.localhost')
}
const isSecure = (origin: string) => origin.startsWith('https:')

const originSchema = z
  .string()
  .refine((text) => URL.canParse(text), 'is not a URL, such as https://kept.example')
  .refine(
    (text) => !URL.canParse(text) || /^https?:\/\/[^/?#@]+\/?$/.test(text),
    'must be a scheme and a host only, such as https://kept.example',
  )

const flag = z.enum(['', '0', '1'], { error: 'must be 1 or absent' })

const environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], {
      error: 'must be production, development or test',
    })
    .default('development'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a number from 1 to 65535')
    .default(3000),
  ORIGIN: originSchema.optional(),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file|libsql|https?):./, 'must start with file:, libsql:, http: or https:')
    .optional(),
  FILES_URL: z
    .string()
    .min(1, 'must name a folder')
    .refine((text) => !text.startsWith('s3:'), 'cannot be s3:// yet; name a folder')
    .refine(
      (text) => !/^[a-z][a-z0-9+.-]+:/i.test(text) || /^(file|s3):/.test(text),
      'must be a folder or a file: URL',
    )
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\/./.test(text) && URL.canParse(text),
      'must start with smtp:// or smtps://',
    )
    .optional(),
  CLAMD_URL: z
    .string()
    .refine(
      (text) => /^(tcp:\/\/[^/?#@]+|unix:\/.+)$/.test(text) && URL.canParse(text),
      'must be tcp://host:port or unix:/path',
    )
    .optional(),
  EVIDENCE_QUOTA_MB: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'must be a number of megabytes')
    .transform(Number)
    .default(QUOTA_BYTES / 1_024 / 1_024),
  BREACHED_PASSWORDS_FILE: z.string().min(1, 'must name a file').optional(),
  ACCOUNT_KEY_FILE: z.string().min(1, 'must name a file').optional(),
  LOG_KEY_FILE: z.string().min(1, 'must name a file').optional(),
  LOG_POLICY_FILE: z.string().min(1, 'must name a file').optional(),
  PUBLIC_CACHE_MB: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a number of megabytes, 0 to 9999')
    .transform(Number)
    .default(32),
  API_REQUESTS_PER_MINUTE: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a number, 0 for no limit')
    .transform(Number)
    .default(600),
  RATE_LIMITS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine(
      (list) => proxiesAt(list) !== undefined,
      'must be addresses or networks such as 127.0.0.1, 10.0.0.0/8',
    )
    .default([]),
  ADMIN_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a number from 1 to 65535')
    .optional(),
  ADMIN_HOST: z
    .string()
    .refine((text) => isIP(text) !== 0, 'must be an address of this machine')
    .default('127.0.0.1'),
  SECURITY_CONTACT: z
    .string()
    .refine(
      (text) => /^(?:mailto:[^\s<>@]+@[^\s<>@]+|https:\/\/[^\s<>]+)$/.test(text),
      'must start with mailto: or https://',
    )
    .optional(),
  DEMONSTRATION: flag.default(''),
})

type Environment = Readonly<Record<string, string | undefined>>

/** The settings, or each bad one named in one line. Values are never repeated: some are secret. */
export function readConfig(
  given: Environment,
): { ok: true; config: Config } | { ok: false; problems: string[] } {
  // An empty variable is how a shell or a unit file writes "not set".
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(present)
  if (!parsed.success) {
    const lines = new Map(parsed.error.issues.map((i) => [String(i.path[0]), i.message]))
    return { ok: false, problems: [...lines].map(([name, words]) => `${name} ${words}`) }
  }

  const env = parsed.data
  const origin = new URL(env.ORIGIN ?? `http://localhost:${env.PORT}`).origin
  const problem = contradiction(origin, env)
  if (problem) return { ok: false, problems: [problem] }

  const dataDir = resolve(env.DATA_DIR)
  return {
    ok: true,
    config: {
      production: env.NODE_ENV === 'production',
      port: env.PORT,
      origin,
      dataDir,
      databaseUrl: env.DATABASE_URL ?? pathToFileURL(resolve(dataDir, 'kept.db')).href,
      filesDir: folderOf(env.FILES_URL) ?? resolve(dataDir, 'files'),
      smtpUrl: env.SMTP_URL,
      clamdUrl: env.CLAMD_URL,
      quotaBytes: env.EVIDENCE_QUOTA_MB * 1_024 * 1_024,
      breachedPasswordsFile: env.BREACHED_PASSWORDS_FILE && resolve(env.BREACHED_PASSWORDS_FILE),
      logKeyFile: resolve(env.LOG_KEY_FILE ?? resolve(dataDir, 'log.key')),
      accountKeyFile: resolve(env.ACCOUNT_KEY_FILE ?? resolve(dataDir, 'account.key')),
      logPolicyFile: env.LOG_POLICY_FILE && resolve(env.LOG_POLICY_FILE),
      publicCacheBytes: env.PUBLIC_CACHE_MB * 1_024 * 1_024,
      apiPerMinute: env.API_REQUESTS_PER_MINUTE,
      rateLimits: env.RATE_LIMITS === 'on',
      trustedProxies: env.TRUSTED_PROXIES,
      admin:
        env.ADMIN_PORT === undefined ? undefined : { host: env.ADMIN_HOST, port: env.ADMIN_PORT },
      demonstration: env.DEMONSTRATION === '1',
      securityContact: env.SECURITY_CONTACT,
    },
  }
}

function contradiction(origin: string, env: z.infer<typeof environment>) {
  if (!isLocal(origin) && !isSecure(origin))
    return 'ORIGIN must be https unless it is localhost: a sign-in would cross the network in clear'
  if (!isLocal(origin) && env.NODE_ENV !== 'production')
    return 'NODE_ENV must be production when ORIGIN is not localhost: other modes show inner errors'
  if (!isLocal(origin) && env.DEMONSTRATION === '1')
    return 'DEMONSTRATION is only for localhost: its passwords are public'
  if (!isLocal(origin) && env.RATE_LIMITS === 'off')
    return 'RATE_LIMITS can be off on localhost only: floods and guesses would have no end'
  if (env.ADMIN_PORT === env.PORT)
    return 'ADMIN_PORT must not be PORT: its figures are not for everybody'
  return undefined
}

const folderOf = (place: string | undefined) =>
  place === undefined
    ? undefined
    : place.startsWith('file:')
      ? fileURLToPath(new URL(place))
      : resolve(place)

/** Read once, at boot. Nothing else in the app looks at the environment. */
export function configOrExit(): Config {
  const result = readConfig(process.env)
  if (result.ok) return result.config
  for (const problem of result.problems) process.stderr.write(`Cannot start: ${problem}\n`)
  process.exit(1)
}
