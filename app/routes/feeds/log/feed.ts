import type { logFeed } from '#app/db/read/log-acts.server.ts'
import type { AtomEntry, AtomFeed } from '#app/http/atom.ts'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { withMarksInWords } from '#app/ui/data/withheld.tsx'

type Found = Awaited<ReturnType<typeof logFeed>>
type Act = Found['acts'][number]

/** The log's newest acts as a feed. Of who did it the organisation is named, or the role. */
export function feedOf({ filters, acts, asOf }: Found, speech: Speech, origin: string): AtomFeed {
  const { t, locale } = speech
  const ofKind = filters.kind ? `: ${t(`log.act.${filters.kind}`)}` : ''
  return {
    self: origin + paths.logFeed(locale, filters),
    alternate: origin + paths.log(locale, filters),
    lang: locale,
    title: `${t('register.name')}, ${t('log.title')}${ofKind}`,
    updated: acts[0]?.at ?? asOf,
    rights: t('footer.licence-name'),
    entries: acts.map((act) => entryOf(act, speech, origin)),
  }
}

function entryOf(act: Act, speech: Speech, origin: string): AtomEntry {
  const { t, locale, words } = speech
  const { entry, at, kind, organisation } = act
  const role = t(`role.${act.role}`)
  const about = subjectOf(act, speech)
  const author = organisation ? words(organisation.names).text : role
  return {
    // RFC 4151. An entry keeps its place for ever, so its year and number name it for ever.
    id: `tag:${new URL(origin).hostname},${at.getUTCFullYear()}:log/${entry}`,
    title: about ? `${t(`log.act.${kind}`)}: ${about}` : t(`log.act.${kind}`),
    href: origin + paths.logEntry(locale, entry),
    updated: at,
    author,
    summary: [t('record.entry', { entry }), organisation ? `${author} (${role})` : role].join('. '),
  }
}

function subjectOf({ subject }: Act, speech: Speech): string {
  const { words } = speech
  switch (subject.of) {
    case 'commitment': {
      const { number, title, milestone } = subject
      const told = milestone ? `${title}, ${milestone.title}` : title
      return `${number} ${withMarksInWords(speech, told)}`
    }
    case 'organisation':
      return words(subject.names).text
    case 'declaration':
      return words(subject.title).text
    case 'nothing':
      return ''
  }
}
