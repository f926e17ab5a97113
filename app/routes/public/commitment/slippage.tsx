import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import { daysSlipped, slippageOf, type Move, type Slip } from '#app/domain/commitments/slippage.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { DateText, Foreign, Words } from '#app/ui/data/text.tsx'

type Row = Move & Pick<Slip, 'deadline'>

/** Every deadline that was moved, with its reason; nothing at all while none was. */
export function Slippage({ page }: { page: Record }) {
  const { t, number, locale } = useSpeak()
  const slips = slippageOf(page.versions)
  if (slips.length === 0) return null
  const rows = slips.flatMap(({ deadline, moves }): Row[] =>
    moves.map((move) => ({ ...move, deadline })),
  )
  return (
    <section id="slippage">
      <h2 className="text-lg">{t('slip.title')}</h2>
      <p>{t('slip.sum', { n: slips.length, days: daysSlipped(slips) })}</p>
      <DataTable
        dense
        caption={t('slip.title')}
        quietCaption
        rows={rows}
        rowKey={({ version, deadline }) => `${version} ${'id' in deadline ? deadline.id : ''}`}
        columns={[
          {
            key: 'deadline',
            label: t('slip.deadline'),
            header: true,
            cell: ({ deadline }) => <Deadline of={deadline} page={page} />,
          },
          {
            key: 'moved',
            label: t('slip.moved'),
            cell: ({ from, to, days }) => (
              <>
                <DateText day={from} /> <Arrow /> <DateText day={to} />
                <small className="under">
                  <Moved days={days} />
                </small>
              </>
            ),
          },
          {
            key: 'reason',
            label: t('slip.reason'),
            cell: ({ reason }) => <Foreign lang={page.terms.lang} text={reason} />,
          },
          {
            key: 'version',
            label: t('record.version'),
            numeric: true,
            cell: ({ version }) => {
              const pair = { from: String(version - 1), to: String(version) }
              const href = `${paths.commitment(locale, page.number, pair)}#comparison`
              return <a href={href}>{number(version)}</a>
            },
          },
        ]}
      />
    </section>
  )
}

function Deadline({ of, page }: { of: Slip['deadline']; page: Record }) {
  const { t } = useSpeak()
  const { milestones, terms } = page
  if (of.of === 'end') return t('slip.end')
  const milestone = milestones.find(({ id }) => id === of.id)
  return (
    <a href={`#${of.id}`}>
      <Words text={{ ...milestone?.translations, [terms.lang]: milestone?.title ?? of.id }} />
    </a>
  )
}

/** Points the way that is read. */
export function Arrow() {
  return (
    <span className="arrow" aria-hidden="true">
      →
    </span>
  )
}

function Moved({ days }: { days: number }) {
  const speech = useSpeak()
  return speech.t(days < 0 ? 'record.sooner' : 'record.later', {
    days: speech.days(Math.abs(days)),
  })
}

/** Beside a milestone: the day it was first due, where it is due on another now. */
export function FirstDue({ slip }: { slip: Slip | undefined }) {
  const { t, date } = useSpeak()
  if (!slip || slip.days === 0) return null
  return (
    <p className="small">
      <a href="#slippage">{t('slip.first-due', { day: date(slip.first) })}</a> (
      <Moved days={slip.days} />)
    </p>
  )
}
