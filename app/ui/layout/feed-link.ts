import { inFormat } from '#app/paths.ts'

/** For `meta`: where programs that look at a page's head find its feed. */
export const feedLink = (path: string, title: string) => ({
  tagName: 'link',
  rel: 'alternate',
  type: 'application/atom+xml',
  href: inFormat(path, 'atom'),
  title,
})
