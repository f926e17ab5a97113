/** Loaded before a server by the torture alone: its clock is wrong, or stands still. */
const Real = Date
const shift = Number(process.env.TORTURE_CLOCK_SHIFT_MS ?? 0)
const stoppedAt = process.env.TORTURE_CLOCK_STANDS === '1' ? Real.now() : undefined
const now = () => (stoppedAt ?? Real.now()) + shift

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }
  static now() {
    return now()
  }
}
