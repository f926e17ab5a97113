import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { stopListening } from '#app/http/graceful-stop.server.ts'

it('answers who was being served, takes nobody new, and waits for no idle connection', async () => {
  let begun = () => {}
  const asked = new Promise<void>((resolve) => (begun = resolve))
  const server = createServer((request, response) => {
    if (request.url === '/quick') return void response.end('quick')
    begun()
    setTimeout(() => response.end('all of it'), 200)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = `http://localhost:${(server.address() as AddressInfo).port}`
  // Leaves a connection open that nobody uses.
  expect(await (await fetch(`${address}/quick`)).text()).toBe('quick')
  const slow = fetch(address)
  await asked

  const started = performance.now()
  const stopped = stopListening(server)
  await sleep(20)
  await expect(fetch(`${address}/quick`)).rejects.toThrow('fetch failed')
  expect(await (await slow).text()).toBe('all of it')
  await stopped
  expect(performance.now() - started).toBeLessThan(2_000)
})

it('answers who has connected and asked, and still stands in the system’s queue', async () => {
  const server = createServer((_request, response) => response.end('heard'))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  const answers: Promise<string>[] = []
  for (let i = 0; i < 20; i += 1) {
    // An address, not a name: the system has the connection at once.
    const socket = connect(port, '127.0.0.1')
    socket.setEncoding('latin1')
    socket.write('GET / HTTP/1.1\r\nHost: k\r\nConnection: close\r\n\r\n')
    answers.push(
      new Promise((resolve) => {
        let said = ''
        socket.on('data', (part: string) => (said += part))
        socket.on('error', ({ message }) => resolve(message))
        socket.on('close', () => resolve(said))
      }),
    )
  }
  await new Promise<void>((resolve) => process.nextTick(resolve))
  await stopListening(server)
  for (const said of await Promise.all(answers)) expect(said).toMatch(/^HTTP\/1\.1 200 OK/)
})
