import { useSpeak } from '#app/i18n/speak.tsx'

import { Mark } from '../data/glyph.tsx'
import { EvidenceList, type EvidenceShown } from '../evidence/evidence-list.tsx'
import { Button } from '../form/button.tsx'
import { PostForm } from '../form/post-form.tsx'

type Item = EvidenceShown & { round: number | null; openedAt: Date | null }

/** Evidence as a reviewer works through it: what was opened is marked, and counted. */
export function EvidenceToOpen(props: {
  items: readonly Item[]
  latestRound: number
  href: (evidenceId: string) => string
}) {
  const { t } = useSpeak()
  const { items } = props
  const there = items.filter((item) => item.state !== 'withheld')
  const opened = there.filter((item) => item.openedAt !== null).length
  return (
    <>
      <p className="mbe-3">
        <b>{t('reviewing.evidence.progress', { opened, all: there.length })}</b>
      </p>
      <EvidenceList
        items={items}
        note={(item) =>
          item.state !== 'withheld' && (
            <Opened item={item} fresh={item.round === props.latestRound && item.round > 1} />
          )
        }
        action={(item) =>
          item.state !== 'withheld' && (
            <PostForm action={props.href(item.id)}>
              <Button kind="secondary">
                {t(
                  item.kind === 'file'
                    ? 'reviewing.evidence.open-file'
                    : 'reviewing.evidence.open-link',
                )}{' '}
                <span className="visually-hidden">{item.title}</span>
              </Button>
            </PostForm>
          )
        }
      />
    </>
  )
}

function Opened({ item, fresh }: { item: Item; fresh: boolean }) {
  const { t, dateTime } = useSpeak()
  return (
    <p className="small">
      <span className="mark">
        <Mark glyph={item.openedAt ? 'yes' : 'due'} />
        <span>
          {item.openedAt
            ? t('reviewing.evidence.opened', { at: dateTime(item.openedAt) })
            : t('reviewing.evidence.not-opened')}
        </span>
      </span>
      {fresh && <b> · {t('reviewing.evidence.new')}</b>}
    </p>
  )
}
