import { resolve } from 'node:path'

import { expect, it } from 'vitest'

import { readConfig } from '#app/config.server.ts'

function config(env: Record<string, string>) {
  const result = readConfig(env)
  if (!result.ok) throw new Error(result.problems.join('; '))
  return result.config
}
const problems = (env: Record<string, string>) => {
  const result = readConfig(env)
  return result.ok ? [] : result.problems
}

it('needs nothing said', () => {
  expect(config({})).toEqual({
    production: false,
    port: 3000,
    origin: 'http://localhost:3000',
    dataDir: resolve('data'),
    databaseUrl: `file://${resolve('data/kept.db')}`,
    filesDir: resolve('data/files'),
    smtpUrl: undefined,
    securityContact: undefined,
    breachedPasswordsFile: undefined,
    clamdUrl: undefined,
    quotaBytes: 524_288_000,
    logKeyFile: resolve('data/log.key'),
    accountKeyFile: resolve('data/account.key'),
    logPolicyFile: undefined,
    publicCacheBytes: 33_554_432,
    apiPerMinute: 600,
    rateLimits: true,
    trustedProxies: [],
    demonstration: false,
  })
  expect(config({ PORT: '', ORIGIN: '' })).toEqual(config({}))
})

it('takes what is said', () => {
  expect(
    config({
      NODE_ENV: 'production',
      PORT: '8080',
      ORIGIN: 'https://kept.example/',
      DATA_DIR: '/srv/kept data',
      DATABASE_URL: 'libsql://db.example',
      FILES_URL: 'file:///srv/files',
      SMTP_URL: 'smtps://me:secret@mail.example:465',
      BREACHED_PASSWORDS_FILE: '/srv/stolen.txt',
      CLAMD_URL: 'unix:/run/clamd.sock',
      EVIDENCE_QUOTA_MB: '2',
      LOG_KEY_FILE: '/run/log.key',
      LOG_POLICY_FILE: '/etc/log.policy',
      PUBLIC_CACHE_MB: '8',
      API_REQUESTS_PER_MINUTE: '30',
      SECURITY_CONTACT: 'mailto:security@kept.example',
      TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8',
      ADMIN_PORT: '9464',
    }),
  ).toEqual({
    production: true,
    port: 8080,
    origin: 'https://kept.example',
    dataDir: '/srv/kept data',
    databaseUrl: 'libsql://db.example',
    filesDir: '/srv/files',
    smtpUrl: 'smtps://me:secret@mail.example:465',
    securityContact: 'mailto:security@kept.example',
    breachedPasswordsFile: '/srv/stolen.txt',
    clamdUrl: 'unix:/run/clamd.sock',
    quotaBytes: 2_097_152,
    logKeyFile: '/run/log.key',
    accountKeyFile: resolve('/srv/kept data/account.key'),
    logPolicyFile: '/etc/log.policy',
    publicCacheBytes: 8_388_608,
    apiPerMinute: 30,
    rateLimits: true,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
    admin: { host: '127.0.0.1', port: 9464 },
    demonstration: false,
  })
})

it('follows the data folder and the port where nothing else is said', () => {
  expect(config({ PORT: '4000', DATA_DIR: '/srv/a b' })).toMatchObject({
    origin: 'http://localhost:4000',
    databaseUrl: 'file:///srv/a%20b/kept.db',
    filesDir: '/srv/a b/files',
    logKeyFile: '/srv/a b/log.key',
  })
})

it.each([
  [{ PORT: 'eighty' }, 'PORT must be a number from 1 to 65535'],
  [{ PORT: '70000' }, 'PORT must be a number from 1 to 65535'],
  [{ PORT: '0' }, 'PORT must be a number from 1 to 65535'],
  [
    { TRUSTED_PROXIES: 'proxy.example' },
    'TRUSTED_PROXIES must be addresses or networks such as 127.0.0.1, 10.0.0.0/8',
  ],
  [
    { TRUSTED_PROXIES: '10.1' },
    'TRUSTED_PROXIES must be addresses or networks such as 127.0.0.1, 10.0.0.0/8',
  ],
  [{ RATE_LIMITS: 'no' }, 'RATE_LIMITS must be on or off'],
  [{ ADMIN_PORT: '0' }, 'ADMIN_PORT must be a number from 1 to 65535'],
  [{ ADMIN_HOST: 'all' }, 'ADMIN_HOST must be an address of this machine'],
  [{ ADMIN_PORT: '3000' }, 'ADMIN_PORT must not be PORT: its figures are not for everybody'],
  [
    { ORIGIN: 'https://kept.example', NODE_ENV: 'production', RATE_LIMITS: 'off' },
    'RATE_LIMITS can be off on localhost only: floods and guesses would have no end',
  ],
  [
    { SECURITY_CONTACT: 'javascript:alert(1)' },
    'SECURITY_CONTACT must start with mailto: or https://',
  ],
  [{ API_REQUESTS_PER_MINUTE: '-1' }, 'API_REQUESTS_PER_MINUTE must be a number, 0 for no limit'],
  [{ PUBLIC_CACHE_MB: 'lots' }, 'PUBLIC_CACHE_MB must be a number of megabytes, 0 to 9999'],
  [{ ORIGIN: 'kept.example' }, 'ORIGIN is not a URL, such as https://kept.example'],
  [
    { ORIGIN: 'https://kept.example/register' },
    'ORIGIN must be a scheme and a host only, such as https://kept.example',
  ],
  [
    { DATABASE_URL: 'postgres://db' },
    'DATABASE_URL must start with file:, libsql:, http: or https:',
  ],
  [{ FILES_URL: 's3://bucket' }, 'FILES_URL cannot be s3:// yet; name a folder'],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL must start with smtp:// or smtps://'],
  [{ NODE_ENV: 'prod' }, 'NODE_ENV must be production, development or test'],
  [{ DEMONSTRATION: 'yes' }, 'DEMONSTRATION must be 1 or absent'],
  [
    { NODE_ENV: 'production', ORIGIN: 'http://kept.example' },
    'ORIGIN must be https unless it is localhost: a sign-in would cross the network in clear',
  ],
  [
    { ORIGIN: 'https://kept.example' },
    'NODE_ENV must be production when ORIGIN is not localhost: other modes show inner errors',
  ],
  [
    { NODE_ENV: 'production', ORIGIN: 'https://kept.example', DEMONSTRATION: '1' },
    'DEMONSTRATION is only for localhost: its passwords are public',
  ],
] as [Record<string, string>, string][])('names in one line what is wrong with %o', (env, line) => {
  expect(problems(env)).toEqual([line])
})

it('names each bad value once, and repeats none: some are secret', () => {
  const said = problems({ PORT: 'x', SMTP_URL: 'secret' })
  expect(said).toHaveLength(2)
  expect(said.join()).not.toContain('secret')
})
