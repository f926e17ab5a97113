import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, expect, it } from 'vitest'

import { httpWitness, httpWitnesses } from '#app/adapters/witnesses/http-witness.server.ts'
import { COSIGNATURE_KEY } from '#app/domain/ledger/signed-note.ts'
import { keyOf, scratchLog, startWitness } from '#tests/support/witnessing.ts'

const { key } = keyOf('witness.example', COSIGNATURE_KEY, 9)
const servers: Server[] = []

async function answering(listener: RequestListener) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return httpWitness({ name: 'W', key, url })
}

afterAll(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

it('asks a witness of ours, and reads what it shows', async () => {
  const log = scratchLog(5)
  const { url } = await startWitness(log.key)
  const witness = httpWitness({ name: 'W', key, url: `${url}/` })
  expect(await witness.newest(log.key.name)).toBeUndefined()
  const answer = await witness.addCheckpoint(log.body(0, 5))
  expect(answer).toMatchObject({ status: 200 })
  expect(await witness.newest(log.key.name)).toBe(log.note(5) + answer.body)
  expect(await witness.addCheckpoint(log.body(0, 4))).toEqual({ status: 409, body: '5\n' })
})

it('waits two seconds and no longer', async () => {
  const silent = await answering(() => {})
  const dripping = await answering((_, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('.'), 100)
    response.on('close', () => clearInterval(drip))
  })
  const began = performance.now()
  const asked = [silent, dripping].map((witness) => witness.addCheckpoint('old 0\n'))
  const outcomes = await Promise.allSettled(asked)
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(performance.now() - began).toBeLessThan(4_000)
})

it('reads so much and no more, and follows nobody elsewhere', async () => {
  const endless = await answering((_, response) => {
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    }
    response.on('drain', pour)
    pour()
  })
  await expect(endless.addCheckpoint('old 0\n')).rejects.toThrow('too long')
  const elsewhere = await answering((_, response) =>
    response.writeHead(307, { Location: 'http://127.0.0.1:1/' }).end(),
  )
  await expect(elsewhere.addCheckpoint('old 0\n')).rejects.toThrow()
})

it('asks only those with an address', () => {
  const known = { name: 'W', key }
  expect(httpWitnesses([known, { ...known, name: 'V', url: 'https://v.example' }])).toMatchObject([
    { name: 'V' },
  ])
})
