import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import type { Locale } from '#app/domain/shared/language.ts'
import { SpeakProvider } from '#app/i18n/speak.tsx'

/** What the server would send for an element, in one language. */
export const said = (element: ReactNode, locale: Locale = 'en'): string =>
  renderToStaticMarkup(<SpeakProvider locale={locale}>{element}</SpeakProvider>)

/** The words of it, as a reader without eyes for markup gets them. */
export const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
