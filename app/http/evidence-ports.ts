import type { Database } from '#app/db/client.server.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'
import type { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'

export type StoredFile = {
  fileName: string | null
  storedName: string | null
  mediaType: string | null
  sha256: string | null
}

/** What uploads and downloads ask of the storeys below. */
export type EvidencePorts = {
  attachFile: typeof attachFile
  /** Public evidence for the public; for somebody signed in also what they may see held. */
  evidenceFile(db: Database, viewer: Viewer, id: string, now: Date): Promise<StoredFile | undefined>
}
