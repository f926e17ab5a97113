import { connect, type AddressInfo, type Socket } from 'node:net'

import { afterEach, expect, it } from 'vitest'

import { guardedServer } from '#app/http/connection-limits.server.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function guarded(isProxy = () => false) {
  const server = guardedServer((_req, res) => void res.end('here'), {
    ...{ secure: true, isProxy, perNetwork: true },
    ...{ headersTimeout: 300, connectionsCheckingInterval: 50 },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

/** All that is said to these bytes until the connection ends. */
function said(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
    socket.write(bytes)
  })
}

it.each([
  ['408 Request Timeout', 'GET / HTTP/1.1\r\nHost: k\r\nX-Slow: '],
  ['431 Request Header Fields Too Large', `GET / HTTP/1.1\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`],
  ['400 Bad Request', '\u0016\u0003\u0001 no request at all\r\n\r\n'],
  ['400 Bad Request', 'GET / HTTP/1.1\r\nHo st: k\r\n\r\n'],
  ['405 Method Not Allowed', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'],
])('says %s, and goes on', async (status, bytes) => {
  const port = await guarded()
  const text = await said(port, bytes)
  expect(text.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true)
  expect(text).toContain('Strict-Transport-Security: max-age=63072000')
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
})

it('holds two hundred connections of one network, and of a proxy as many as come', async () => {
  const held = async (port: number) => {
    const sockets: Socket[] = []
    let closed = 0
    for (let i = 0; i < 210; i += 1) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      socket.on('close', () => (closed += 1))
      sockets.push(socket)
      await new Promise((resolve) => socket.once('connect', resolve))
    }
    const text = await said(port, 'GET / HTTP/1.1\r\nHost: k\r\nConnection: close\r\n\r\n')
    const before = closed
    for (const socket of sockets) socket.destroy()
    return { text, before }
  }
  const few = await held(await guarded())
  expect([few.text, few.before]).toEqual(['', 10])
  const proxied = await held(await guarded(() => true))
  expect([proxied.text.slice(0, 15), proxied.before]).toEqual(['HTTP/1.1 200 OK', 0])
})
