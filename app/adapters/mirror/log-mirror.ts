/**
 * Another copy of the public log, by the paths it is served under. Nothing it says is believed
 * before it is checked; what it has not got is undefined.
 */
export interface LogMirror {
  /** The signed note of its newest state. */
  checkpoint(): Promise<string | undefined>
  /** The bundle of entries at `index`, at least `width` of them. */
  bundle(index: number, width: number): Promise<Uint8Array | undefined>
  /** What is told beside one entry, as JSON: `{ index, d, withheld }`. */
  openings(entry: number): Promise<unknown>
  /** The same for all entries of a bundle that it has, in a list; where it keeps such lists. */
  bundleOpenings(index: number): Promise<unknown>
}

/** One of its files by the path below `/log/`, or undefined when there is none. */
export type MirrorFile = (path: string) => Promise<Uint8Array | undefined>
