import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import type { Difference } from '#app/domain/open-data/differences.ts'
import { wordsIn } from '#app/domain/shared/language.ts'
import { WITHHELD } from '#app/domain/shared/written.ts'
import { speak } from '#app/i18n/speech.ts'

const { t, number } = speak('en')

type Milestone = PublicCommitment['milestones'][number]

/**
 * Where a record's English page does not show what the record says: its number and title, how it
 * stands, and of each milestone the title, the due day, both values and the finding.
 */
export function pageDifferences(html: string, record: PublicCommitment): Difference[] {
  const page = html.replaceAll(/<!--.*?-->/gs, '')
  const found: Difference[] = []
  const compare = (path: string, shown: string | undefined, fromLog: string) => {
    if (shown !== fromLog) found.push({ path, shown, fromLog })
  }
  compare('title', textIn(page, /<h1[^>]*>(.*?)<\/h1>/s), plain(record.title))
  const named = textIn(page, /<title>(.*?)<\/title>/s)?.split(' ', 1)[0]
  compare('number', named, record.number)
  const standing = /<dl class="standing-lines">(.*?)<\/dl>/s.exec(page)?.[1] ?? ''
  const outcome = record.outcome && t(`status.${record.outcome}`)
  compare('outcome', textIn(standing, /<dt>(.*?)<\/dt>/s), outcome ?? '')

  const items = itemsIn(page)
  for (const milestone of record.milestones) {
    const path = `milestones[${milestone.id}]`
    const item = items.get(milestone.id)
    if (item === undefined) {
      compare(path, undefined, plain(milestone.title))
      continue
    }
    for (const [name, shown, fromLog] of milestoneLines(item, milestone, record.lang))
      compare(`${path}.${name}`, shown, fromLog)
  }
  const known = new Set(record.milestones.map(({ id }) => id))
  for (const id of items.keys()) if (!known.has(id)) compare(`milestones[${id}]`, 'shown', '')
  return found
}

/** Each milestone's part of the page, by its id. */
function itemsIn(page: string): Map<string, string> {
  const starts = [...page.matchAll(/<li id="(mls_[a-z0-9]+)"/g)]
  return new Map(
    starts.map((start, place) => {
      const next = starts[place + 1]?.index ?? page.indexOf('</section>', start.index)
      return [start[1] ?? '', page.slice(start.index, next)]
    }),
  )
}

function milestoneLines(
  item: string,
  milestone: Milestone,
  lang: string,
): [string, string | undefined, string][] {
  const title = wordsIn({ ...milestone.translations, [lang]: milestone.title }, 'en').text
  const code = milestone.code ? `${milestone.code} ` : ''
  const day = /<time datetime="([^"]*)"/i.exec(item)?.[1]
  const lines: [string, string | undefined, string][] = [
    ['title', textIn(item, /<h3>(.*?)<\/h3>/s), plain(code + title)],
    ['dueOn', day, milestone.dueOn],
    ['status', textIn(item, /<span class="mark">(.*?)<\/span><\/span>/s), statusOf(milestone)],
  ]
  const values = [...item.matchAll(/<span class="claimed">(.*?)<\/span>/gs)].map(([, inner]) =>
    text(inner ?? ''),
  )
  const [newest] = milestone.reports.toReversed()
  if (!newest) {
    if (values.length > 0) lines.push(['reports', values[0], ''])
    return lines
  }
  const claimed = newest.rounds.at(-1)?.value ?? null
  const reviewed = newest.findings.at(-1)?.reviewedValue ?? null
  const unit = plain(milestone.unit)
  const said = [
    claimed === null
      ? t('value.not-claimed')
      : t('value.claimed', { value: `${number(claimed)} ${unit}` }),
    reviewed === null ? t('value.not-reviewed') : t('value.reviewed', { value: number(reviewed) }),
  ]
  lines.push(['values', values[0], text(said.join(' '))])
  return lines
}

function statusOf(milestone: Milestone): string {
  if (milestone.finding) return t(`status.${milestone.finding}`)
  const newest = milestone.reports.at(-1)?.state
  const status = milestone.timeliness === 'reported' && newest ? newest : milestone.timeliness
  return t(`status.${status}`)
}

const textIn = (html: string, inner: RegExp): string | undefined => {
  const found = inner.exec(html)?.[1]
  return found === undefined ? undefined : text(found)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** What a reader reads: tags away, entities resolved, a mark of withheld words as one `█`. */
const text = (html: string): string =>
  plain(
    html
      .replaceAll(/<span class="withheld"[^>]*>.*?<\/span>/gs, WITHHELD)
      .replaceAll(/<svg.*?<\/svg>/gs, '')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string) =>
        hex || decimal
          ? String.fromCodePoint(parseInt((hex ?? decimal) as string, hex ? 16 : 10))
          : (named[name] ?? whole),
      ),
  )

/** Direction marks and the width of spaces are the page's own affair. */
const plain = (words: string): string =>
  words
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(new RegExp(`${WITHHELD}+`, 'g'), WITHHELD)
    .replaceAll(/\s+/g, ' ')
    .trim()
