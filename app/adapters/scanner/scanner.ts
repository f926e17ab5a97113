import type { Readable } from 'node:stream'

/** What a scanner says of a file: clean, or the name of what it found. */
export type Verdict = { clean: true } | { clean: false; found: string }

/** The scanner gave no answer that can be relied on: nothing may be kept. */
export class ScannerDown extends Error {}

export interface Scanner {
  /** Reads the file to its end, or throws `ScannerDown`. */
  scan(file: Readable): Promise<Verdict>
}
