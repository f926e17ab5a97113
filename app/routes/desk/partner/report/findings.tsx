import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { Receipt } from '#app/ui/log/receipt.tsx'
import { FindingRecord } from '#app/ui/reviews/finding-record.tsx'

import type { Shown } from './shown.ts'

/** What was found, newest first; a correction stands before what it replaces. */
export function Findings(props: Shown) {
  const { t } = useSpeak()
  const { findings, rounds } = props
  return findings.toReversed().map((found, place) => (
    <FindingRecord
      key={found.id}
      title={t(found.kind === 'correction' ? 'report.correction.title' : 'report.finding.title')}
      found={found}
      claimed={rounds.find(({ round }) => round === found.round)?.content.value ?? null}
      milestone={props.milestone}
    >
      {place > 0 ? <p>{t('report.finding.replaced')}</p> : <Reply {...props} found={found} />}
    </FindingRecord>
  ))
}

function Reply(props: Shown & { found: Shown['findings'][number] }) {
  const { t, locale, date } = useSpeak()
  const { found, today } = props
  if (found.reply) return <Receipt entry={found.replyEntry} />
  if (!found.replyUntil) return null
  const until = { date: date(found.replyUntil) }
  if (today > found.replyUntil) return <p className="quiet">{t('report.reply.closed', until)}</p>
  if (!props.mayReply) return <p>{t('report.reply.focal-point', until)}</p>
  return (
    <div>
      <h3>{t('report.reply.title')}</h3>
      <p>{t('report.reply.until', until)}</p>
      <FormActions>
        <ButtonLink href={paths.replyToFinding(locale, found.id)}>
          {t('report.reply.button')}
        </ButtonLink>
      </FormActions>
    </div>
  )
}
