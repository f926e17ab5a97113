/**
 * A page without what search engines read in it: blocks of data, which no browser runs. One with a
 * `<` in it is none, since it could end early.
 */
export const withoutData = (html: string): string =>
  html.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
