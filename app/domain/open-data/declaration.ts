import { z } from 'zod'

import { declarationSchema } from '../declarations/declaration.ts'
import { entryShape } from './commitment.ts'

/** The public record of one declaration, format `kept/1`: its whole text, clause by clause. */
export const publicDeclarationShape = z.strictObject({
  ...declarationSchema.shape,
  openedAt: z.iso.datetime({ precision: 0 }),
  entries: z.array(entryShape),
})
export type PublicDeclaration = z.infer<typeof publicDeclarationShape>
