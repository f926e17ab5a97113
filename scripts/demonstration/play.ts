import { readFile } from 'node:fs/promises'

import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Database } from '#app/db/client.server.ts'
import { declarationSchema } from '#app/domain/declarations/declaration.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { importFiles } from '#app/use-cases/imports/import-files.server.ts'

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
  const open = (file: string) => async (then: Date) => {
    const acting = await stage.as(administrator.key, then)
    const declaration = declarationSchema.parse(await readJson(file))
    granted(`open ${declaration.key}`, await openDeclaration(acting, declaration))
  }
  stage.on(firstDay, 'decide', open('declarations/qingdao-2015.json'))
  stageRealPlan(stage, people, open)
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

/** Canada's plan is real: it comes in by the importer, as a secretariat would bring it in. */
function stageRealPlan(
  stage: Stage,
  people: readonly DemoPerson[],
  open: (file: string) => (then: Date) => Promise<void>,
) {
  const coordinator = people.find((one) => one.coordinator && one.roles.length === 0)
  if (!coordinator) throw new Error('the demonstration has no coordinator without a membership')
  stage.on(-75, 'decide', open('declarations/canada-nap6.json'))
  stage.on(-74, 'import', async (then) => {
    const folder = 'declarations/canada-nap6'
    const files = {
      table: await readFile(`${folder}/commitments.csv`, 'utf8'),
      mapping: await readFile(`${folder}/mapping.json`, 'utf8'),
    }
    const acting = await stage.as(coordinator.key, then)
    granted("import Canada's plan", await importFiles(acting, files))
  })
}
