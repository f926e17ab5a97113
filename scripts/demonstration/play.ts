import { readFile } from 'node:fs/promises'

import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Database } from '#app/db/client.server.ts'
import { declarationSchema } from '#app/domain/declarations/declaration.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'

import { stageCommitment } from './commitments.ts'
import { stageOrganisations } from './organisations.ts'
import { stagePeople } from './people.ts'
import { stageReports } from './reports.ts'
import type { DemoCommitment, DemoOrganisation, DemoPerson } from './shape.ts'
import { granted, Stage } from './stage.ts'

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))
const content = 'declarations/demonstration'

/**
 * Plays the whole demonstration through the register's own use-cases: every rule holds for the
 * invented as for the real, and every entry of its log is one that the product wrote.
 */
export async function playDemonstration(
  db: Database,
  files: FileStore,
  now: Date,
  progress: (done: number, all: number) => void = () => {},
): Promise<Stage> {
  const people = (await readJson(`${content}/people.json`)) as DemoPerson[]
  const organisations = (await readJson(`${content}/organisations.json`)) as DemoOrganisation[]
  const commitments = (await readJson(`${content}/commitments.json`)) as DemoCommitment[]
  const focalPointOf = (organisation: string) => {
    const found = people.find((person) =>
      person.roles.some(
        (place) => place.organisation === organisation && place.role === 'focal-point',
      ),
    )
    if (!found) throw new Error(`nobody speaks for "${organisation}"`)
    return found.key
  }

  const stage = new Stage(db, files, now)
  const administrator = stagePeople(stage, people)
  const firstDay = Math.min(...organisations.map((one) => one.registeredAt)) - 1
  stage.on(firstDay, 'decide', async (then) => {
    const acting = await stage.as(administrator.key, then)
    const declaration = declarationSchema.parse(await readJson('declarations/qingdao-2015.json'))
    granted('open the declaration', await openDeclaration(acting, declaration))
  })
  stageOrganisations(stage, organisations, people)
  for (const demo of commitments) {
    stageCommitment(stage, demo, focalPointOf)
    for (const [index, milestone] of demo.milestones.entries())
      stageReports(
        stage,
        {
          milestoneKey: `${demo.key}#${index}`,
          lead: focalPointOf(demo.lead),
          lang: demo.lang,
        },
        milestone.reports,
      )
  }
  await stage.play(progress)
  await turnTheDay({ db, now })
  return stage
}
