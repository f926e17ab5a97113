import type { ActKind, Json } from '../acts/act.ts'
import { wordsNowhere, type OpenField } from './redaction.ts'
import { remainsIn, saidIn, stretchesOf, whatRemains, type Stretch, type Wish } from './withhold.ts'

/** One text of a field in which something would be withheld. */
export type Place = {
  /** The names that lead to it, from the field's own: `['milestone.mls_1', 'title']`. */
  path: readonly string[]
  stretches: readonly Stretch[]
}

/** How much of what stays is shown on each side of what goes, in characters. */
const AROUND = 60

/** Where something in a field would be withheld. Of a piece withheld whole that is all it says. */
export function placesIn(field: string, value: Json, wish: Wish): Place[] {
  if (whatRemains(field, value, wish) === undefined) return []
  const repeated = remainsIn(field, value)
  if (repeated) return placesIn(repeated.field, repeated.value, wish)
  const texts = saidIn(value, field)
  const standing = texts.flatMap(({ path, text }) => {
    const stretches = stretchesOf(text, wish.words)
    return stretches.some(({ withheld }) => withheld)
      ? [{ path, stretches: shortened(stretches) }]
      : []
  })
  const whole = field.startsWith('evidence.') && wish.evidenceIds.includes(field.slice(9))
  return whole
    ? texts.map(({ path, text }) => ({ path, stretches: [{ text, withheld: true }] }))
    : standing
}

function shortened(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((stretch, i) => {
    const { text, withheld } = stretch
    const signs = Array.from(text)
    const [first, last] = [i === 0, i === stretches.length - 1]
    if (withheld || signs.length <= AROUND * (first || last ? 1 : 2)) return stretch
    // Cut between words, where there are spaces to tell them by.
    const head = first
      ? ''
      : signs
          .slice(0, AROUND)
          .join('')
          .replace(/\s+\S{0,20}$/, ' ')
    const tail = last
      ? ''
      : signs
          .slice(-AROUND)
          .join('')
          .replace(/^\S{0,20}\s+/, ' ')
    return { text: `${head}…${tail}`, withheld }
  })
}

/** Everything that a wish would change, as a coordinator looks at it before proposing. */
export type Preview = {
  /** Public entries, with the words marked. */
  entries: { entry: number; kind: ActKind; at: Date; places: Place[] }[]
  /** Acts only the register's own people may read: what they are, not what they say. */
  unseen: { kind: ActKind; at: Date; paths: (readonly string[])[] }[]
  /** Rows that keep the same words, by what they are rows of. */
  copies: Record<string, number>
  /** Words that stand nowhere. */
  unfound: string[]
}

type Asked = {
  open: readonly OpenField[]
  acts: readonly { entry: number | null; kind: ActKind; at: Date; fields: Record<string, Json> }[]
  /** Rows beside the log and the acts, each by what it is a row of. */
  rows: readonly { name: string; value: Json }[]
}

export function previewOf({ open, acts, rows }: Asked, wish: Wish): Preview {
  const entries = acts.flatMap(({ entry, kind, at }) => {
    if (entry === null) return []
    const places = open
      .filter((one) => one.entry === entry)
      .flatMap(({ field, value }) => placesIn(field, value, wish))
    return places.length > 0 ? [{ entry, kind, at, places }] : []
  })
  const unseen = acts.flatMap(({ entry, kind, at, fields }) => {
    if (entry !== null) return []
    const places = Object.entries(fields).flatMap(([field, value]) => placesIn(field, value, wish))
    return places.length > 0 ? [{ kind, at, paths: places.map(({ path }) => path) }] : []
  })
  const copies: Record<string, number> = {}
  for (const { name, value } of rows)
    if (saidIn(value).some(({ text }) => stretchesOf(text, wish.words).some((one) => one.withheld)))
      copies[name] = (copies[name] ?? 0) + 1
  // Whether a letter holds something is nobody's to find out: it may be to anyone, with a way in.
  const own = rows.filter(({ name }) => name !== 'letters')
  const papers = [...own.map(({ value }) => value), ...acts.map(({ fields }) => fields)]
  return { entries, unseen, copies, unfound: wordsNowhere({ open, papers }, wish.words) }
}
