import { join } from 'node:path'

import { closeDatabase } from '#app/db/client.server.ts'
import { actorOf, credentialsOf } from '#app/db/read/accounts.server.ts'
import { addDays, dayOf } from '#app/domain/shared/dates.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'

import { granted, openScratch, scratchTerms } from '../scratch/register.ts'
import { run } from '../steps.js'

/** Whose desks are weighed. */
export const people = {
  partner: 'amina.diallo@partner.example',
  coordinator: 'ingrid.solheim-tan@secretariat.example',
}
/** Somebody else's: forms about it are as long as it is. */
const AUTHOR = 'lucas.ferreira@partner.example'
const MILESTONES = 60

/** The demonstration, and the longest record that anybody may make. Answers that record's number. */
export async function makeRegister(folder: string): Promise<string> {
  const env = { DATA_DIR: folder, DATABASE_URL: '', FILES_URL: join(folder, 'files') }
  const code = await run(process.execPath, ['--import', 'tsx', 'scripts/seed.ts'], env)
  if (code !== 0) throw new Error('the demonstration could not be loaded')

  const db = await openScratch(folder)
  const now = new Date()
  const as = async (email: string) => {
    const known = await credentialsOf(db, email)
    const actor = known && (await actorOf(db, known.userId))
    if (!actor) throw new Error(`${email} has no account`)
    return { db, actor, now }
  }
  try {
    const partner = await as(AUTHOR)
    const organisationId = partner.actor.memberships[0]?.organisationId ?? ''
    const draft = { organisationId, declaration: 'qd2015' }
    const { id } = granted(await draftCommitment(partner, draft)).commitment
    const { milestones, ...terms } = scratchTerms('Train 180,000 primary teachers', MILESTONES, now)
    const dated = milestones.map((one, i) => ({ ...one, dueOn: addDays(dayOf(now), 9 * (i + 1)) }))
    granted(await editCommitment(partner, id, { ...terms, milestones: dated }))
    granted(await submitCommitment(partner, id))
    const { commitment } = granted(await publishCommitment(await as(people.coordinator), id))
    return String(commitment.number)
  } finally {
    closeDatabase(db)
  }
}
