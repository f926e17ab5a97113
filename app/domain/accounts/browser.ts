const AGENT_CHARACTERS = 300

/** What a browser calls itself, as it is kept: shortened, and without anything that is no letter. */
export const agentOf = (said: string): string =>
  said.replace(/[^\x20-\x7e]/g, '').slice(0, AGENT_CHARACTERS)

// In this order: every one of them also claims to be some of those after it.
const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac(?:intosh| OS X)\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

/** Which browser it was and what it ran on, by their own names; undefined where it does not say. */
export function browserOf(agent: string | null): { browser?: string; system?: string } {
  const found = (kinds: readonly (readonly [string, RegExp])[]) =>
    kinds.find(([, sign]) => sign.test(agent ?? ''))?.[0]
  const browser = found(browsers)
  const system = found(systems)
  return { ...(browser && { browser }), ...(system && { system }) }
}
