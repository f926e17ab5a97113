/**
 * Renders pages whose data is in hand, for as long as it is told, in a process of its own: what no
 * server of these pages can be quicker than. Answers milliseconds a page.
 */
import {
  createRequestHandler,
  type AppLoadContext,
  type EntryContext,
  type ServerBuild,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { signerOf } from '#app/adapters/signer/ed25519.server.ts'
import { NOTE_KEY, verifierKey } from '#app/domain/ledger/signed-note.ts'

import { openScratch } from '../scratch/register.ts'

type Asked = { name: string; paths: string[] } | { name: string; seconds: number }
type Page = { context: EntryContext; url: string }

hashNatively()
const [folder = ''] = process.argv.slice(2)
// Built, as the server runs it.
const address = new URL('../../build/server/index.js', import.meta.url).href
const build = (await import(address)) as ServerBuild
const db = await openScratch(folder)
const pages = new Map<string, Page[]>()
const LOG = 'bench.example/log'
const key = verifierKey(LOG, NOTE_KEY, signerOf(new Uint8Array(32)).publicKey)

async function take(name: string, paths: string[]) {
  const taken: Page[] = []
  const entry = {
    module: {
      default: (request: Request, status: number, headers: Headers, context: EntryContext) => {
        if (status !== 200) throw new Error(`${request.url}: ${status}`)
        // What would be streamed to a page that hydrates can be read once; none of ours does.
        const { serverHandoffStream: _, ...whole } = context
        taken.push({ context: whole, url: request.url })
        return new Response('', { headers })
      },
    },
  }
  const handle = createRequestHandler({ ...build, entry }, 'production')
  const context = {
    db,
    now: () => new Date(),
    origin: 'http://127.0.0.1',
    requestId: 'bench',
    demonstration: false,
    log: console,
    publicLog: { origin: LOG, key, stopped: () => undefined, policy: undefined },
  } as unknown as AppLoadContext
  for (const path of paths) await handle(new Request(`http://127.0.0.1${path}`), context)
  if (taken.length < paths.length) throw new Error(`${name}: not every page was answered`)
  pages.set(name, taken)
}

function render(name: string, seconds: number): number {
  const own = pages.get(name) ?? []
  const began = performance.now()
  let count = 0
  while (performance.now() - began < seconds * 1000)
    for (const { context, url } of own) {
      renderToString(createElement(RemixServer, { context, url }))
      count += 1
    }
  return (performance.now() - began) / count
}

process.on('message', (asked: Asked) => {
  if ('paths' in asked) void take(asked.name, asked.paths).then(() => process.send?.(pages.size))
  else process.send?.(render(asked.name, asked.seconds))
})
process.send?.('ready')
