import { createContext, Fragment, useContext, useMemo, type ReactNode } from 'react'

import { isLocale, locales, type Locale } from '#app/domain/shared/language.ts'

import { speak, type Args, type MessageKey, type Speech } from './speech.ts'

type Spoken = Speech & {
  /** The page being read, path and query: links to other languages keep it. */
  here: string
}

const Voice = createContext<Spoken | undefined>(undefined)

export function SpeakProvider(props: { locale: Locale; here?: string; children: ReactNode }) {
  const { locale, here = `/${locale}` } = props
  const voice = useMemo(() => ({ ...speak(locale), here }), [locale, here])
  return <Voice.Provider value={voice}>{props.children}</Voice.Provider>
}

export function useSpeak(): Spoken {
  const voice = useContext(Voice)
  if (!voice) throw new Error('useSpeak needs a SpeakProvider above it')
  return voice
}

/** The same page in each language, in a fixed order that no reader's language changes. */
export function sameInEach(here: string): { locale: Locale; href: string }[] {
  const [, first, rest = ''] = /^\/([^/?]*)(.*)$/.exec(here) ?? []
  return locales.map((locale) => ({
    locale,
    href: isLocale(first) ? `/${locale}${rest}` : `/${locale}`,
  }))
}

export type Tags = Record<string, (children: ReactNode) => ReactNode>

/**
 * A sentence with elements inside: `<T k="home.headline" args={…} tags={{ linkMade: (text) => <a…> }} />`
 * for `<linkMade>{made, number} promises</linkMade> made.` A tag and an argument never share a name.
 */
export function T({ k, args, tags = {} }: { k: MessageKey; args?: Args; tags?: Tags }) {
  const wrapped = Object.fromEntries(
    Object.entries(tags).map(([name, wrap]) => [
      name,
      (parts: ReactNode[]) => wrap(<Pieces parts={parts} />),
    ]),
  )
  const said = useSpeak()
    .compiled(k)
    .format<ReactNode>({ ...args, ...wrapped })
  return <Pieces parts={Array.isArray(said) ? said : [said]} />
}

/** Parts in the order the translator put them; their place is their identity. */
function Pieces({ parts }: { parts: ReactNode[] }) {
  return parts.map((part, place) => <Fragment key={place}>{part}</Fragment>)
}
