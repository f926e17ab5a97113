import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

import remixConfig from './remix.config.js'

/**
 * Built into the server's one file, since each of them is dozens of small ones: finding and reading
 * those took a third of the time to the first page. What Remix brings stays outside, once for all.
 */
const bundled = [
  /^drizzle-orm/,
  /^@libsql\/(client|core|hrana-client|isomorphic-ws)/,
  /^@conform-to/,
  /^@formatjs/,
  /^@noble/,
  /^@oslojs/,
  /^@tokenizer/,
  /^d3-/,
  ...['@lucia-auth/adapter-drizzle', 'croner', 'csv-parse', 'diff', 'fflate', 'file-type'],
  ...['internmap', 'intl-messageformat', 'js-base64', 'lru-cache', 'lucia', 'otpauth'],
  ...['promise-limit', 'strtok3', 'token-types', 'uint8array-extras', 'uqr', 'uuidv7', 'zod'],
]

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  // Not in development, where each is served as it is.
  ssr: command === 'build' ? { noExternal: bundled } : {},
  build: { target: 'es2022', assetsInlineLimit: 0, sourcemap: false },
}))
