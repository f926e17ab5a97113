import { join } from 'node:path'

export const ORIGIN = 'torture.example/log'
export const keyFile = (folder: string) => join(folder, 'log.key')

/** That an act was acknowledged: its place in the log, and the commitment it is about. */
export type Acknowledged = { act: string; kind: string; entry: number; subject: string }

/** What a life says, one a line: how far the log was signed when it began, then each act. */
export type Said = { signed: number } | Acknowledged
