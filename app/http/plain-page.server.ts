import type { Request, Response } from 'express'

import { isLocale } from '#app/domain/shared/language.ts'
import { negotiate } from '#app/i18n/negotiate.ts'
import { speak } from '#app/i18n/speech.ts'
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
  const first = path.split('/')[1]
  const { locale, dir, t } = speak(isLocale(first) ? first : negotiate(acceptLanguage))
  const told = trouble === 'stopped' ? trouble : toldStatus(trouble)
  const title = t(`error.${told}.title`)
  const reference =
    statusOf(trouble) >= 500 ? `<p>${escape(t('error.reference', { id: requestId }))}</p>` : ''
  return `<!doctype html>
<html lang="${locale}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(t('title.full', { title, register: t('register.name') }))}</title>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(t(`error.${told}.text`))}</p>
${reference}
<p><a href="/${locale}">${escape(t('error.home'))}</a></p>
</main>
</body>
</html>
`
}

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
