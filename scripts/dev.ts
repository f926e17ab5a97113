import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'

import './steps.js'

process.env['NODE_ENV'] ??= 'development'
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
const latest = async () =>
  (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild

type Serving = typeof import('#app/entry.server.tsx')
const { serve } = (await latest()).entry.module as unknown as Serving
await serve(latest, { before: vite.middlewares })
