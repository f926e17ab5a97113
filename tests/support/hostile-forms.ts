import type { Page } from '@playwright/test'

import type { Found } from './crawl.ts'

export type Field = { name: string; free: boolean; value: string }
export type Form = { page: string; action: string; files: string[]; fields: Field[] }

/** The forms of pages that ask for words, as a browser would send them before anybody typed. */
export const formsIn = (page: Page, found: readonly Found[]): Promise<Form[]> =>
  page.evaluate(
    (texts) =>
      texts.flatMap(({ path, html }) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html')
        return [...parsed.querySelectorAll('form[method="post" i]')].flatMap((form) => {
          const fields: Field[] = []
          const files: string[] = []
          for (const input of form.querySelectorAll('input, select, textarea, button[name]')) {
            const name = input.getAttribute('name') ?? ''
            const type = input.getAttribute('type') ?? ''
            if (name === '') continue
            if (type === 'file') files.push(name)
            else if (input.matches('textarea') || /^(?:|text|email|url|search)$/.test(type))
              fields.push({ name, free: !input.matches('select, button'), value: '' })
            else if (type !== 'checkbox' && !fields.some((field) => field.name === name))
              fields.push({ name, free: false, value: input.getAttribute('value') ?? '' })
          }
          for (const field of fields) {
            const chosen = form.querySelector(
              `select[name="${CSS.escape(field.name)}"] option[value]:not([value=""])`,
            )
            if (chosen) Object.assign(field, { free: false, value: chosen.getAttribute('value') })
          }
          const action = form.getAttribute('action') ?? path
          const asks = fields.some(({ free }) => free) || files.length > 0
          return asks ? [{ page: path, action, files, fields }] : []
        })
      }),
    found.map(({ path, html }) => ({ path, html })),
  )
