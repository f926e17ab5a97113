import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import { findings } from '#app/domain/milestones/report-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { DateText, Foreign, Hash } from '#app/ui/data/text.tsx'
import { Timeline } from '#app/ui/data/timeline.tsx'
import { DoneElsewhere } from '#app/ui/log/told-act.tsx'

type Act = Record['history'][number]

/** Longer histories fold away what is older. */
const RECENT = 8

/** Every public act, newest first: what, who in which role, when, and its entry in the log. */
export function History({ page }: { page: Record }) {
  const { t } = useSpeak()
  const { history } = page
  const items = (acts: readonly Act[]) => (
    <Timeline
      items={acts.map((act) => ({
        key: String(act.entry),
        when: <DateText at={act.at} />,
        title: t(`act.${act.kind}`),
        children: <Told act={act} page={page} />,
      }))}
    />
  )
  return (
    <section>
      <h2 className="text-lg">{t('record.history')}</h2>
      {items(history.slice(0, RECENT))}
      {history.length > RECENT && (
        <details>
          <summary>{t('record.older', { n: history.length - RECENT })}</summary>
          {items(history.slice(RECENT))}
        </details>
      )}
    </section>
  )
}

function Told({ act, page }: { act: Act; page: Record }) {
  const { t, words, locale } = useSpeak()
  const { terms, milestones } = page
  const milestone = milestones.find(({ id }) => id === act.subject)
  const finding = findings.find((one) => one === act.finding)
  return (
    <>
      {milestone && (
        <p>
          <a href={`#${milestone.id}`}>
            <Foreign lang={terms.lang} text={milestone.title} />
          </a>
        </p>
      )}
      {finding && (
        <p>
          <StatusMark status={finding} compact />
        </p>
      )}
      {act.stance && (
        <p>{t(act.stance === 'disputes' ? 'record.reply.disputes' : 'record.reply.accepts')}</p>
      )}
      {act.reason && act.kind !== 'commitment.amended' && (
        <Foreign lang={terms.lang} text={act.reason} as="p" />
      )}
      {act.toldAt && act.toldBy && (
        <DoneElsewhere told={{ at: new Date(act.toldAt), register: act.toldBy }} />
      )}
      <p className="small quiet">
        {t(`role.${act.role}`)}
        {act.organisation && (
          <>
            , <Foreign {...words(act.organisation.names)} as="bdi" />
          </>
        )}
        {' · '}
        <a href={paths.logEntry(locale, act.entry)}>{t('record.entry', { entry: act.entry })}</a>
      </p>
    </>
  )
}

/** The same acts as the log holds them: dense numbers and leaf hashes. */
export function LogEntries({ page }: { page: Record }) {
  const { t, number, locale } = useSpeak()
  return (
    <details>
      <summary>{t('record.log', { n: page.history.length })}</summary>
      <DataTable
        dense
        caption={t('record.log', { n: page.history.length })}
        quietCaption
        rows={page.history}
        rowKey={(row) => String(row.entry)}
        columns={[
          {
            key: 'entry',
            label: t('head.entry'),
            header: true,
            cell: (row) => <a href={paths.logEntry(locale, row.entry)}>{number(row.entry)}</a>,
          },
          { key: 'act', label: t('head.act'), cell: (row) => t(`act.${row.kind}`) },
          { key: 'at', label: t('head.time'), cell: (row) => <DateText at={row.at} /> },
          { key: 'hash', label: t('head.leaf-hash'), cell: (row) => <Hash value={row.leafHash} /> },
        ]}
      />
    </details>
  )
}
