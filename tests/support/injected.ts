import type { BrowserContext, Page } from '@playwright/test'

/**
 * What in a page somebody's words have made: told of the document itself, or of texts that the
 * browser parses as pages. Runs in the browser.
 */
function traces(texts: readonly { name: string; html: string }[] | null): string[] {
  const found: string[] = []
  const look = (page: Document, name: string) => {
    const tell = (what: string, element: Element) =>
      found.push(`${name} ${what}: ${element.outerHTML.slice(0, 200)}`)
    for (const element of page.querySelectorAll('[data-injected], base, iframe, object, embed'))
      tell('has an element of ours no more', element)
    for (const element of page.querySelectorAll('meta[http-equiv], style, math, [style*="("]'))
      tell('is told what to do', element)
    for (const element of page.querySelectorAll('*'))
      for (const { name: attribute, value } of element.attributes) {
        if (/^on/i.test(attribute)) tell(`has ${attribute}`, element)
        const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'poster']
        // As browsers read a scheme: past what they do not see.
        const plain = value
          .split('')
          .filter((sign) => sign > ' ')
          .join('')
        if (leads.includes(attribute) && /^(?:javascript|data|vbscript):/i.test(plain))
          tell(`leads to ${plain.slice(0, 20)}`, element)
      }
    for (const script of page.querySelectorAll('script')) {
      if (script.type === 'application/ld+json') {
        JSON.parse(script.text)
        continue
      }
      const src = script.getAttribute('src') ?? ''
      if (script.text !== '' || !/^\/[a-z-]+\.js$/.test(src)) tell('has a script', script)
    }
  }
  if (texts === null) look(document, location.pathname + location.search)
  else
    for (const { name, html } of texts)
      look(new DOMParser().parseFromString(html, 'text/html'), name)
  // One hole shows on many pages: enough to find it by.
  return [...new Set(found)].slice(0, 20)
}

/** Asks the browser's own parser what pages hold that nobody here put there. */
export const tracesIn = (page: Page, texts: readonly { name: string; html: string }[]) =>
  page.evaluate(traces, texts)

const TOLD = 'tellOfReport'

/** Everything a context's pages are caught at: dialogs, reports of the policy, faults of scripts. */
export async function caughtIn(context: BrowserContext): Promise<string[]> {
  const caught: string[] = []
  await context.exposeBinding(TOLD, ({ page }, what: string) => {
    caught.push(`${page.url()} ${what}`)
  })
  await context.addInitScript((name) => {
    document.addEventListener('securitypolicyviolation', (report) => {
      const { effectiveDirective, blockedURI, sample } = report
      const told = `report: ${effectiveDirective} ${blockedURI} ${sample}`
      ;(globalThis as unknown as Record<string, (what: string) => void>)[name]?.(told)
    })
  }, TOLD)
  context.on('dialog', (dialog) => {
    caught.push(`${dialog.page()?.url()} dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('weberror', (fault) => caught.push(`${fault.page()?.url()} ${fault.error().message}`))
  context.on('console', (said) => {
    const isOfPolicy = /Content.Security.Policy|Refused to/i.test(said.text())
    if (isOfPolicy) caught.push(`${said.page()?.url()} console: ${said.text()}`)
  })
  return caught
}

/** Opens pages in the browser, several at once, and tells what it found in any. */
export async function visited(context: BrowserContext, paths: readonly string[], origin: string) {
  const waiting = [...paths]
  const found: string[] = []
  const lane = async () => {
    const page = await context.newPage()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      if (new URL(page.url()).origin !== origin) found.push(`${path} led to ${page.url()}`)
      found.push(...(await page.evaluate(traces, null)))
    }
    await page.close()
  }
  await Promise.all([lane(), lane()])
  return found
}
