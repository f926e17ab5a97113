import type { Request, Response } from 'express'

import { isLocale } from '#app/domain/shared/language.ts'
import { negotiate } from '#app/i18n/negotiate.ts'
import { speak, type Speech } from '#app/i18n/speech.ts'
import { toldStatus } from '#app/ui/layout/problem-page.tsx'

/** A status, or `stopped`: a 503 that has more to say. */
type Trouble = number | 'stopped'
export type PlainPage = (req: Request, res: Response, trouble: Trouble) => void

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A page for when Remix cannot or must not make one. It says nothing of the machine inside. */
export function plainPage(
  path: string,
  acceptLanguage: string | undefined,
  trouble: Trouble,
  requestId: string,
): string {
  const speech = speechFor(path, acceptLanguage)
  const { t } = speech
  const told = trouble === 'stopped' ? trouble : toldStatus(trouble)
  const reference = statusOf(trouble) >= 500 ? [t('error.reference', { id: requestId })] : []
  return written(speech, t(`error.${told}.title`), [t(`error.${told}.text`), ...reference])
}

/** For who asked more than their share, and when they can go on. */
export function tooManyPage(path: string, acceptLanguage: string | undefined, seconds: number) {
  const speech = speechFor(path, acceptLanguage)
  const { t } = speech
  const wait = t('limits.wait', { n: Math.ceil(seconds / 60) })
  return written(speech, t('limits.title'), [t('limits.text'), wait])
}

const speechFor = (path: string, acceptLanguage: string | undefined) => {
  const first = path.split('/')[1]
  return speak(isLocale(first) ? first : negotiate(acceptLanguage))
}

const written = ({ locale, dir, t }: Speech, title: string, texts: readonly string[]) =>
  `<!doctype html>
<html lang="${locale}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(t('title.full', { title, register: t('register.as-noun') }))}</title>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${texts.map((text) => `<p>${escape(text)}</p>`).join('\n')}
<p><a href="/${locale}">${escape(t('error.home'))}</a></p>
</main>
</body>
</html>
`

const statusOf = (trouble: Trouble) => (trouble === 'stopped' ? 503 : trouble)

export const sendPlainPage: PlainPage = (req, res, trouble) => {
  const id = String(res.locals['requestId'] ?? '')
  // A body nobody wants is not read: the connection goes with the answer.
  if (!req.complete) res.setHeader('Connection', 'close')
  res
    .status(statusOf(trouble))
    .type('html')
    .send(plainPage(req.path, req.get('Accept-Language'), trouble, id))
}
