import { get } from 'node:http'

/** What a page weighs, in bytes as they cross the network, and what else it asks for. */
export type Weight = {
  path: string
  status: number
  text: string
  html: number
  css: number
  fonts: number
  scripts: number
  others: number
  requests: number
  /** Its names have letters of the second Latin font file. */
  extended: boolean
}

type Sent = { status: number; bytes: number; text: string; headers: Record<string, unknown> }
type Headers = Record<string, string>

/** Weighs pages of one server; what several pages share is fetched once. */
export function scales(url: string) {
  const shared = new Map<string, Promise<Sent>>()
  const part = (path: string) => {
    const known = shared.get(path) ?? asSent(url + path)
    shared.set(path, known)
    return known
  }

  return async function weigh(path: string, headers: Headers = {}): Promise<Weight> {
    const page = await asSent(url + path, headers)
    const { text } = page
    const linked = (pattern: RegExp) => [
      ...new Set([...text.matchAll(pattern)].map((m) => m[1] ?? '')),
    ]
    const styles = linked(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)
    const css = await Promise.all(styles.map(part))
    const scripts = linked(/<script[^>]*src="([^"]+)"/g)
    const pictures = [
      ...linked(/<link[^>]*rel="icon"[^>]*href="([^"]+)"/g),
      ...linked(/<img[^>]*src="([^"]+)"/g),
    ].filter((found) => found.startsWith('/'))
    const extra = isPlain(text)
      ? undefined
      : extraFont(text, css.map((sheet) => sheet.text).join(''))
    const fonts = [
      ...linked(/<link[^>]*as="font"[^>]*href="([^"]+)"/g),
      ...linked(/<link[^>]*href="([^"]+)"[^>]*as="font"/g),
    ]
    const all = [...new Set([...fonts, ...(extra ? [extra] : [])])]
    const bytes = async (paths: readonly string[]) =>
      (await Promise.all(paths.map(part))).reduce((sum, one) => sum + one.bytes, 0)
    return {
      path,
      status: page.status,
      text,
      html: page.bytes,
      css: css.reduce((sum, one) => sum + one.bytes, 0),
      fonts: await bytes(all),
      scripts: (await bytes(scripts)) + inlineScripts(text),
      others: await bytes(pictures),
      requests: 1 + styles.length + all.length + scripts.length + pictures.length,
      extended: extra !== undefined,
    }
  }
}

/** Who saves data gets the system's own faces, by a class on the whole page. */
const isPlain = (html: string) => /<html[^>]*class="save-data"/.test(html)

/** Data in a script element (JSON-LD) is no script. */
const inlineScripts = (html: string) =>
  [
    ...html.matchAll(
      /<script(?![^>]*(?:src=|type="application\/ld\+json"))[^>]*>([^]*?)<\/script>/g,
    ),
  ]
    .map(([, text]) => Buffer.byteLength(text ?? ''))
    .reduce((sum, one) => sum + one, 0)

/**
 * The font file a browser fetches besides the page's own. That it has such a letter anywhere is
 * taken for enough, so this errs towards heavier.
 */
function extraFont(html: string, css: string): string | undefined {
  if (!/<html lang="(?:en|fr|es)"/.test(html)) return undefined
  const face = /@font-face\s*\{[^}]*latin-ext[^}]*\}/.exec(css)?.[0]
  const letters = new Set(html.replace(/<[^>]*>/g, ''))
  const ranges = [...(face ?? '').matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi)]
  const asked = ranges.some(([, from = '', to = from]) => {
    const [first, last] = [from.replaceAll('?', '0'), to.replaceAll('?', 'F')]
    return [...letters].some((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code >= parseInt(first, 16) && code <= parseInt(last, 16)
    })
  })
  return asked ? /url\(["']?([^"')]+)/.exec(face ?? '')?.[1] : undefined
}

/** As a browser's first visit gets it: `fetch` would decode it and forget its size. */
export async function asSent(url: string, headers: Headers = {}): Promise<Sent> {
  const { brotliDecompressSync } = await import('node:zlib')
  return new Promise((done, fail) => {
    get(url, { headers: { 'accept-encoding': 'br', ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('error', fail)
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        const coded = answer.headers['content-encoding'] === 'br'
        const text = (coded ? brotliDecompressSync(body) : body).toString()
        const { statusCode: status = 0, headers: said } = answer
        done({ status, bytes: body.length, text, headers: said })
      })
    }).on('error', fail)
  })
}
