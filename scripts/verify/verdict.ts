import type { Problem } from './problem.ts'
import type { Verdict } from './reading.ts'
import type { Trust } from './signed.ts'

export const isWhole = ({ problems, compared }: Verdict): boolean =>
  problems.length === 0 && compared

/** More than this are counted, not told. */
const TOLD = 40

const sentences: Readonly<Record<string, string>> = {
  'no-key': 'the log serves no key that could be used',
  'key-changed': 'the key handed in is not the one that was trusted before',
  'no-checkpoint': 'the log serves no checkpoint',
  'not-signed-by-the-log': "the newest checkpoint is not signed by the log's key",
  'root-differs': 'the entries served are not those that were signed: their root differs',
  'log-shrank': 'the log is shorter than it was: an older copy, or another history',
  'history-rewritten': 'the log does not begin with what it was: its history was rewritten',
  rewritten: 'the entry is not what it was when it was read before',
  'tile-differs': 'the tile does not hold the hashes of its entries',
  'bundle-missing': 'the entries are not served',
  'bundle-unreadable': 'what is served is no bundle of entries',
  'disclosures-unreadable': 'what the entries say is not served, or not readable',
  'never-still': 'content was withheld each time the log was read; try again later',
  'not-an-entry': 'its bytes are no entry of this log',
  'id-repeated': 'its act stands in the log already',
  'prev-differs': 'it does not name the act before it on the same subject',
  'time-runs-backwards': 'it is dated before the entry before it',
  'withheld-without-reason': 'content is withheld without a logged reason',
  'redaction-not-applied': 'content that a later entry orders withheld is still open',
  'redaction-of-nothing': 'it orders withheld what it cannot',
  'opening-unknown': 'something is shown as its content that was not logged',
  'opening-repeated': 'something is said twice',
  'opening-malformed': 'its content is not readable',
  'field-repeated': 'it says one thing twice',
  'opened-though-withheld': 'content is both open and said to be withheld',
  'withheld-unknown': 'something is said to be withheld that it never held',
  'subject-unknown': 'it is about something the log does not know',
  'data-unreadable': 'the open data is not readable',
  'list-out-of-order': 'the list of the open data is out of order',
  'not-signed': 'the open data is made from entries that nobody has signed',
  'data-behind': 'the open data is made from an older state than was signed before it was asked',
  'state-differs': 'the open data is made from another log',
  'day-differs': 'the register shows another day than this machine has',
  'not-in-the-log': 'it is shown and the log knows nothing of it',
  'not-shown': 'the log has it and it is not shown',
  'record-differs': 'is shown otherwise than it was logged',
  'act-unreadable': 'an act in the log says too little or is not readable',
  'act-out-of-order': 'an act in the log cannot have happened',
  'act-unknown': 'an act in the log is of no kind that belongs there',
  'declaration-unknown': 'the log knows nothing of its declaration',
  'page-missing': 'the page is not served',
  'page-differs': 'the page shows something else than was logged',
  'file-missing': 'the file is not served',
  'file-differs': 'the file is not the one whose hash was logged',
}

/** What came of it, in words for somebody who has never heard of a hash; details below. */
export function verdictInWords(verdict: Verdict): string {
  return [...headline(verdict), '', ...details(verdict)].join('\n')
}

function headline(verdict: Verdict): string[] {
  const { checkpoint, problems, since } = verdict
  const entries = checkpoint && plural(checkpoint.size, 'entry', 'entries')
  if (!isWhole(verdict))
    return [
      `NOT WHOLE: ${plural(problems.length, 'thing is not as it should be', 'things are not as they should be')}.`,
      ...(verdict.compared ? [] : ['The records were not compared: first the log must be whole.']),
      '',
      ...problems.slice(0, TOLD).map(told),
      ...(problems.length > TOLD
        ? [`… and ${problems.length - TOLD} more (--json lists all)`]
        : []),
      ...(verdict.proof
        ? [
            '',
            `The contradicting signed note is kept in ${verdict.proof}: it is proof. Show it around.`,
          ]
        : []),
    ]
  const { commitments, organisations, declarations } = verdict.records
  const { pages, files } = verdict
  const some =
    pages.compared < pages.of
      ? `${number(pages.compared)} of ${number(pages.of)}`
      : `All ${number(pages.of)}`
  return [
    `The log is whole: ${entries}, signed by ${checkpoint?.origin}.`,
    since
      ? `Nothing was rewritten since ${dayIn(since.at)}, when it had ${number(since.size)}.`
      : 'Nothing is known of it from before: keep a state file (--state) to see later whether it was rewritten.',
    ...(verdict.redactions > 0
      ? [
          `${plural(verdict.redactions, 'entry orders', 'entries order')} content withheld, each with a reason.`,
        ]
      : []),
    `The register shows what its log says: ${plural(commitments, 'commitment')}, ${plural(organisations, 'organisation')}, ${plural(declarations, 'declaration')}.`,
    `${some} pages of commitments show the same.`,
    ...(files && files.of > files.elsewhere
      ? [
          `${plural(files.compared - files.elsewhere, 'file')} of evidence: the bytes are those that were logged.`,
        ]
      : []),
    ...(files && files.elsewhere > 0
      ? [
          `${plural(files.elsewhere, 'file is', 'files are')} kept by the register they were reported in: ask there.`,
        ]
      : []),
  ]
}

const trusts: Record<Trust, string> = {
  given: 'you handed it in',
  remembered: 'handed in at an earlier run',
  'first-use':
    'TAKEN FROM THE LOG ITSELF. Compare it with a copy from somebody else, or hand that in with --vkey',
}

function details(verdict: Verdict): string[] {
  const { checkpoint, requests, seconds } = verdict
  return [
    `Key:        ${verdict.key || 'none'}`,
    ...(verdict.key ? [`            ${trusts[verdict.trust]}`] : []),
    ...(checkpoint
      ? [`Root:       ${checkpoint.root} over ${number(checkpoint.size)} entries`]
      : []),
    `Asked:      ${plural(requests, 'request')} to ${verdict.url} in ${seconds.toFixed(1)} s`,
  ]
}

function told({ where, code, path, ...values }: Problem): string {
  const place = path ? `${where}  ${path}` : where
  const said = sentences[code] ?? code
  const both =
    'shown' in values || 'fromLog' in values
      ? `\n      shown: ${valueOf(values.shown)}\n      in the log: ${valueOf(values.fromLog)}`
      : ''
  return `  ${place}\n      ${said}${both}`
}

const LONGEST = 300

function valueOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const number = (count: number) => count.toLocaleString('en-GB')
const plural = (count: number, one: string, many = `${one}s`) =>
  `${number(count)} ${count === 1 ? one : many}`
const dayIn = (at: string) => at.slice(0, 10)
