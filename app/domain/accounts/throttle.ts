/** One try, granted or not. `last` is the one after which there is a wait. */
export type Turn =
  | { ok: true; last: boolean }
  | { ok: false; seconds: number; /** The first one refused. */ first: boolean }

/** Counts tries by a name; each has its own. A wait grows, and it ends: nobody is shut out. */
export type Throttle = {
  take(name: string): Promise<Turn>
  /** Forgets the tries: the last one was right. */
  clear(name: string): Promise<void>
}
