import { expect, it } from 'vitest'

import { Unreachable } from '#scripts/verify/problem.ts'
import { requestsTo } from '#scripts/verify/requests.ts'

const base = new URL('https://kept.example')
const asking = (answers: (url: string, tried: number) => Response | Error) => {
  const tried = new Map<string, number>()
  const send = (url: URL | RequestInfo): Promise<Response> => {
    const at = new URL(url as URL).href
    tried.set(at, (tried.get(at) ?? 0) + 1)
    const answer = answers(at, tried.get(at) ?? 0)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  return { ...requestsTo(base, { fetch: send, pauseMs: 0 }), tried }
}
const said = (bytes: Uint8Array) => Buffer.from(bytes).toString()

it('asks for public paths of the one register, and hands answers back as they are', async () => {
  const { ask, count, tried } = asking((url) =>
    url.endsWith('/gone') ? new Response('no', { status: 404 }) : new Response('yes'),
  )
  const yes = await ask('/log/checkpoint')
  expect([yes.status, said(yes.bytes)]).toEqual([200, 'yes'])
  expect((await ask('/gone')).status).toBe(404)
  expect([count(), ...tried.keys()]).toEqual([
    2,
    'https://kept.example/log/checkpoint',
    'https://kept.example/gone',
  ])
  expect((await ask('/empty')).status).toBe(200)
})

it('asks again when the register is busy or the line breaks', async () => {
  const { ask, count } = asking((_, tried) => {
    if (tried === 1) return new TypeError('fetch failed')
    return tried < 4
      ? new Response('', { status: tried === 2 ? 503 : 429 })
      : new Response('at last')
  })
  expect(said((await ask('/x')).bytes)).toBe('at last')
  expect(count()).toBe(4)
})

it('waits as long as it is told to', async () => {
  const waited: number[] = []
  let asked = 0
  const send = () => {
    asked += 1
    const busy = new Response('', { status: 429, headers: { 'Retry-After': '7' } })
    return Promise.resolve(asked === 1 ? busy : new Response('at last'))
  }
  const { ask } = requestsTo(base, {
    fetch: send,
    sleep: (ms) => Promise.resolve(waited.push(ms)),
  })
  expect(said((await ask('/x')).bytes)).toBe('at last')
  expect(waited).toEqual([7_000])
})

it('gives up on a register that stays silent or broken, and says what it heard', async () => {
  const silent = asking(() => new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }))
  await expect(silent.ask('/x')).rejects.toThrow('https://kept.example/x: ECONNREFUSED')
  expect(silent.count()).toBe(5)
  const broken = asking(() => new Response('', { status: 500 }))
  await expect(broken.ask('/x')).rejects.toThrow(Unreachable)
  await expect(broken.ask('/x')).rejects.toThrow('answers 500')
})

it('follows nobody elsewhere', async () => {
  const { ask } = asking(
    () => new Response('', { status: 302, headers: { Location: 'https://e' } }),
  )
  expect((await ask('/x')).status).toBe(302)
})

it('asks for eight things at once and not more', async () => {
  let open = 0
  let most = 0
  const send = async () => {
    open += 1
    most = Math.max(most, open)
    await new Promise((done) => setTimeout(done, 2))
    open -= 1
    return new Response('')
  }
  const { ask, count } = requestsTo(base, { fetch: send as typeof fetch })
  await Promise.all(Array.from({ length: 50 }, (_, i) => ask(`/${i}`)))
  expect([most, count()]).toEqual([8, 50])
})

it('has answers packed, but for those from this very machine', async () => {
  const encodings: (string | null)[] = []
  const send = (_: unknown, init?: RequestInit) => {
    encodings.push(new Headers(init?.headers).get('Accept-Encoding'))
    return Promise.resolve(new Response(''))
  }
  for (const url of [
    'https://kept.example',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]',
  ])
    await requestsTo(new URL(url), { fetch: send as typeof fetch }).ask('/x')
  expect(encodings).toEqual(['gzip', 'identity', 'identity', 'identity'])
})
