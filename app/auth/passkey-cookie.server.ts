const nameOf = (secure: boolean) => (secure ? '__Host-passkey' : 'passkey')

/** Binds what is to be signed at sign-in to the browser that asked; it lasts as long as that. */
export const passkeyCookie = (value: string, secure: boolean, seconds = 300): string =>
  `${nameOf(secure)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}` +
  (secure ? '; Secure' : '')

/** Its value, or an empty text. */
export function passkeyCookieIn(request: Request, secure: boolean): string {
  const cookies = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  const start = `${nameOf(secure)}=`
  return cookies.find((one) => one.startsWith(start))?.slice(start.length) ?? ''
}
