import type { ReportPage } from '#app/db/read/reports.server.ts'
import type { Day } from '#app/domain/shared/dates.ts'
import type { DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import type { Done } from '#app/ui/layout/done.ts'

export type Shown = ReportPage & { person: DeskPerson; today: Day; done: Done | undefined }
