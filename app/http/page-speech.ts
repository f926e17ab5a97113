import { isLocale } from '#app/domain/shared/language.ts'
import { speak, type Speech } from '#app/i18n/speech.ts'

/** The voice of a page's path, for `meta`: it runs where nothing can be refused any more. */
export function pageSpeech(params: Readonly<Record<string, string | undefined>>): Speech {
  const locale = params['locale']
  return speak(isLocale(locale) ? locale : 'en')
}
