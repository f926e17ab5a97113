import type { LoggedAct } from '#app/db/read/log-acts.server.ts'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { withMarksInWords } from '#app/ui/data/withheld.tsx'

import type { AtomEntry, AtomFeed } from './atom.ts'

type Told = {
  /** The feed's own address and that of the page it belongs to, whole. */
  self: string
  page: string
  title: string
  acts: readonly LoggedAct[]
  asOf: Date
}

/** Acts as a feed, newest first. Of who did it the organisation is named, or the role. */
export function actFeed(told: Told, speech: Speech, origin: string): AtomFeed {
  const { t, locale } = speech
  return {
    self: told.self,
    alternate: told.page,
    lang: locale,
    title: `${t('register.as-noun')}, ${told.title}`,
    updated: told.acts[0]?.at ?? told.asOf,
    rights: t('footer.licence-name'),
    entries: told.acts.map((act) => entryOf(act, speech, origin)),
  }
}

function entryOf(act: LoggedAct, speech: Speech, origin: string): AtomEntry {
  const { t, locale, words, date } = speech
  const { entry, at, told, kind, organisation } = act
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
    summary: [
      t('record.entry', { entry }),
      organisation ? `${author} (${role})` : role,
      ...(told
        ? [t('log.told', { date: date(told.at), register: new URL(told.register).host })]
        : []),
    ].join('. '),
  }
}

function subjectOf({ subject }: LoggedAct, speech: Speech): string {
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
