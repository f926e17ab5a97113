import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * Who asks, as far as limits are concerned: the address at the other end of the connection, and
 * nothing a header says. The one place to change once a proxy can be named that is to be believed.
 * Undefined for what no connection brought: the public cache asking for a page to keep.
 */
export function clientAddress({ socket }: Pick<IncomingMessage, 'socket'>): string | undefined {
  const address = socket.remoteAddress
  return address === undefined ? undefined : networkOf(address)
}

/** An IPv4 address as it is; of an IPv6 address the first 64 bits, which one household has to itself. */
export function networkOf(address: string): string {
  const [bare = ''] = address.toLowerCase().split('%', 1)
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(bare)) return bare
  const [before = '', after] = bare.split('::', 2)
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail]
  const first = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/64`
}
