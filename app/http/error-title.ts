import type { EntryContext } from '@remix-run/node'

import { pageSpeech } from './page-speech.ts'

/**
 * A form that came back begins its title with "Error: ". A route's `meta` never sees what its
 * action answered, so the titles are changed here, once for all forms.
 */
export function withErrorTitle(entry: EntryContext): EntryContext {
  const params = entry.staticHandlerContext.matches.at(-1)?.params ?? {}
  const speech = pageSpeech(params)
  const modules = Object.entries(entry.routeModules).map(([id, module]) => {
    const meta = module?.meta
    if (typeof meta !== 'function') return [id, module] as const
    const told: typeof meta = (args) =>
      meta(args)?.map((tag) =>
        'title' in tag && typeof tag.title === 'string'
          ? { title: speech.t('title.error', { title: tag.title }) }
          : tag,
      )
    return [id, { ...module, meta: told }] as const
  })
  return { ...entry, routeModules: Object.fromEntries(modules) }
}
