import type { ReviewCase } from '#app/db/read/reviews.server.ts'
import type { FormResult } from '#app/ui/form/form-state.ts'
import type { DeskPerson } from '#app/ui/layout/desk-frame.tsx'

export type Shown = ReviewCase & { person: DeskPerson; result: FormResult | undefined }
