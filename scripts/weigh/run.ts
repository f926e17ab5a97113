import { locales } from '#app/domain/shared/language.ts'
import { paths } from '#app/paths.ts'

import { serving, type Served } from '../bench/serving.ts'
import { PASSWORD } from '../demonstration/people.ts'
import { totalOf } from './budgets.ts'
import { scales, type Weight } from './page.ts'
import { makeRegister, people } from './register.ts'
import { signIn, walk, type Weighed } from './walk.ts'

const publicPages = /^\/[a-z]{2}(?!\/(?:desk|sign-out))(?:[/?]|$)/
const deskPages = /^\/en\/desk(?!\/(?:files|evidence))/

/** Makes a register, serves the production build and weighs the pages of each kind. */
export async function weighRegister(
  folder: string,
): Promise<{ pages: Weighed[]; saving: Weight[] }> {
  const longest = await makeRegister(folder)
  const work = async ({ url }: Served) => {
    const weigh = scales(url)
    const pages: Weighed[] = []
    for (const locale of locales) {
      const from = [paths.home(locale), paths.commitment(locale, longest), paths.signUp(locale)]
      const within = new RegExp(publicPages.source.replace('[a-z]{2}', locale))
      pages.push(...(await walk(weigh, { from, within })))
    }
    for (const email of Object.values(people)) {
      const headers = await signIn(url, email, PASSWORD)
      pages.push(...(await walk(weigh, { from: [paths.desk('en')], within: deskPages, headers })))
    }
    const home = locales.map((locale) => weigh(paths.home(locale), { 'save-data': 'on' }))
    return { pages, saving: await Promise.all(home) }
  }
  // It is the demonstration's data: elsewhere a server refuses to start with its passwords.
  return serving(folder, work, { env: { DEMONSTRATION: '1' } })
}

/** The heaviest page of each route. */
export function heaviest(pages: readonly Weighed[]): Weighed[] {
  const found = new Map<string, Weighed>()
  for (const page of pages) {
    const name = `${page.kind} ${page.pattern}`
    const before = found.get(name)
    if (!before || totalOf(page.weight) > totalOf(before.weight)) found.set(name, page)
  }
  return [...found.values()]
}
