import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

import { networkOf, type IsProxy } from './client-address.ts'
import { HTTPS_ONLY } from './headers.server.ts'

const SECOND = 1_000

/** What a connection may take of time and room. A file of 10 MB has five minutes to arrive. */
const connection = {
  maxHeaderSize: 16 * 1_024,
  headersTimeout: 15 * SECOND,
  requestTimeout: 300 * SECOND,
  keepAliveTimeout: 10 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
}
const MOST_CONNECTIONS = 2_000
const MOST_OF_ONE_NETWORK = 200
const MOST_REQUESTS = 10_000

type Guarded = {
  secure: boolean
  /** A proxy brings everybody's requests over connections of its own. */
  isProxy: IsProxy
  /** Whether one network may hold so many connections only. */
  perNetwork: boolean
  headersTimeout?: number
  connectionsCheckingInterval?: number
}

/** A server whose clients can neither hold it up nor make it end. */
export function guardedServer(listener: RequestListener, guarded: Guarded): Server {
  const { secure, isProxy, perNetwork, ...times } = guarded
  const server = createServer({ ...connection, ...times }, listener)
  server.maxConnections = MOST_CONNECTIONS
  if (perNetwork) server.maxRequestsPerSocket = MOST_REQUESTS
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => sayWhy(error, socket, secure))
  // We are nobody's tunnel.
  server.on('connect', (_req, socket: Duplex) => {
    socket.on('error', () => {})
    socket.end(answer('405 Method Not Allowed', secure, 'Allow: GET, HEAD, POST\r\n'))
  })
  if (perNetwork) server.on('connection', fewOfEach(isProxy))
  return server
}

function fewOfEach(isProxy: IsProxy) {
  const open = new Map<string, number>()
  return (socket: Socket) => {
    const address = socket.remoteAddress
    if (address === undefined || isProxy(address)) return
    const network = networkOf(address)
    const held = (open.get(network) ?? 0) + 1
    open.set(network, held)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left > 0) open.set(network, left)
      else open.delete(network)
    })
    if (held > MOST_OF_ONE_NETWORK) socket.destroy()
  }
}

const reasons: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What cannot be read as a request gets a line of an answer, where anybody still listens. */
function sayWhy(error: NodeJS.ErrnoException, socket: Duplex, secure: boolean) {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  socket.end(answer(reasons[error.code ?? ''] ?? '400 Bad Request', secure))
}

const answer = (status: string, secure: boolean, more = '') =>
  `HTTP/1.1 ${status}\r\n${more}Connection: close\r\nContent-Length: 0\r\n` +
  `Cache-Control: private, no-store\r\nX-Content-Type-Options: nosniff\r\n` +
  (secure ? `Strict-Transport-Security: ${HTTPS_ONLY}\r\n` : '') +
  '\r\n'
