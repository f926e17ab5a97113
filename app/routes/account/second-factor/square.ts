import { encode } from 'uqr'

/** A QR code as one path of unit squares, with the quiet zone cameras need. */
export function squareOf(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const dots = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: dots.join('') }
}
