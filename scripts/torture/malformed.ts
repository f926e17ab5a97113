import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A request as bytes, by a name; `may` is what it may be answered with beside 2xx to 4xx. */
type Attack = { name: string; bytes: Buffer }
type Rounds = {
  host: string
  port: number
  requests: number
  /** Connections that send a letter now and then and never come to an end. */
  slow: number
  /** Addresses that exist, with holes filled. */
  paths: readonly string[]
  onDone?: (count: number) => void
}
export type MalformedReport = {
  sent: number
  /** How many were answered with each status; `closed` for no answer. */
  statuses: Record<string, number>
  /** Answers of 500 and above, with what was asked. */
  faults: string[]
  slowestProbeMs: number
  probes: number
}

const ANSWER_MS = 20_000
const AT_ONCE = 16

const get = (target: string, more = '') =>
  `GET ${target} HTTP/1.1\r\nHost: kept\r\nConnection: close\r\n${more}\r\n`
const post = (target: string, type: string, body: string | Buffer, length?: number) =>
  Buffer.concat([
    Buffer.from(
      `POST ${target} HTTP/1.1\r\nHost: kept\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n` +
        `Content-Type: ${type}\r\nContent-Length: ${length ?? Buffer.byteLength(body)}\r\n\r\n`,
    ),
    Buffer.from(body),
  ])
const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=b'

