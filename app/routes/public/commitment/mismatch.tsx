import type { IntegrityProblem } from '#app/db/read/integrity.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/layout/notice.tsx'

/** So many are told one by one: what follows from one change can be a hundred. */
const MANY = 12

/** Somebody changed the record or the log behind the register's back: each difference, in words. */
export function Mismatch({ problems }: { problems: readonly IntegrityProblem[] }) {
  const { t } = useSpeak()
  if (problems.length === 0) return null
  return (
    <Notice kind="warning" title={t('mismatch.title')}>
      <ul>
        {problems.slice(0, MANY).map((problem) => (
          <li key={`${problem.code} ${problem.entry} ${problem.path}`}>
            <Difference problem={problem} />
          </li>
        ))}
      </ul>
      {problems.length > MANY && <p>{t('mismatch.more', { n: problems.length - MANY })}</p>}
      <p>{t('mismatch.text')}</p>
    </Notice>
  )
}

function Difference({ problem: { code, entry, path } }: { problem: IntegrityProblem }) {
  const { t, locale } = useSpeak()
  return (
    <>
      {entry !== undefined && (
        <>
          <a href={paths.logEntry(locale, entry)}>{t('record.entry', { entry })}</a>:{' '}
        </>
      )}
      {t(messages[code])}
      {path !== undefined && path !== '' && (
        <>
          {' '}
          <bdi dir="ltr">
            <code>{path}</code>
          </bdi>
        </>
      )}
    </>
  )
}

const messages = {
  'leaf-differs': 'check.problem.hash-differs',
  'leaf-unreadable': 'check.problem.not-an-entry',
  'act-differs': 'mismatch.act',
  'act-missing': 'mismatch.missing',
  'not-replayable': 'mismatch.order',
  'record-differs': 'mismatch.record',
  'organisation-differs': 'mismatch.organisation',
  'digest-unopened': 'check.problem.digest-unopened',
  'opening-unknown': 'check.problem.opening-unknown',
  'opening-repeated': 'check.problem.opening-repeated',
  'opening-malformed': 'check.problem.opening-malformed',
  'field-repeated': 'check.problem.field-repeated',
  'opened-though-withheld': 'check.problem.opened-though-withheld',
  'withheld-unknown': 'check.problem.withheld-unknown',
} as const satisfies Record<IntegrityProblem['code'], string>
