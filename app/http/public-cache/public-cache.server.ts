import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

import { LRUCache } from 'lru-cache'

import type { Database } from '#app/db/client.server.ts'
import { watchLog } from '#app/db/read/log-growth.server.ts'

import { isTextFile, keptAddress } from './address.ts'
import { askApp } from './ask-app.server.ts'
import { mayBeKept, ready, send, type Ready } from './ready.server.ts'
import { encodingFor, type Encoding } from './representation.server.ts'

type Place = {
  db: Database
  now: () => Date
  /** How much memory the kept answers may take. */
  maxBytes: number
  /** Whether an answer may be made for whoever asks; where not, it has been told so. */
  admit?: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>
}

/** Whether a request is answered from here: at once, in a moment, or not at all. */
export type PublicCache = {
  answer(req: IncomingMessage, res: ServerResponse, id: string): boolean | Promise<boolean>
  /** Drops everything: what the pages say has changed without an act, as when the day turns. */
  forget(): void
}

const DAY_MS = 86_400_000
/** Should anybody change the database from outside, a page tells of it after this long. */
const LOOKED_AT_AGAIN_MS = 60_000
const FILES_BYTES = 4 * 1_024 * 1_024
/** A millisecond a page. 11 makes it an eighth smaller, for 50 ms of a core after each act. */
const PAGE_QUALITY = 7
/** Once in the life of a process. */
const FILE_QUALITY = 11

/**
 * A public page is a function of its address, the log's size, the day and the build (of which a
 * process has one). Here its bytes are kept, ready to be sent, for as long as none of these moves:
 * an answer is kept only if nothing moved while it was made, and all are dropped when something does.
 */
export function publicCache(
  app: RequestListener,
  { db, now, maxBytes, admit }: Place,
): PublicCache {
  const sizeCalculation = ({ bytes }: Ready) => bytes
  const pages = new LRUCache<string, Ready>({
    maxSize: maxBytes,
    sizeCalculation,
    ttl: LOOKED_AT_AGAIN_MS,
    ttlResolution: 1_000,
  })
  const files = new LRUCache<string, Ready>({ maxSize: FILES_BYTES, sizeCalculation })
  const making = new Map<string, Promise<Ready | undefined>>()
  const tooLong = new LRUCache<string, true>({ max: 1_000 })

  let state = 0
  let day = 0
  const forget = () => {
    state += 1
    pages.clear()
    making.clear()
    tooLong.clear()
  }
  const log = watchLog(db, forget)
  const turnDay = () => {
    const today = Math.floor(now().getTime() / DAY_MS)
    if (today !== day) forget()
    day = today
  }
  /** The state of the record all pages are made from; undefined while nobody knows it yet. */
  const known = () => {
    turnDay()
    return log.known() === undefined ? undefined : state
  }
  const ask = async () => {
    await log.ask()
    turnDay()
    return state
  }

  /** Once for all who wait for it. */
  const make = (key: string, { url, encoding, saveData }: Wanted, id: string) =>
    once(making, key, async () => {
      if (tooLong.has(url)) return undefined
      const before = known() ?? (await ask())
      const answer = await askApp(app, { url, saveData, requestId: id })
      if (answer === 'too-long') {
        tooLong.set(url, true)
        return undefined
      }
      const page = await ready(answer, encoding, PAGE_QUALITY)
      if (!mayBeKept(answer)) return page('as-it-says')
      const unmoved = before === (known() ?? (await ask()))
      if (!unmoved) return page('overtaken')
      const made = page('kept')
      pages.set(key, made)
      return made
    })

  const makeFile = (url: string, encoding: Encoding, id: string) =>
    once(making, `${encoding} ${url}`, async () => {
      const answer = await askApp(app, { url, saveData: false, requestId: id })
      if (answer === 'too-long') return undefined
      const file = await ready(answer, encoding, FILE_QUALITY)
      if (!mayBeKept(answer)) return file('as-it-says')
      const made = file('file')
      files.set(`${encoding} ${url}`, made)
      return made
    })

  /** The address is looked for as it stands first: most are spelled as they are kept. */
  const answer: PublicCache['answer'] = (req, res, id) => {
    const { method, url = '', headers } = req
    if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return false
    const encoding = encodingFor(headers['accept-encoding'])
    const saveData = headers['save-data'] === 'on'
    const held = known() === undefined ? undefined : pages.get(keyOf({ url, encoding, saveData }))
    if (held) return send(req, res, held, id)
    if (isTextFile(url)) return file(req, res, encoding, id)
    const address = keptAddress(url)
    return address === undefined ? false : later(req, res, { url: address, encoding, saveData }, id)
  }

  const file = (req: IncomingMessage, res: ServerResponse, encoding: Encoding, id: string) => {
    const { url = '' } = req
    const held = files.get(`${encoding} ${url}`)
    if (held) return send(req, res, held, id)
    return makeFile(url, encoding, id).then(
      (made) => made !== undefined && send(req, res, made, id),
    )
  }

  const later = async (req: IncomingMessage, res: ServerResponse, wanted: Wanted, id: string) => {
    const key = keyOf(wanted)
    if (known() === undefined) await ask()
    const held = pages.get(key)
    if (!held && admit && !(await admit(req, res))) return true
    const found = held ?? (await make(key, wanted, id))
    return found !== undefined && send(req, res, found, id)
  }
  return { answer, forget }
}

type Wanted = { url: string; encoding: Encoding; saveData: boolean }

const keyOf = ({ url, encoding, saveData }: Wanted) => `${encoding}${saveData ? '-' : '+'}${url}`

/** The work under way by this name, or else begun now. */
function once<value>(
  under: Map<string, Promise<value>>,
  name: string,
  work: () => Promise<value>,
): Promise<value> {
  const begun = under.get(name)
  if (begun) return begun
  const turn = work().finally(() => {
    if (under.get(name) === turn) under.delete(name)
  })
  under.set(name, turn)
  return turn
}
