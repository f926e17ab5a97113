import { encode } from 'uqr'

/** A code for a camera, on paper only: runs of dark squares, row by row, as one path. */
export function Qr({ text, label }: { text: string; label: string }) {
  // Any of the eight masks can be read; trying them all takes forty times as long.
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: 6 })
  return (
    <svg className="print-only qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={runsOf(data)} />
    </svg>
  )
}

/** `M column row`, then each run as `h length`: a fifth of what single squares would weigh. */
export function runsOf(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  for (const [y, row] of rows.entries()) {
    let end: number | undefined
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue
      let width = 1
      while (row[x + width]) width += 1
      path += end === undefined ? `M${x} ${y + 0.5}` : `m${x - end} 0`
      path += `h${width}`
      end = x + width
      x = end
    }
  }
  return path
}
