/**
 * One spelling of what people write in several: the same for what is kept to be searched and for
 * what is asked. Letters are small and bare of accents, Arabic letters stand for their forms,
 * everything between words is one space, and Chinese is parted from Latin beside it.
 */
export function fold(written: string): string {
  const text = written.normalize('NFC')
  let folded = ''
  let gap = false
  let wasDense = false
  for (let at = 0; at < text.length; at += signLength(text, at)) {
    const sign = foldedSign(text, at)
    if (sign === ' ') gap = folded !== ''
    else if (sign !== '') {
      const dense = isDense(sign)
      folded += gap || (dense !== wasDense && folded !== '') ? ` ${sign}` : sign
      gap = false
      wasDense = dense
    }
  }
  return folded
}

/** The folded text, and of each of its units where it begins and ends in the text as it stands. */
export type FoldedText = { text: string; folded: string; from: number[]; to: number[] }

/** The text is answered as NFC, the form in which its places are counted. */
export function foldWithPlaces(written: string): FoldedText {
  const text = written.normalize('NFC')
  const [from, to]: [number[], number[]] = [[], []]
  let folded = ''
  let gap = -1
  let wasDense = false
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + signLength(text, at)
    const sign = foldedSign(text, at)
    if (sign === ' ') gap = folded === '' ? -1 : gap === -1 ? at : gap
    // A vowel sign or a joiner goes with the letter before it.
    else if (sign === '' && gap === -1 && folded !== '') to[to.length - 1] = end
    else if (sign !== '') {
      const dense = isDense(sign)
      if (gap === -1 && dense !== wasDense && folded !== '') gap = at
      wasDense = dense
      if (gap !== -1) {
        folded += ' '
        from.push(gap)
        to.push(at)
        gap = -1
      }
      folded += sign
      for (let unit = 0; unit < sign.length; unit++) {
        from.push(at)
        to.push(end)
      }
    }
  }
  return { text, folded, from, to }
}

/** Chinese, Japanese and Korean: a sign or two are a word, and often no space parts them. */
export function isDense(text: string): boolean {
  const code = text.codePointAt(0) ?? 0
  if (code < 0x2e80) return false
  return code <= 0x9fff || (code >= 0xac00 && code <= 0xd7a3) || code >= 0x20000
}

const signLength = (text: string, at: number): number =>
  (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1

/** Folding a sign takes a thousand times as long as looking it up: those of most texts by code. */
const alphabets = Array.from<string | undefined>({ length: 0x3000 })
const others = new Map<number, string>()

function foldedSign(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  if (code < alphabets.length) return (alphabets[code] ??= foldSign(String.fromCodePoint(code)))
  let folded = others.get(code)
  if (folded === undefined) others.set(code, (folded = foldSign(String.fromCodePoint(code))))
  return folded
}

/** Scripts whose marks readers leave out; elsewhere a mark makes another letter of it. */
const BARED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]/u
const LOOSE_MARK = /^[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}]$/u
const MARKS = /\p{Mn}/gu

/** Letters that no normalisation takes apart, each as it is commonly typed without. */
const plain: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h' },
  ...{ ς: 'σ', ё: 'е' },
  // Alef and ya as written without hamza or dots; ta marbuta as ha; Persian and Urdu forms alike.
  ...{ ٱ: 'ا', ى: 'ي', ة: 'ه', ـ: '' },
  ...{ ک: 'ك', ی: 'ي', ہ: 'ه', ھ: 'ه', ە: 'ه', ے: 'ي' },
}

function foldSign(sign: string): string {
  if (/^\p{Cf}$/u.test(sign) || (/^\p{Mn}$/u.test(sign) && LOOSE_MARK.test(sign))) return ''
  const apart = sign.normalize('NFKD')
  const bare = BARED.test(apart) ? apart.replaceAll(MARKS, '') : sign.normalize('NFKC')
  const letters = Array.from(bare.toLowerCase().normalize('NFC'), lettered).join('')
  // One that comes apart into several words parts them inside, never at its ends.
  const folded = letters.replaceAll(/ +/g, ' ').trim()
  return folded === '' && letters !== '' ? ' ' : folded
}

function lettered(letter: string): string {
  const known = plain[letter]
  if (known !== undefined) return known
  const digit = /^[\u0660-\u0669\u06F0-\u06F9]$/.test(letter)
  if (digit) return String(letter.charCodeAt(0) & 0xf)
  return /^[\p{L}\p{N}\p{M}]$/u.test(letter) ? letter : ' '
}
