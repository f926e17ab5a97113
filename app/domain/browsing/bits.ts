/**
 * A set of small whole numbers, one bit each, 32 to a word; it grows as they are added. What lies
 * beyond its words is not in it, so that sets of different lengths can be held together.
 */
export type Bits = {
  words: Uint32Array
  /** Which words hold something, once that was asked; forgotten with the next change. */
  filled?: Uint32Array | undefined
}

const WORDS_AT_FIRST = 4

export const noBits = (): Bits => ({ words: new Uint32Array(WORDS_AT_FIRST) })

export const hasBit = ({ words }: Bits, place: number): boolean =>
  ((words[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0

export function setBit(bits: Bits, place: number) {
  const word = place >>> 5
  bits.filled = undefined
  if (word >= bits.words.length) {
    // Doubled, so that a register that grows by one copies each word only a few times.
    const grown = new Uint32Array(Math.max(word + 1, bits.words.length * 2))
    grown.set(bits.words)
    bits.words = grown
  }
  bits.words[word]! |= 1 << (place & 31)
}

export function clearBit(bits: Bits, place: number) {
  bits.filled = undefined
  if (place >>> 5 < bits.words.length) bits.words[place >>> 5]! &= ~(1 << (place & 31))
}

export function bitsAt(places: Iterable<number>): Bits {
  const bits = noBits()
  for (const place of places) setBit(bits, place)
  return bits
}

/** What is in all of them; a set of its own, whatever becomes of them. */
export function allOf(first: Bits, ...others: readonly Bits[]): Bits {
  const length = others.reduce((n, { words }) => Math.min(n, words.length), first.words.length)
  const words = first.words.slice(0, length)
  for (const other of others) for (let i = 0; i < length; i++) words[i]! &= other.words[i]!
  return { words }
}

/** What is in any of them. */
export function anyOf(sets: readonly Bits[]): Bits {
  const length = sets.reduce((n, { words }) => Math.max(n, words.length), 0)
  const words = new Uint32Array(length)
  for (const set of sets) for (let i = 0; i < set.words.length; i++) words[i]! |= set.words[i]!
  return { words }
}

export function countOf({ words }: Bits): number {
  let n = 0
  for (let i = 0; i < words.length; i++) n += onesIn(words[i]!)
  return n
}

function filledOf(bits: Bits): Uint32Array {
  if (bits.filled) return bits.filled
  const { words } = bits
  const filled = new Uint32Array(words.length)
  let n = 0
  for (let i = 0; i < words.length; i++) if (words[i] !== 0) filled[n++] = i
  return (bits.filled = filled.slice(0, n))
}

export const isEmpty = (bits: Bits): boolean => filledOf(bits).length === 0

/** The words of a set that hold something, by themselves. */
export type Gathered = { at: Uint32Array; words: Uint32Array }

/** What is in both, out of the words of the sparser one. */
export function inBoth(a: Bits, b: Bits): Gathered {
  const [sparse, other] = filledOf(a).length <= filledOf(b).length ? [a, b] : [b, a]
  const at = filledOf(sparse)
  const words = new Uint32Array(at.length)
  for (let i = 0; i < at.length; i++) words[i] = sparse.words[at[i]!]! & (other.words[at[i]!] ?? 0)
  return { at, words }
}

export function countIn({ at, words }: Gathered, { words: others }: Bits): number {
  let n = 0
  for (let i = 0; i < at.length; i++) {
    const word = at[i]!
    if (word < others.length) n += onesIn(words[i]! & others[word]!)
  }
  return n
}

/** How many are in both: only the words of the sparser one are looked at. */
export function countBoth(a: Bits, b: Bits): number {
  const [sparse, other] = filledOf(a).length <= filledOf(b).length ? [a, b] : [b, a]
  const [at, mine, theirs] = [filledOf(sparse), sparse.words, other.words]
  let n = 0
  for (let i = 0; i < at.length; i++) {
    const word = at[i]!
    if (word < theirs.length) n += onesIn(mine[word]! & theirs[word]!)
  }
  return n
}

/** How many bits of a word are set: pairs, then fours, then bytes are summed side by side. */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}
