import {
  noticesOf,
  type RedactionNotice,
  type RedactionShown,
} from '#app/domain/redactions/redaction.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { WithMarks } from '#app/ui/data/withheld.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'

/** That something was withheld from this record: which entries, on what ground, when, and why. */
export function Withholdings({ redactions }: { redactions: readonly RedactionShown[] }) {
  return noticesOf(redactions).map((notice) => (
    <Withholding key={notice.entries.join(' ')} notice={notice} />
  ))
}

const whatOf = ({ words, evidence }: RedactionNotice) =>
  evidence.length === 0 ? 'words' : words ? 'both' : 'evidence'

function Withholding({ notice }: { notice: RedactionNotice }) {
  const { t, date, number, list, locale } = useSpeak()
  const { of, entries, basis, reason, at } = notice
  const numbers = (all: readonly number[]) => list(all.map((one) => number(one)))
  return (
    <Notice title={t('withheld.title', { what: whatOf(notice), n: of.length, of: numbers(of) })}>
      <p>
        <T
          k="withheld.see"
          args={{
            n: entries.length,
            entries: numbers(entries),
            basis: t(`log.basis.${basis}`),
            day: date(at),
          }}
          tags={{
            entry: (text) => <a href={paths.logEntry(locale, entries[0] ?? 0)}>{text}</a>,
          }}
        />{' '}
        {t('withheld.reason')}{' '}
        <bdi>
          <WithMarks text={reason} />
        </bdi>
      </p>
    </Notice>
  )
}
