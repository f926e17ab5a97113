import { pipeline } from 'node:stream/promises'

import type { Request, RequestHandler, Response } from 'express'

import { viewerBehind } from '#app/auth/express-viewer.server.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'
import { isLocale } from '#app/domain/shared/language.ts'
import { paths } from '#app/paths.ts'

import { answering } from './answering.server.ts'
import type { Register } from './context.server.ts'
import type { EvidencePorts } from './evidence-ports.ts'
import { baseName } from './file-name.ts'
import { sendPlainPage } from './plain-page.server.ts'

type Place = Omit<Register, 'requestId'>

/** Public evidence. No cookie is looked at: the answer is the same for everybody. */
export const publicFile = (register: Place, ports: EvidencePorts): RequestHandler =>
  answering(async (req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
    await sendEvidence(register, ports, undefined, req, res)
  })

/** Held evidence too, for those who may see it. */
export const deskFile = (register: Place, ports: EvidencePorts): RequestHandler =>
  answering(async (req, res) => {
    const actor = await viewerBehind(req, register)
    if (actor) await sendEvidence(register, ports, actor, req, res)
    else res.redirect(302, signInPage(req))
  })

const signInPage = (req: Request) => {
  const locale = req.params['locale']
  const to = new URLSearchParams({ to: req.originalUrl })
  return `${paths.signIn(isLocale(locale) ? locale : 'en')}?${to}`
}

async function sendEvidence(
  { db, files, now }: Place,
  ports: EvidencePorts,
  viewer: Viewer,
  req: Request,
  res: Response,
) {
  const found = await ports.evidenceFile(db, viewer, String(req.params['id']), now())
  const file = found?.storedName ? await files.open(found.storedName) : undefined
  if (!found || !file) {
    res.removeHeader('Cache-Control')
    return sendPlainPage(req, res, 404)
  }

  // Whatever the bytes are, a browser saves them and runs nothing.
  res.setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  res.setHeader('Content-Disposition', attachment(found.fileName ?? 'evidence'))
  res.setHeader('Content-Type', typeOf(found.mediaType ?? 'application/octet-stream'))
  res.setHeader('Content-Length', file.size)
  if (found.sha256) res.setHeader('ETag', `"${found.sha256}"`)
  if (req.fresh) return void res.status(304).end()
  if (req.method === 'HEAD') return void res.end()
  await pipeline(file.stream(), res).catch((error: unknown) => {
    if (!res.destroyed) throw error
  })
}

const typeOf = (mediaType: string) =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType

/** RFC 6266: a plain name for old readers, the true one in UTF-8. No byte of it ends the header. */
export function attachment(given: string): string {
  // Names from before they were cleaned, or from another register's log, are cleaned here too.
  const fileName = baseName(given) || 'evidence'
  const plain = fileName.replace(/[^\w.() -]/g, '_')
  const exact = encodeURIComponent(Buffer.from(fileName).toString()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
