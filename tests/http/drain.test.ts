import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

import compression from 'compression'
import express from 'express'
import { expect, it } from 'vitest'

import { drainOf } from '#app/http/drain.server.ts'

const PART = Buffer.alloc(64 * 1024, 'x')

/** A server that writes parts for as long as somebody reads, and says how many it has written. */
async function endless(parts: number) {
  let written = 0
  let done = () => {}
  const finished = new Promise<void>((resolve) => (done = resolve))
  const app = express()
  app.use(compression())
  app.get('/', (_req, res) => {
    const drained = drainOf(res)
    res.type('application/octet-stream')
    void (async () => {
      while (written < parts && !res.destroyed) {
        await drained()
        if (res.destroyed) break
        res.write(PART)
        written += 1
      }
      res.end()
      done()
    })()
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { port, finished, stop, written: () => written }
}

/** A reader that reads only when it is told to. */
function slowReader(port: number) {
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: here.example\r\nConnection: close\r\n\r\n')
  socket.pause()
  return socket
}

async function standstill(written: () => number): Promise<number> {
  for (let before = -1; ; before = written()) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (before === written() && before > 0) return before
  }
}

it('writes no faster than it is read, and goes on to the end', async () => {
  const served = await endless(1000)
  const socket = slowReader(served.port)
  expect(await standstill(served.written)).toBeLessThan(500)
  let bytes = 0
  socket.on('data', (some) => (bytes += some.length)).resume()
  await Promise.all([served.finished, once(socket, 'end')])
  expect(served.written()).toBe(1000)
  expect(bytes).toBeGreaterThan(1000 * PART.length)
  await served.stop()
})

it('ends when the reader leaves', async () => {
  const served = await endless(100_000)
  const socket = slowReader(served.port)
  await standstill(served.written)
  socket.destroy()
  await served.finished
  expect(served.written()).toBeLessThan(500)
  await served.stop()
})
