import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'

import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [
    { title: pageTitle(speech, speech.t('own-data.erased.title')) },
    { name: 'robots', content: 'noindex' },
  ]
}

export function loader({ params }: LoaderFunctionArgs) {
  return { locale: localeOf(params) }
}

/** Where somebody ends up who was here a moment ago. */
export default function Route() {
  const { t, locale } = useSpeak()
  return (
    <PublicShell>
      <PageHead title={t('own-data.erased.title')} lead={t('own-data.erased.text')} />
      <p>
        <a href={paths.privacy(locale)}>{t('privacy.title')}</a>
      </p>
    </PublicShell>
  )
}
