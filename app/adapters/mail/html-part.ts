import { directionOf, type Locale } from '#app/domain/shared/language.ts'

type Said = { subject: string; text: string; locale: Locale }

/**
 * A letter's text as a page: its paragraphs and lines as they are, addresses of the register as
 * links, and nothing else. It loads nothing and says nothing the text does not.
 */
export function htmlPart({ subject, text, locale }: Said, origin: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${lines(paragraph, origin)}</p>`)
  return [
    `<!doctype html>\n<html lang="${locale}" dir="${directionOf(locale)}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="font-family:sans-serif;line-height:1.5;max-width:40em;overflow-wrap:anywhere">',
    ...paragraphs,
    '</body>\n</html>\n',
  ].join('\n')
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')

const lines = (paragraph: string, origin: string) =>
  paragraph
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split(/(\s+)/)
        .map((word) => linked(word, origin))
        .join(''),
    )
    .join('<br>\n')

/** Only whole words that are addresses here: what anybody wrote into a letter links nowhere else. */
const linked = (word: string, origin: string) =>
  word.startsWith(`${origin}/`) && URL.canParse(word) && new URL(word).origin === origin
    ? `<a href="${escaped(word)}" dir="ltr">${escaped(word)}</a>`
    : escaped(word)
