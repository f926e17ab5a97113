import type { Request, RequestHandler, Response } from 'express'

import { problemTitles, type ProblemStatus } from '#app/domain/open-data/problem.ts'

import { problemBody, problemHeaders, reference } from './open-data.server.ts'
import { sendPlainPage, type PlainPage } from './plain-page.server.ts'

const METHODS = 'GET, HEAD, OPTIONS'

/** Whether an address is one of the API, however it is spelled: the router takes them all alike. */
export const isOfApi = (url: string): boolean => /^\/api(?:\/|$)/i.test(pathOf(url))

const ownFiles = /^\/[a-z]{2}\/(?:desk|account)(?:\/|$)/i
const files = /^\/data\/|^\/[a-z]{2}\/.+\.(?:csv|json|jsonld|atom|ics)$/i

/** What programs read without a session: the API, the register's files, pages in other formats. */
export function isOpenData(url: string): boolean {
  const path = pathOf(url)
  return isOfApi(url) || (files.test(path) && !ownFiles.test(path))
}

function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? ''
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What programs may do with open data: read it, and ask whether they may. */
export const apiSurface: RequestHandler = (req, res, next) => {
  if (!isOpenData(req.originalUrl) || allowsReading(req, res)) return next()
  if (req.method !== 'OPTIONS') sendProblem(req, res, 405, 'The open data is only read.')
}

/** Whether it is only read. A browser that asks on behalf of another site is told that it may be. */
export function allowsReading(req: Request, res: Response): boolean {
  if (req.method === 'GET' || req.method === 'HEAD') return true
  res.setHeader('Allow', METHODS)
  if (req.method !== 'OPTIONS') return false
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Allow-Methods', METHODS)
  res.setHeader('Access-Control-Allow-Headers', 'If-None-Match')
  res.setHeader('Access-Control-Max-Age', '86400')
  res.status(204).end()
  return false
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
  if (!isOpenData(req.originalUrl)) return sendPlainPage(req, res, trouble)
  const status = trouble === 'stopped' ? 503 : trouble
  const known = isProblem(status) ? status : status < 500 ? 400 : 500
  const id = String(res.locals['requestId'] ?? '')
  const detail = known < 500 ? 'Nothing in the open data has this address.' : reference(id)
  sendProblem(req, res, known, detail)
}
