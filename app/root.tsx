import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'

import { isLocale, type Locale } from '#app/domain/shared/language.ts'
import { SpeakProvider, useSpeak } from '#app/i18n/speak.tsx'
import { speak } from '#app/i18n/speech.ts'
import { Sprite } from '#app/ui/data/glyph.tsx'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { ProblemPage, toldStatus } from '#app/ui/layout/problem-page.tsx'

import styles from './app.css?url'

/** Reads no session: the document is the same for everybody who asks alike. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return data(
    {
      origin: context.origin,
      saveData: request.headers.get('save-data') === 'on',
      requestId: context.requestId,
    },
    { headers: { Vary: 'Save-Data' } },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ error, location }) => {
  const speech = speak(localeIn(location.pathname))
  if (!error) return [{ title: speech.t('register.name') }]
  return [
    { title: pageTitle(speech, speech.t(`error.${toldStatus(statusOf(error))}.title`)) },
    { name: 'robots', content: 'noindex' },
  ]
}

// One font file at most, the page's own script; Chinese reads in the system's Song faces.
const fonts: Partial<Record<Locale, string>> = {
  en: '/fonts/stix-two-text-latin-5.3.0.woff2',
  fr: '/fonts/stix-two-text-latin-5.3.0.woff2',
  es: '/fonts/stix-two-text-latin-5.3.0.woff2',
  ru: '/fonts/stix-two-text-cyrillic-5.3.0.woff2',
  ar: '/fonts/markazi-text-arabic-600-5.3.0.woff2',
}

export function Layout({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation()
  const saveData = useRouteLoaderData<typeof loader>('root')?.saveData ?? false
  const locale = localeIn(pathname)
  const { dir } = speak(locale)
  // A review is work on much text: it takes the faces that are there, whoever asks for it.
  const plain = saveData || /^\/[a-z]{2}\/desk\/review\//.test(pathname)
  const font = plain ? undefined : fonts[locale]
  return (
    <html lang={locale} dir={dir} className={plain ? 'save-data' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="stylesheet" href={styles} />
        {font && (
          <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        )}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#023f4b" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#101e23" media="(prefers-color-scheme: dark)" />
        <Links />
      </head>
      <body>
        <SpeakProvider locale={locale} here={pathname + search}>
          <SkipLink />
          <Sprite />
          {children}
        </SpeakProvider>
      </body>
    </html>
  )
}

function SkipLink() {
  return (
    <a className="skip" href="#main">
      {useSpeak().t('register.skip')}
    </a>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const requestId = useRouteLoaderData<typeof loader>('root')?.requestId
  const status = statusOf(error)
  return (
    <ProblemPage
      status={status}
      code={codeOf(error)}
      reference={status >= 500 ? requestId : undefined}
    />
  )
}

/** The path's language; pages without one speak English. */
function localeIn(pathname: string): Locale {
  const first = pathname.split('/')[1]
  return isLocale(first) ? first : 'en'
}

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500)

/** A refusal thrown as `data({ code }, { status })` says why. */
function codeOf(error: unknown): string | undefined {
  if (!isRouteErrorResponse(error)) return undefined
  const said: unknown = error.data
  return typeof said === 'object' &&
    said !== null &&
    'code' in said &&
    typeof said.code === 'string'
    ? said.code
    : undefined
}
