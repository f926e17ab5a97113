import type { Request as ExpressRequest } from 'express'

import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { clientAddress } from '#app/http/client-address.ts'
import type { Register } from '#app/http/context.server.ts'

import { viewerOf } from './guards.server.ts'

/** Who is behind a request that Express answers itself: uploads and held files. */
export const viewerBehind = (
  req: ExpressRequest,
  register: Pick<Register, 'db' | 'secureCookies' | 'now' | 'origin'>,
): Promise<SignedIn | undefined> =>
  viewerOf(new Request(register.origin, { headers: { Cookie: req.get('Cookie') ?? '' } }), {
    ...register,
    address: clientAddress(req),
  })
