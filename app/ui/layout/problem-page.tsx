import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { PageHead } from './page-head.tsx'
import { PublicShell } from './public-shell.tsx'

const told = [400, 403, 404, 405, 409, 410, 413, 429, 500, 503] as const
type Told = (typeof told)[number]

/** The status the reader is told of: an unlisted one is said as the nearest that is. */
export const toldStatus = (status: number): Told =>
  told.find((one) => one === status) ?? (status < 500 ? 400 : 500)

/** A page for when there is no page. `code` says why, `reference` is what to quote. */
export function ProblemPage(props: {
  status: number
  code?: string | undefined
  reference?: string | undefined
}) {
  const { t, code, locale } = useSpeak()
  const status = toldStatus(props.status)
  return (
    <PublicShell>
      <PageHead kicker={status} title={t(`error.${status}.title`)} lead={t(`error.${status}.text`)}>
        {props.code && <p>{code(props.code)}</p>}
        {props.reference && <p>{t('error.reference', { id: props.reference })}</p>}
        <p className="links">
          <a href={paths.home(locale)}>{t('error.home')}</a>
          <a href={paths.commitments(locale)}>{t('error.commitments')}</a>
        </p>
      </PageHead>
    </PublicShell>
  )
}
