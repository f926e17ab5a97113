import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

import ipaddr from 'ipaddr.js'
import { LRUCache } from 'lru-cache'

/** Whether an address is that of a proxy of ours, whose word counts. */
export type IsProxy = (address: string) => boolean

/** Addresses and networks (`10.0.0.0/8`) as a test; undefined where one of them is none. */
export function proxiesAt(list: readonly string[]): IsProxy | undefined {
  const networks: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []
  for (const one of list) {
    if (ipaddr.isValidCIDR(one)) networks.push(ipaddr.parseCIDR(one))
    else if (isWhole(one)) {
      const address = ipaddr.process(one)
      networks.push([address, address.kind() === 'ipv4' ? 32 : 128])
    } else return undefined
  }
  if (networks.length === 0) return () => false
  const within = (text: string) => {
    if (!isWhole(text)) return false
    const address = ipaddr.process(text)
    return networks.some(
      ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
    )
  }
  // Asked with every request, of the same few: reading an address takes longer than a kept page.
  const known = new LRUCache<string, boolean>({ max: 1_000 })
  return (text) => {
    const is = known.get(text) ?? within(text)
    known.set(text, is)
    return is
  }
}

/** Not `10.1` or `0x7f.1`, which the library reads as addresses too. */
const isWhole = (text: string) =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(':') && ipaddr.isValid(text))

const asked = new WeakMap<IncomingMessage, string>()

/**
 * Learns who asks through a proxy, before anything else looks: of the hops that
 * `X-Forwarded-For` names, the last that is no proxy of ours. What stands left of it is hearsay.
 */
export function readForwarded(req: IncomingMessage, isProxy: IsProxy) {
  let address = req.socket.remoteAddress
  if (address === undefined || !isProxy(address)) return
  const said = req.headers['x-forwarded-for']
  const hops = (Array.isArray(said) ? said.join(',') : (said ?? '')).split(',')
  for (const hop of hops.toReversed()) {
    const name = hop.trim()
    if (!isWhole(name)) break
    address = name
    if (!isProxy(name)) break
  }
  asked.set(req, address)
}

/**
 * Who asks, as far as limits are concerned: the address at the other end of the connection, or
 * what a named proxy there says. Undefined for what no connection brought: the public cache
 * asking for a page to keep.
 */
export function clientAddress(req: IncomingMessage): string | undefined {
  const address = asked.get(req) ?? req.socket.remoteAddress
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
  // The machine itself is no network of anybody's.
  if (groups.every((group, i) => Number.parseInt(group, 16) === Number(i === 7))) return '::1'
  const first = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/64`
}
