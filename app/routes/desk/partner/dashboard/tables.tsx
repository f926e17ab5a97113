import type { DeskSection, Owed } from '#app/db/read/owed.server.ts'
import type { DeskOwned } from '#app/db/read/owned.server.ts'
import { isPublicCommitment } from '#app/domain/commitments/commitment-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { AssuranceTag, StatusMark } from '#app/ui/data/status-mark.tsx'
import { DateText } from '#app/ui/data/text.tsx'

import { CommitmentTitle, DueText, hrefOf, OwedAct, OwedTitle } from './words.tsx'

/** What there is to do, for which commitment, by when, and whose turn it is. */
export function OwedTable({ section, rows }: { section: DeskSection; rows: readonly Owed[] }) {
  const { t, date, dateTime, locale } = useSpeak()
  return (
    <DataTable
      caption={t(`desk.section.${section}`)}
      quietCaption
      rows={rows}
      rowKey={(row) => `${row.kind} ${row.id}`}
      columns={[
        {
          key: 'what',
          label: t('desk.head.what'),
          header: true,
          cell: (row) => (
            <>
              <a href={hrefOf(locale, row)}>
                <OwedTitle owed={row} />
              </a>
              <span className="quiet small block">
                <OwedAct owed={row} />
              </span>
              {row.question && (
                <blockquote className="small">
                  <b>{t('desk.questions.asked')}</b> <bdi>{row.question}</bdi>
                </blockquote>
              )}
              {row.saved && (
                <span className="quiet small block">
                  {row.saved.by === null
                    ? t('desk.saved', { at: dateTime(row.saved.at) })
                    : t('desk.saved.by', { at: dateTime(row.saved.at), name: row.saved.by })}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'commitment',
          label: t('head.commitment'),
          cell: ({ commitment }) =>
            commitment && (
              <>
                {commitment.number && (
                  <span className="numeric small quiet block">{commitment.number}</span>
                )}
                <CommitmentTitle commitment={commitment} />
              </>
            ),
        },
        {
          key: 'due',
          label: t('desk.head.due'),
          cell: (row) =>
            row.due ? (
              <DueText owed={row} />
            ) : row.since ? (
              t('desk.due.since', { date: date(row.since) })
            ) : (
              <span className="quiet">{t('desk.due.none')}</span>
            ),
        },
        {
          key: 'holder',
          label: t('desk.head.holder'),
          cell: ({ holder }) => t(`desk.holder.${holder}`),
        },
      ]}
    />
  )
}

/** What the organisation has on the record, with the status the public reads. */
export function OwnCommitments({ rows }: { rows: readonly DeskOwned[] }) {
  const { t, locale } = useSpeak()
  return (
    <DataTable
      caption={t('desk.own.title')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p>{t('desk.own.none')}</p>}
      columns={[
        {
          key: 'commitment',
          label: t('head.commitment'),
          header: true,
          cell: (row) => (
            <>
              <a
                href={
                  row.partyId
                    ? paths.answerParty(locale, row.partyId)
                    : paths.deskCommitment(locale, row.id)
                }
              >
                <CommitmentTitle commitment={row} />
              </a>
              {row.part === 'partner' && (
                <span className="quiet small"> {t('desk.own.partner')}</span>
              )}
            </>
          ),
        },
        {
          key: 'status',
          label: t('head.status'),
          cell: (row) => (
            <span className="marks">
              <StatusMark
                status={isPublicCommitment(row.state) && row.outcome ? row.outcome : row.state}
                compact
              />
              {row.assurance && <AssuranceTag assurance={row.assurance} compact />}
            </span>
          ),
        },
        {
          key: 'number',
          label: t('head.number'),
          cell: ({ number }) =>
            number && (
              <a href={paths.commitment(locale, number)} className="numeric whitespace-nowrap">
                <span className="visually-hidden">{t('desk.commitment.public')} </span>
                {number}
              </a>
            ),
        },
        { key: 'clause', label: t('head.clause'), cell: ({ clause }) => clause },
        {
          key: 'due',
          label: t('desk.own.next-due'),
          cell: ({ nextDueOn, state }) =>
            nextDueOn && state === 'published' ? (
              <DateText day={nextDueOn} />
            ) : (
              <span className="quiet">{t('desk.own.none-due')}</span>
            ),
        },
      ]}
    />
  )
}
