import { useSpeak } from '#app/i18n/speak.tsx'

import { Notice } from '../layout/notice.tsx'

/** When there may be another try, in whole minutes: nobody is shut out for good. */
export function Wait({ seconds }: { seconds: number | undefined }) {
  const { t } = useSpeak()
  if (seconds === undefined) return null
  return (
    <Notice kind="warning">
      <p>{t('account.wait', { n: Math.ceil(seconds / 60) })}</p>
    </Notice>
  )
}
