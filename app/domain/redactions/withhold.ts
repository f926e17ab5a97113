import type { Json } from '../acts/act.ts'
import { bearsNoSign, WITHHELD } from '../shared/written.ts'

/** What is to be withheld: exact words wherever they stand, and pieces of evidence by their id. */
export type Wish = { words: readonly string[]; evidenceIds: readonly string[] }

/**
 * Names under which acts and terms keep what is chosen, counted or dated, never written: withheld
 * words that happen to be spelled like an id or a state leave those whole.
 */
const chosen: ReadonlySet<string> = new Set([
  ...['id', 'field', 'number', 'declaration', 'externalId', 'lead', 'group', 'lang', 'kind'],
  ...['organisation', 'organisationId', 'party', 'report', 'review', 'evidence', 'redaction'],
  ...['clause', 'furtherClauses', 'scope', 'places', 'currency', 'sdgTargets', 'milestoneOrder'],
  ...['startOn', 'endOn', 'dueOn', 'measuredOn', 'addedOn', 'reached', 'finding', 'stance'],
  ...['access', 'sha256', 'mediaType', 'told'],
])
const isChosen = (name: string) => chosen.has(name.slice(name.lastIndexOf('.') + 1))
const RUN = new RegExp(`${WITHHELD}+`)
const EVIDENCE = 'evidence.'
const REMAINS = 'remains.'

/** The field under which a redaction says what is left of the disclosure it withholds. */
export const remainsField = (digest: string) => `${REMAINS}${digest}`

/** What is left of a withheld disclosure: its field, and the value without what was withheld. */
export type Remains = { field: string; value: Json }

/** What a redaction's field says is left, and of which digest; undefined for its other fields. */
export function remainsIn(field: string, value: Json): (Remains & { digest: string }) | undefined {
  if (!field.startsWith(REMAINS) || !isRemains(value)) return undefined
  return { digest: field.slice(REMAINS.length), field: value.field, value: value.value }
}

const isRemains = (value: Json): value is Remains =>
  isObject(value) && typeof value['field'] === 'string' && value['value'] !== undefined

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text in stretches, each standing or to be withheld. Nothing is lost: joined, they are it. */
export type Stretch = { text: string; withheld: boolean }

/**
 * Where the words stand in a text, also inside longer words. Compared as NFC, letter for letter;
 * where several overlap, whatever any of them covers is withheld.
 */
export function stretchesOf(text: string, words: readonly string[]): Stretch[] {
  const whole = text.normalize('NFC')
  const spans = words.flatMap((word) => spansOf(whole, word.normalize('NFC')))
  const stretches: Stretch[] = []
  const add = (from: number, to: number, withheld: boolean) => {
    if (to > from) stretches.push({ text: whole.slice(from, to), withheld })
  }
  let at = 0
  for (const { from, to } of merged(spans)) {
    add(at, from, false)
    add(from, to, true)
    at = to
  }
  if (stretches.length === 0) return [{ text, withheld: false }]
  add(at, whole.length, false)
  return stretches
}

/** As an address spells it; the hex digits of one may also be small letters. */
export const inAddresses = (word: string): string =>
  encodeURIComponent(word.normalize('NFC').replaceAll(/\p{Cs}/gu, '\ufffd'))

type Span = { from: number; to: number }

function spansOf(text: string, word: string): Span[] {
  const spans: Span[] = []
  if (word === '') return spans
  for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + 1))
    spans.push({ from, to: from + word.length })
  const address = inAddresses(word)
  if (address === word || !text.includes('%')) return spans
  const either = anyHex(address)
  for (let found = either.exec(text); found; found = either.exec(text)) {
    spans.push({ from: found.index, to: found.index + address.length })
    either.lastIndex = found.index + 1
  }
  return spans
}

/** Finds the address letter for letter, save that `%C3` and `%c3` are one. */
const anyHex = (address: string) =>
  new RegExp(
    address
      .replaceAll(/[.*()]/g, String.raw`\$&`)
      .replaceAll(/(?<=%.?)[A-F]/g, (digit) => `[${digit}${digit.toLowerCase()}]`),
    'g',
  )

function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else all.push({ ...span })
  }
  return all
}

const withoutIn = (text: string, words: readonly string[]): string =>
  stretchesOf(text, words)
    .map((stretch) => (stretch.withheld ? WITHHELD : stretch.text))
    .join('')

/** A written text inside a value, with the names that lead to it. */
export type Said = { path: readonly string[]; text: string }

/** Rebuilds a value with each written text in it changed; keys and what is chosen stay. */
function mapSaid(value: Json, change: (said: Said) => string, path: readonly string[]): Json {
  if (typeof value === 'string') return change({ path, text: value })
  if (Array.isArray(value)) return value.map((one, i) => mapSaid(one, change, [...path, `${i}`]))
  if (!isObject(value)) return value
  // A change or what remains of a field: its values are of the kind the field is.
  const about = typeof value['field'] === 'string' ? value['field'] : undefined
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const ofField = about !== undefined && ['from', 'to', 'value'].includes(name)
      const stays = isChosen(name) || (ofField && isChosen(about))
      return [name, stays ? part : mapSaid(part, change, [...path, name])]
    }),
  )
}

