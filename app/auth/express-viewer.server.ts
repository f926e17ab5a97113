import type { IncomingMessage } from 'node:http'

import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { clientAddress } from '#app/http/client-address.ts'
import type { Register } from '#app/http/context.server.ts'

import { viewerOf } from './guards.server.ts'

/** Who is behind a request that Express answers itself: uploads and held files. */
export const viewerBehind = (
  req: IncomingMessage,
  register: Pick<Register, 'db' | 'secureCookies' | 'now' | 'origin' | 'secondFactor'>,
): Promise<SignedIn | undefined> =>
  viewerOf(new Request(register.origin, { headers: { Cookie: req.headers.cookie ?? '' } }), {
    ...register,
    address: clientAddress(req),
  })
