import { z } from 'zod'

import type { Json } from './act.ts'

/** The field under which an act says that it was done in another register and is only told here. */
export const TOLD = 'told'

/**
 * An act of another register, told in this one by the coordinator who imports it: when it was done
 * there (UTC to the second), in which register, and in which state of its log it can be looked up.
 */
const toldShape = z.object({
  at: z.iso.datetime({ precision: 0 }),
  register: z.string(),
  size: z.int().min(0),
  root: z.string(),
})
export type Told = z.infer<typeof toldShape>

/** The register and the state of its log that every act of one import is told from. */
export type ToldFrom = Omit<Told, 'at'>

/** What a field of that name says; undefined for an act that was done in this register. */
export const readTold = (value: unknown): Told | undefined =>
  // Nearly every act is of this register, and a record's acts are read each time it is shown.
  value === undefined ? undefined : toldShape.safeParse(value).data

/** What an act adds to its fields to say when it was done, and where. */
export const toldField = (
  { register, size, root }: ToldFrom,
  at: string,
): Record<string, Json> => ({
  [TOLD]: { at, register, size, root },
})
