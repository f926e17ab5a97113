import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'

import type { serve as serveType } from '#app/http/server.server.ts'

import './steps.js'

process.env['NODE_ENV'] ??= 'development'
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
const latest = async () =>
  (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild

const { serve } = (await latest()).entry.module as unknown as { serve: typeof serveType }
await serve(latest, { before: vite.middlewares })
