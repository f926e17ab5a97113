import type { DecisionKind, QueueItem, QueuePage as Queue } from '#app/db/read/queue.server.ts'
import { queueKinds, type QueueKind } from '#app/domain/reviews/queue.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { OrganisationName } from '#app/ui/data/organisation-name.tsx'
import { Bdi, DateText, Foreign } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { itemPath } from './item-path.ts'

const decisionsSaid = [
  'verify',
  'refuse',
  'suspend',
  'reinstate',
  'publish',
  'return',
  'decline',
] as const

export function QueuePage(
  props: Queue & {
    person: DeskPerson
    stopped: boolean
    kind: QueueKind | undefined
    done: string | null
    refused: string | undefined
  },
) {
  const { t, locale } = useSpeak()
  const { items, total, kind } = props
  const done = decisionsSaid.find((one) => one === props.done)
  const form = formState(props.refused ? { error: { '': [props.refused] } } : undefined)
  const takeable = items.some((item) => item.kind !== 'colleague' && !isMine(item))
  return (
    <DeskFrame
      person={props.person}
      current="queue"
      stopped={props.stopped}
      flash={done && <p>{t(`queue.done.${done}`)}</p>}
    >
      <ErrorSummary form={form} />
      <PageHead title={t('queue.title')} lead={t('queue.lead', { total })} />
      <div className="stack">
        {takeable && (
          <PostForm action={paths.queue(locale, { kind })}>
            <FormActions>
              <Button>{t('queue.take-next')}</Button>
            </FormActions>
          </PostForm>
        )}
        <KindFilter kind={kind} counts={props.counts} />
        {items.length > 0 ? (
          <Waiting items={items} />
        ) : (
          <Empty title={t('queue.empty')}>
            <p>
              {kind ? (
                <a href={paths.queue(locale)}>{t('queue.empty.all')}</a>
              ) : (
                t('queue.empty.text')
              )}
            </p>
          </Empty>
        )}
        {total > items.length && <p className="quiet">{t('queue.more', { n: items.length })}</p>}
        <Decisions decisions={props.decisions} />
        <p>
          <a href={paths.proposeRedaction(locale)}>{t('withholding.start')}</a>
        </p>
      </div>
    </DeskFrame>
  )
}

const isMine = (item: QueueItem) => item.kind === 'report' && item.heldBy !== null

/** One thing to filter by, so each choice is a link with its count. */
function KindFilter(props: { kind: QueueKind | undefined; counts: Queue['counts'] }) {
  const { t, locale, number } = useSpeak()
  const { kind: chosen, counts } = props
  const option = (kind: QueueKind | undefined, label: string) =>
    kind === chosen ? (
      <b key={label} aria-current="true">
        {label}
      </b>
    ) : (
      <a key={label} href={paths.queue(locale, { kind })}>
        {label}
      </a>
    )
  return (
    <nav className="links" aria-label={t('queue.filter')}>
      {option(undefined, t('queue.kind.all'))}
      {queueKinds.map((kind) =>
        option(kind, `${t(`queue.kind.${kind}`)} (${number(counts[kind] ?? 0)})`),
      )}
    </nav>
  )
}

function Waiting({ items }: { items: readonly QueueItem[] }) {
  const { t, locale, number, languageName } = useSpeak()
  return (
    <DataTable
      caption={t('queue.caption')}
      rows={items}
      rowKey={(item) => `${item.kind} ${item.id}`}
      columns={[
        {
          key: 'days',
          label: t('queue.head.days'),
          numeric: true,
          cell: (item) => number(item.days),
        },
        {
          key: 'kind',
          label: t('queue.head.kind'),
          header: true,
          cell: (item) => (
            <a href={itemPath(locale, item)}>
              {t(item.correction ? 'queue.do.correction' : `queue.do.${item.kind}`)}
              <span className="visually-hidden">
                {': '}
                <ItemName item={item} />
              </span>
            </a>
          ),
        },
        {
          key: 'organisation',
          label: t('head.organisation'),
          cell: (item) => <OrganisationName organisation={item.organisation} plain />,
        },
        {
          key: 'commitment',
          label: t('head.commitment'),
          cell: (item) => (item.title === null ? t('queue.none') : <Commitment {...item} />),
        },
        { key: 'size', label: t('queue.head.size'), cell: (item) => <Size item={item} /> },
        { key: 'lang', label: t('queue.head.lang'), cell: (item) => languageName(item.lang) },
        {
          key: 'held',
          label: t('queue.head.held'),
          cell: (item) =>
            isMine(item) ? (
              t('queue.held.you')
            ) : item.heldBy ? (
              <Bdi>{item.heldBy}</Bdi>
            ) : (
              t('queue.held.nobody')
            ),
        },
      ]}
    />
  )
}

function ItemName({ item }: { item: QueueItem }) {
  const { words } = useSpeak()
  return item.title === null ? (
    <Foreign {...words(item.organisation.names)} />
  ) : (
    <Foreign lang={item.lang} text={item.title} />
  )
}

function Commitment(props: { number: string | null; title: string | null; lang: string | null }) {
  return (
    <>
      {props.number && <b className="numeric">{props.number} </b>}
      <Foreign lang={props.lang ?? 'en'} text={props.title ?? ''} as="span" />
    </>
  )
}

function Size({ item }: { item: QueueItem }) {
  const { t } = useSpeak()
  const { kind, size, round } = item
  if (size === null) return t('queue.none')
  const again = round !== null && round > 1 && t('queue.size.round', { n: round })
  return [
    t(kind === 'commitment' ? 'queue.size.milestones' : 'queue.size.evidence', { n: size }),
    again,
  ]
    .filter(Boolean)
    .join(', ')
}

const isAboutOrganisation = (kind: DecisionKind) => kind.startsWith('org.')

function Decisions({ decisions }: { decisions: Queue['decisions'] }) {
  const { t, locale } = useSpeak()
  if (decisions.length === 0) return null
  return (
    <section className="stack" aria-labelledby="decisions">
      <h2 id="decisions">{t('queue.decisions')}</h2>
      <DataTable
        caption={t('queue.decisions')}
        quietCaption
        dense
        rows={decisions}
        rowKey={(decision) => decision.id}
        columns={[
          { key: 'at', label: t('head.date'), cell: ({ at }) => <DateText at={at} /> },
          {
            key: 'what',
            label: t('queue.decided'),
            header: true,
            cell: ({ kind, reportId }) =>
              reportId === null ? (
                t(`queue.decided.${kind}`)
              ) : (
                <a href={paths.reviewReport(locale, reportId)}>{t(`queue.decided.${kind}`)}</a>
              ),
          },
          {
            key: 'organisation',
            label: t('head.organisation'),
            cell: ({ kind, organisation }) =>
              isAboutOrganisation(kind) ? (
                <a href={paths.decideOrganisation(locale, organisation.id)}>
                  <OrganisationName organisation={organisation} plain />
                </a>
              ) : (
                <OrganisationName organisation={organisation} plain />
              ),
          },
          {
            key: 'commitment',
            label: t('head.commitment'),
            cell: ({ number, title, lang }) =>
              title === null ? (
                t('queue.none')
              ) : number === null ? (
                <Commitment number={null} title={title} lang={lang} />
              ) : (
                <a href={paths.commitment(locale, number)}>
                  <Commitment number={number} title={title} lang={lang} />
                </a>
              ),
          },
          { key: 'by', label: t('queue.by'), cell: ({ by }) => <Bdi>{by ?? ''}</Bdi> },
        ]}
      />
    </section>
  )
}
