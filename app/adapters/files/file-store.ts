import type { Readable } from 'node:stream'

/** A file on its way in. Until `keep`, nothing of it can be served. */
export type IncomingFile = {
  write(chunk: Uint8Array): Promise<void>
  /** What has been written so far, from the start. */
  read(): Readable
  /** Makes the bytes durable under a random name, and answers that name. */
  keep(): Promise<string>
  /** Forgets it all. Harmless when repeated, after `keep`, or after a torn upload. */
  discard(): Promise<void>
}

/** Where the bytes of evidence lie. Names are random: no name given by a person reaches the disk. */
export interface FileStore {
  incoming(): Promise<IncomingFile>
  open(storedName: string): Promise<{ size: number; stream: () => Readable } | undefined>
  remove(storedName: string): Promise<void>
  /** The names of all files that are kept. */
  list(): Promise<string[]>
}

export const isStoredName = (name: string) => /^[0-9a-f]{32}$/.test(name)
