/** Where what is shown is not what the log says; `undefined` stands for what one of them lacks. */
export type Difference = { path: string; shown: unknown; fromLog: unknown }

/** What things in a list are known by, so that one missing thing is one difference. */
const names = [
  ...['id', 'review', 'organisation', 'version', 'round', 'index', 'entry', 'number', 'field'],
]

/**
 * Everything in which two JSON values differ, deepest first place: `milestones[mls_1].dueOn`.
 * Members in any order are equal; lists are in order. Things in lists are paired by what names
 * them (`id`, `round`, …) where all of both lists have it, each once; else by their place.
 * @returns none when they are equal; `path` is empty when they differ as a whole
 */
export function differencesBetween(shown: unknown, fromLog: unknown): Difference[] {
  const found: Difference[] = []
  compare(shown, fromLog, '', found)
  return found
}

function compare(shown: unknown, fromLog: unknown, path: string, found: Difference[]): void {
  // Nearly everything is equal nearly always: that is settled first, without a path to build.
  if (same(shown, fromLog)) return
  if (Array.isArray(shown) && Array.isArray(fromLog)) lists(shown, fromLog, path, found)
  else if (isObject(shown) && isObject(fromLog)) objects(shown, fromLog, path, found)
  else found.push({ path, shown, fromLog })
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    for (let place = 0; place < a.length; place++) if (!same(a[place], b[place])) return false
    return true
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) if (!Object.hasOwn(b, key) || !same(a[key], b[key])) return false
  return true
}

function objects(
  shown: Record<string, unknown>,
  fromLog: Record<string, unknown>,
  path: string,
  found: Difference[],
): void {
  // Own members only: an answer may well have one that is called `constructor`.
  const of = (one: Record<string, unknown>, key: string) =>
    Object.hasOwn(one, key) ? one[key] : undefined
  for (const key of new Set([...Object.keys(shown), ...Object.keys(fromLog)]))
    compare(of(shown, key), of(fromLog, key), path === '' ? key : `${path}.${key}`, found)
}

function lists(
  shown: readonly unknown[],
  fromLog: readonly unknown[],
  path: string,
  found: Difference[],
): void {
  const name = names.find((one) => isNamedBy(shown, one) && isNamedBy(fromLog, one))
  const keysOf = (list: readonly unknown[]) =>
    list.map((thing, place) =>
      name ? String((thing as Record<string, unknown>)[name]) : `${place}`,
    )
  const [left, right] = [keysOf(shown), keysOf(fromLog)]
  const [byLeft, byRight] = [placesOf(left), placesOf(right)]
  for (const key of new Set([...left, ...right]))
    compare(at(shown, byLeft.get(key)), at(fromLog, byRight.get(key)), `${path}[${key}]`, found)
  const common = (keys: readonly string[]) =>
    keys.filter((key) => byLeft.has(key) && byRight.has(key))
  const order = common(right)
  if (common(left).some((key, place) => key !== order[place]))
    found.push({ path, shown: left, fromLog: right })
}

const at = (list: readonly unknown[], place: number | undefined): unknown =>
  place === undefined ? undefined : list[place]

const placesOf = (keys: readonly string[]) => new Map(keys.map((key, place) => [key, place]))

function isNamedBy(list: readonly unknown[], name: string): boolean {
  const seen = new Set(
    list.map((thing) => (isObject(thing) && Object.hasOwn(thing, name) ? thing[name] : undefined)),
  )
  return !seen.has(undefined) && seen.size === list.length
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
