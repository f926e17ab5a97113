import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http'
import { Socket } from 'node:net'

export type Asked = { url: string; saveData: boolean; requestId: string }
export type Answer = {
  status: number
  headers: Readonly<Record<string, number | string | string[] | undefined>>
  body: Buffer
}

/** More than any page: what is longer is a download, and is streamed to each who asks for it. */
const LONGEST = 1_024 * 1_024

/**
 * Asks the app for a page as nobody in particular: no cookie, no authorisation, no language, no
 * address of anybody goes in, so nothing that depends on them can come out. Whoever waits for the
 * answer may leave; the page is made all the same.
 */
export function askApp(app: RequestListener, asked: Asked): Promise<Answer | 'too-long'> {
  const req = new IncomingMessage(new Socket())
  req.method = 'GET'
  req.url = asked.url
  req.headers = asked.saveData ? { host: 'register', 'save-data': 'on' } : { host: 'register' }
  req.complete = true
  req.push(null)
  const res = new ServerResponse(req)
  // Express takes the locals it finds; the app names errors by this id.
  Object.assign(res, { locals: { requestId: asked.requestId } })

  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    // Own properties: Express gives the response another prototype.
    const take = (chunk: unknown, coding: unknown) => {
      if (!res.headersSent) res.writeHead(res.statusCode)
      const bytes = bytesOf(chunk, coding)
      length += bytes.length
      if (length <= LONGEST) return void chunks.push(bytes)
      chunks.length = 0
      resolve('too-long')
      // Tells the loader and the stream behind it that nobody listens any more.
      res.emit('close')
    }
    res.write = (chunk: unknown, coding?: unknown, done?: unknown) => {
      take(chunk, coding)
      callLast(coding, done)
      return true
    }
    res.end = (chunk?: unknown, coding?: unknown, done?: unknown) => {
      take(chunk, coding)
      const { statusCode: status } = res
      resolve({ status, headers: res.getHeaders(), body: Buffer.concat(chunks) })
      callLast(chunk, coding, done)
      res.emit('finish')
      return res
    }
    res.destroy = (error?: Error) => {
      reject(error ?? new Error('the page was not finished'))
      return res
    }
    app(req, res)
  })
}

function bytesOf(chunk: unknown, coding: unknown): Buffer {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof coding === 'string' ? (coding as BufferEncoding) : 'utf8')
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0)
}

/** A stream's last argument may be the function to call when it is done. */
function callLast(...given: unknown[]) {
  const done = given.find((one) => typeof one === 'function')
  if (done) process.nextTick(done as () => void)
}