/** One of each kind about one address, and the address itself in every crooked spelling. */
function* attacksOn(path: string, turn: number): Generator<Attack> {
  const named = (name: string, bytes: string | Buffer): Attack => ({
    name: `${name} ${path}`,
    bytes: Buffer.from(bytes),
  })
  yield named(
    'bad UTF-8',
    Buffer.from(`GET ${path}?q=\xff\xfe\xc3\x28 HTTP/1.1\r\nHost: k\r\n\r\n`, 'latin1'),
  )
  yield named(
    'bad UTF-8 path',
    Buffer.from(`GET ${path}/\xc3\x28 HTTP/1.1\r\nHost: k\r\n\r\n`, 'latin1'),
  )
  yield named('bad escape', get(`${path}?q=%E0%A4%A&sort=%`))
  yield named('bad escape path', get(`${path}/%E0%A4%A`))
  yield named('NUL', get(`${path}/%00?q=%00`))
  yield named('64 kB header', get(path, `X-Long: ${'a'.repeat(65_536)}\r\n`))
  yield named('cookie of 15 kB', get(path, `Cookie: session=${'a'.repeat(15_000)}\r\n`))
  yield named('500 headers', get(path, 'X-A: 1\r\n'.repeat(500)))
  yield named('long address', get(`${path}?q=${'a'.repeat(9_000)}`))
  yield named('_data', get(`${path}?_data=root`))
  yield named('_data posted', post(`${path}?_data=routes/x`, FORM, 'a=b'))
  yield named('_data hidden', get(`${path}?${'a&'.repeat(1_200)}_data=root`))
  yield named('.data', get(`${path}.data?_routes=root`))
  yield named('manifest', get(`/__manifest?${'p=/en/x&'.repeat(900)}`))
  yield named('TRACE', `TRACE ${path} HTTP/1.1\r\nHost: k\r\nConnection: close\r\n\r\n`)
  yield named('CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n`)
  yield named('upgrade', get(path, 'Upgrade: websocket\r\nConnection: Upgrade\r\n'))
  yield named('h2c', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
  yield named('traversal', get(`${path}/../../../../etc/passwd`))
  yield named('traversal escaped', get(`/assets/..%2f..%2f..%2fetc%2fpasswd?${turn}`))
  yield named('backslash', get(`/\\evil.example${path}`))
  yield named('absolute', get(`http://evil.example${path}`))
  yield named(
    'two hosts',
    `GET ${path} HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`,
  )
  yield named('no host', `GET ${path} HTTP/1.1\r\n\r\n`)
  yield named(
    'smuggled',
    `POST ${path} HTTP/1.1\r\nHost: k\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  )
  yield named(
    'bad chunk',
    `POST ${path} HTTP/1.1\r\nHost: k\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  )
  yield named('bad length', `POST ${path} HTTP/1.1\r\nHost: k\r\nContent-Length: -1\r\n\r\n`)
  yield named('100,000 fields', post(path, FORM, 'a&'.repeat(100_000)))
  yield named('2,000 fields', post(path, FORM, 'ab=c&'.repeat(2_000)))
  yield named('deep name', post(path, FORM, `${'a['.repeat(5_000)}=1`))
  yield named('deep names', post(path, FORM, 'a[b][c][d][e][f][9999999].x=1&'.repeat(500)))
  yield named('prototype', post(path, FORM, '__proto__[x]=1&constructor.prototype.y=1&email[]=1'))
  yield named('bad form', post(path, FORM, '%E0%A4%A=%zz&=&&=%00&intent=\xff'))
  yield named('no multipart', post(path, MULTIPART, 'nothing of the kind'))
  yield named(
    'torn multipart',
    post(path, MULTIPART, '--b\r\nContent-Disposition: form-data; name="file"; filename="a'),
  )
  yield named(
    'parts',
    post(
      path,
      MULTIPART,
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(3_000),
    ),
  )
  yield named('no boundary', post(path, 'multipart/form-data', '--b--'))
  yield named('type', post(path, 'application/json; charset=\u0001', '{"__proto__":{}}'))
  yield named('bad header', `GET ${path} HTTP/1.1\r\nHo st: k\r\n\x00: b\r\n\r\n`)
  yield named('no request', `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03${'\x00'.repeat(64)}`)
  yield named(
    'crooked headers',
    get(
      path,
      'If-None-Match: "\r\nIf-Modified-Since: x\r\nRange: bytes=9-1,-\r\nAccept-Encoding: ;;q=9\r\nAccept-Language: *;q=x,,-\r\nSave-Data: \r\n',
    ),
  )
}

/** Sends what no browser would, and watches whether a common request is answered meanwhile. */
export async function malformed(rounds: Rounds): Promise<MalformedReport> {
  const { host, port, requests, paths, onDone } = rounds
  const report: MalformedReport = {
    sent: 0,
    statuses: {},
    faults: [],
    slowestProbeMs: 0,
    probes: 0,
  }
  let over = false
  const slow = Array.from({ length: rounds.slow }, () => dawdle(host, port, () => over))
  const probing = probe(rounds, report, () => over)

  const attacks = endless(paths)
  const work = async () => {
    while (report.sent < requests) {
      report.sent += 1
      const { name, bytes } = attacks.next().value as Attack
      const status = await statusFor(host, port, bytes)
      report.statuses[status] = (report.statuses[status] ?? 0) + 1
      if (status.startsWith('5')) report.faults.push(`${status} ${name}`)
      onDone?.(report.sent)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  over = true
  await Promise.all([probing, ...slow])
  return report
}

function* endless(paths: readonly string[]): Generator<Attack> {
  for (let turn = 0; ; turn += 1) for (const path of paths) yield* attacksOn(path, turn)
}

/** The status of the answer, or why there is none. */
function statusFor(host: string, port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, host)
    let head = ''
    const done = (otherwise: string) => {
      clearTimeout(late)
      socket.destroy()
      resolve(/^HTTP\/1\.\d (\d{3})/.exec(head)?.[1] ?? otherwise)
    }
    const late = setTimeout(() => done('silent'), ANSWER_MS)
    socket.on('connect', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1', 0, 20)
      if (head.length >= 12) done('closed')
    })
    socket.on('error', () => done('closed'))
    socket.on('close', () => done('closed'))
  })
}

async function dawdle(host: string, port: number, isOver: () => boolean): Promise<void> {
  const socket = connect(port, host)
  let open = true
  socket.on('error', () => {})
  socket.on('close', () => (open = false))
  socket.write('GET /en HTTP/1.1\r\nHost: k\r\n')
  while (open && !isOver()) {
    await sleep(200)
    if (open) socket.write('X')
  }
  socket.destroy()
}

async function probe({ host, port }: Rounds, report: MalformedReport, isOver: () => boolean) {
  while (!isOver()) {
    const before = performance.now()
    const status = await statusFor(host, port, Buffer.from(get('/en')))
    report.slowestProbeMs = Math.max(report.slowestProbeMs, performance.now() - before)
    report.probes += 1
    if (status !== '200') report.faults.push(`${status} probe`)
    await sleep(100)
  }
}
