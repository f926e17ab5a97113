import { createSession } from '#app/auth/sessions.server.ts'
import { evidenceFile } from '#app/db/read/evidence.server.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { Register } from '#app/http/context.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'

import { BOUNDARY, multipart } from './multipart.ts'
import { testServer } from './server.ts'
import { NOW, type World } from './world.ts'

type Parts = Parameters<typeof multipart>[0]

/** A whole register over a small world, asked by its people with a session each. */
export async function askedBy(
  w: World,
  routes: Record<string, object>,
  given: Pick<Partial<Register>, 'publicLog'> = {},
) {
  let clock = NOW
  const server = await testServer(routes as Parameters<typeof testServer>[0], {
    ...given,
    db: w.db,
    now: () => clock,
    evidence: { attachFile, evidenceFile },
  })

  return {
    files: server.files,
    lines: server.lines,
    ask: server.ask,
    /** Moves the clock; sessions made before may be over. */
    at(now: Date) {
      clock = now
    },
    async by(actor: Actor) {
      const place = { db: w.db, secureCookies: false, now: () => clock }
      const cookie = (await createSession(place, actor.userId)).split(';', 1)[0] ?? ''
      const headers = { Cookie: cookie }
      return {
        get: (path: string) => server.ask(path, { headers }),
        post: (path: string, fields: Record<string, string>) => server.post(path, fields, headers),
        upload: (path: string, parts: Parts) =>
          server.ask(path, {
            method: 'POST',
            headers: { ...headers, 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
            body: new Uint8Array(multipart(parts)),
          }),
      }
    },
  }
}
