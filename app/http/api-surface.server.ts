import type { Request, RequestHandler, Response } from 'express'

import { problemTitles, type ProblemStatus } from '#app/domain/open-data/problem.ts'

import { problemBody, problemHeaders, reference } from './open-data.server.ts'
import { sendPlainPage, type PlainPage } from './plain-page.server.ts'

const METHODS = 'GET, HEAD, OPTIONS'

/** Whether an address is one of the API, however it is spelled: the router takes them all alike. */
export function isOfApi(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  try {
    return /^\/api(?:\/|$)/i.test(decodeURIComponent(path))
  } catch {
    return /^\/api(?:\/|$)/i.test(path)
  }
}

/** What programs may do with the API: read it, and ask whether they may. */
export const apiSurface: RequestHandler = (req, res, next) => {
  if (!isOfApi(req.originalUrl)) return next()
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  res.setHeader('Allow', METHODS)
  if (req.method !== 'OPTIONS') return sendProblem(req, res, 405, 'The open data is only read.')
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Allow-Methods', METHODS)
  res.setHeader('Access-Control-Allow-Headers', 'If-None-Match')
  res.setHeader('Access-Control-Max-Age', '86400')
  res.status(204).end()
}

export function sendProblem(req: Request, res: Response, status: ProblemStatus, detail: string) {
  // A body nobody wants is not read: the connection goes with the answer.
  if (!req.complete) res.setHeader('Connection', 'close')
  res
    .status(status)
    .set(problemHeaders)
    .send(JSON.stringify(problemBody(status, detail)))
}

const isProblem = (status: number): status is ProblemStatus => Object.hasOwn(problemTitles, status)

/** What goes wrong before Remix or around it: a problem for programs, a page for people. */
export const sendTrouble: PlainPage = (req, res, trouble) => {
  if (!isOfApi(req.originalUrl)) return sendPlainPage(req, res, trouble)
  const status = trouble === 'stopped' ? 503 : trouble
  const known = isProblem(status) ? status : status < 500 ? 400 : 500
  const id = String(res.locals['requestId'] ?? '')
  const detail = known < 500 ? 'Nothing in the open data has this address.' : reference(id)
  sendProblem(req, res, known, detail)
}
