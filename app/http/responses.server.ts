import { isLocale, type Locale } from '#app/domain/shared/language.ts'

/** Thrown, so that it can end any expression: `found ?? notFound()`. */
export function notFound(): never {
  throw new Response('Not found', { status: 404 })
}
export function gone(): never {
  throw new Response('Gone', { status: 410 })
}
export function forbidden(): never {
  throw new Response('Forbidden', { status: 403 })
}

export const localeOf = (params: Readonly<Record<string, string | undefined>>): Locale => {
  const locale = params['locale']
  return isLocale(locale) ? locale : notFound()
}

/** Refusals that are not a conflict with the state of things: who you are, or what is not there. */
const refusalStatus: Readonly<Record<string, number>> = {
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'passkey-refused': 401,
  'passkey-copied': 403,
  'passkey-over': 410,
  'address-not-confirmed': 403,
  'account-disabled': 403,
  'password-outgrown': 403,
  'too-many-tries': 429,
  'link-over': 410,
  'wrong-password': 422,
  'wrong-code': 422,
  'factor-compulsory': 403,
  'focal-point-only': 403,
  'coordinator-only': 403,
  'administrator-only': 403,
  'conflict-of-interest': 403,
  'organisation-suspended': 403,
  'own-account': 403,
  'same-person': 403,
  'second-administrator': 403,
  'first-run-token-wrong': 403,
  'register-already-open': 410,
  'invitation-expired': 410,
  'invitation-used': 410,
}

/** A refusal's HTTP status: `…-missing` 404, `not-your-…` 403, else what the table says, else 409. */
export function statusOf(code: string): number {
  if (Object.hasOwn(refusalStatus, code)) return refusalStatus[code]!
  if (code.endsWith('-missing')) return 404
  if (code.startsWith('not-your-')) return 403
  return 409
}

// oxlint-disable-next-line no-control-regex -- control characters are what this refuses
const CONTROL = /[\u0000-\u001f\u007f]/

/** A path of this very site, else `/`. Remix sends any redirect target out as it is (trust B6). */
export function safePath(wanted: unknown, origin: string): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted) || CONTROL.test(wanted)) return '/'
  if (!URL.canParse(wanted, origin)) return '/'
  const url = new URL(wanted, origin)
  // `/a/..//evil` resolves to `//evil`, which a browser would read as another host.
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
