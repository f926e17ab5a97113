import { isLocale, type Locale } from '#app/domain/shared/language.ts'

/** The register's best language for an `Accept-Language` header (RFC 9110, 12.5.4). */
export function negotiate(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
      const weight = q === undefined ? 1 : Number(q.slice(2))
      return { language: tag.split('-')[0], weight, position }
    })
    .filter(({ weight }) => weight > 0 && weight <= 1)
    .toSorted((a, b) => b.weight - a.weight || a.position - b.position)
  return wanted.map((one) => one.language).find(isLocale) ?? 'en'
}