/** Every written text of a value, in its order. */
export function saidIn(value: Json, field?: string): Said[] {
  const all: Said[] = []
  if (field !== undefined && isChosen(field)) return all
  const path = field === undefined ? [] : [field]
  mapSaid(value, (said) => (all.push(said), said.text), path)
  return all
}

/** Those of the words that stand in a value. */
export function wordsStandingIn(value: Json, words: readonly string[], field?: string): string[] {
  const texts = saidIn(value, field)
  return words.filter((word) =>
    texts.some(({ text }) => stretchesOf(text, [word]).some(({ withheld }) => withheld)),
  )
}

/** The same value with the words replaced by one sign each run; untouched texts stay as they are. */
export const withoutWords = (value: Json, words: readonly string[]): Json =>
  mapSaid(value, ({ text }) => withoutIn(text, words), [])

/**
 * A text given anew from its old source says again what was withheld since: there the text that
 * stands is kept. Anything else is taken as it is given.
 */
export function keepingWithheld<value extends Json>(standing: Json, given: value): value
export function keepingWithheld(standing: Json, given: Json): Json {
  if (typeof standing === 'string' && typeof given === 'string')
    return saysAgain(standing, given) ? standing : given
  if (Array.isArray(given)) {
    const old = Array.isArray(standing) ? standing : []
    const idOf = (one: Json | undefined) => (isObject(one) ? one['id'] : undefined)
    return given.map((one, i) => {
      const id = idOf(one)
      const same = id === undefined ? old[i] : old.find((other) => idOf(other) === id)
      return same === undefined ? one : keepingWithheld(same, one)
    })
  }
  if (!isObject(given) || !isObject(standing)) return given
  return Object.fromEntries(
    Object.entries(given).map(([name, part]) => {
      const old = standing[name]
      return [name, old === undefined ? part : keepingWithheld(old, part)]
    }),
  )
}

/** Whether a text is what stands, with something in the place of each sign. */
function saysAgain(standing: string, given: string): boolean {
  if (bearsNoSign(standing)) return false
  const [first = '', ...rest] = standing.split(RUN)
  const last = rest.pop() ?? ''
  const text = given.normalize('NFC')
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at + 1)
    if (found === -1) return false
    at = found + part.length
  }
  return text.length > at + last.length && text.endsWith(last)
}

/** A letter without the words. The addresses of this very site in it stay whole. */
export const letterWithout = (text: string, words: readonly string[]): string =>
  text
    .split(/(\{\{origin\}\}\S*)/)
    .map((part, place) => (place % 2 === 1 ? part : withoutIn(part, words)))
    .join('')

/**
 * What would be left of one field of an act, or undefined when nothing in it is to be withheld.
 * Follows a redaction's own `remains.…` fields to what they repeat.
 */
export function whatRemains(field: string, value: Json, wish: Wish): Json | undefined {
  if (field.startsWith(EVIDENCE) && wish.evidenceIds.includes(field.slice(EVIDENCE.length)))
    return withheldEvidence(value)
  const repeated = remainsIn(field, value)
  if (repeated) {
    const inner = whatRemains(repeated.field, repeated.value, wish)
    return inner === undefined ? undefined : { field: repeated.field, value: inner }
  }
  if (wordsStandingIn(value, wish.words, field).length === 0) return undefined
  return withoutWords(value, wish.words)
}

/** Of withheld evidence the record keeps that it was there, of what kind, and in what language. */
function withheldEvidence(value: Json): Json | undefined {
  if (!isObject(value) || value['withheld'] === true) return undefined
  const kept = ['kind', 'lang', 'access', 'addedOn'].flatMap((name) =>
    value[name] === undefined ? [] : [[name, value[name]] as const],
  )
  return { ...Object.fromEntries(kept), withheld: true }
}

/** What a redaction's fields say is left, each followed to the field it was at first. */
const leftBy = (fields: Readonly<Record<string, Json>>): Remains[] =>
  Object.entries(fields).flatMap(([field, value]) => deepest(field, value) ?? [])

function deepest(field: string, value: Json): Remains | undefined {
  const one = remainsIn(field, value)
  return one && (deepest(one.field, one.value) ?? one)
}

const isWholePiece = ({ field, value }: Remains) =>
  field.startsWith(EVIDENCE) && isObject(value) && value['withheld'] === true

/** The evidence a redaction's fields say is withheld whole. */
export const evidenceWithheldBy = (fields: Readonly<Record<string, Json>>): string[] =>
  leftBy(fields)
    .filter(isWholePiece)
    .map(({ field }) => field.slice(EVIDENCE.length))

/** Whether a redaction's fields say that words are withheld, besides whole pieces of evidence. */
export const withholdsWords = (fields: Readonly<Record<string, Json>>): boolean =>
  leftBy(fields).some((left) => !isWholePiece(left))

/** Whether a text says something still, once its signs are taken away. */
export const lettersLeft = (text: string): number =>
  bearsNoSign(text) ? text.length : text.replaceAll(WITHHELD, '').trim().length
