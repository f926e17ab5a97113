type Out = { isTTY?: boolean | undefined; write: (text: string) => unknown }

/** Between two lines where nobody watches a cursor move. */
const EVERY_MS = 5_000

/** What is being done: one line that changes on a terminal, else a line every few seconds. */
export function progressLine(out: Out, now: () => number = () => performance.now()) {
  let last = out.isTTY ? Number.NEGATIVE_INFINITY : now()
  let isOpen = false
  return {
    say: (what: string, done: number, of: number | undefined) => {
      const said = `Compared ${what}: ${done}${of === undefined ? '' : ` of ${of}`}`
      if (out.isTTY) {
        out.write(`\r${said.padEnd(60)}`)
        isOpen = true
      } else if (now() - last >= EVERY_MS) {
        out.write(`${said}\n`)
        last = now()
      }
    },
    end: () => {
      if (isOpen) out.write(`\r${' '.repeat(60)}\r`)
      isOpen = false
    },
  }
}
