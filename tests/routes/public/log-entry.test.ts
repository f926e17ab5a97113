import { expect, it } from 'vitest'

import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { serveLog, signLog } from '#tests/support/log-routes.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { dayFromNow, granted, published, world, type World } from '#tests/support/world.ts'

const show = async (w: World, entry: number | null) => {
  const { ask } = await serveLog(w.db)
  const answer = await ask(`/en/log/${entry}`)
  return { status: answer.status, page: (await answer.text()).replaceAll('<!-- -->', '') }
}
const fieldOf = (page: string, label: string) =>
  new RegExp(`<dt><bdi>${label}</bdi></dt><dd>(.*?)</dd></div>`, 's').exec(page)?.[1] ?? ''

it('says what an act says, in words where it holds codes, with what was left empty', async () => {
  const w = await world()
  const text = `We train teachers, district by district, until all have been. ${'And again. '.repeat(60)}`
  const { number } = await published(w, { text, furtherClauses: [] })
  const { entry } = await lastAct(w.db)
  await signLog(w.db)
  const { page } = await show(w, entry)
  expect(page).toContain(`<title>Entry ${entry}: Commitment registered and published`)
  expect(page).toMatch(/<h1>Entry \d+<\/h1>/)
  expect(fieldOf(page, 'Number')).toContain(`href="/en/commitments/${number}"`)
  expect(fieldOf(page, 'Lead')).toContain(`href="/en/organisations/${w.organisationId}"`)
  expect(fieldOf(page, 'Language')).toBe('English')
  expect(fieldOf(page, 'Where')).toBe('Kenya')
  expect(fieldOf(page, 'Start')).toMatch(/^\d+ \w+ 20\d\d$/)
  expect(fieldOf(page, 'Text')).toMatch(/^<details><summary>.*We train teachers/)
  expect(fieldOf(page, 'Milestone')).toContain('3,000 teachers trained')
  expect(page).toMatch(/Left empty: .*Further clauses/)
  expect(page).toContain(`href="/en/log/${entry}/check"`)
  expect(page).toContain(`href="/log/receipt/${entry}"`)
  expect(page).toContain('&quot;act&quot;:&quot;commitment.published&quot;')
})

it('shows an amendment as what was and what is', async () => {
  const w = await world()
  const { id, terms } = await published(w)
  const { title, text, milestones } = terms
  const endOn = dayFromNow(330)
  const input = { title, text, milestones, endOn, reason: 'The last district starts later.' }
  granted(await amendCommitment(w.as(w.partner), id, { version: 1, ...input } as never))
  const { entry } = await lastAct(w.db)
  const { page } = await show(w, entry)
  expect(fieldOf(page, 'Reason')).toContain('The last district starts later.')
  expect(fieldOf(page, 'End')).toMatch(/<del>.*19 September 2027.*<\/del>.*<ins>.*19 October 2027/)
  expect(page).toMatch(/<a href="\/en\/log\/\d+">Entry \d+<\/a>: Commitment registered/)
})

it('says that it has to be signed first', async () => {
  const w = await world()
  await published(w)
  const { page } = await show(w, (await lastAct(w.db)).entry)
  expect(page).toContain('This entry is not signed yet.')
  expect(page).not.toContain('/check"')
})

it('shows what was withheld as withheld, why, and by which entry, and that entry too', async () => {
  const w = await world()
  const { id } = await published(w, { title: 'Ada Quartermain trains teachers' })
  const { entry } = await lastAct(w.db)
  const words = ['Ada Quartermain']
  const input = {
    words,
    evidenceIds: [],
    basis: 'court' as const,
    reason: 'A court has ordered it',
  }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), id, input))
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  const { public: size } = await countActs(w.db)
  const { page } = await show(w, entry)
  expect(page).not.toContain('Quartermain')
  const title = fieldOf(page, 'Title')
  expect(title).toContain('<span class="withheld"')
  expect(title).toContain(`see <a href="/en/log/${size - 1}">entry ${size - 1}</a>`)
  expect(title).toContain('Basis: a court order.')

  const order = (await show(w, size - 1)).page
  expect(order).toContain(`withholds one field of <a href="/en/log/${entry}">entry ${entry}</a>`)
  expect(fieldOf(order, 'Reason')).toContain('A court has ordered it')
  expect(order).not.toContain('Quartermain')
})

it('names no person, and has nothing past the newest entry or by another spelling', async () => {
  const w = await world()
  const { id } = await published(w)
  granted(await withdrawCommitment(w.as(w.partner), id, 'The programme lost its budget.'))
  const { public: size } = await countActs(w.db)
  for (let entry = 0; entry < size; entry += 1) {
    const { page, status } = await show(w, entry)
    expect(status).toBe(200)
    for (const { name, email, userId } of [w.partner, w.coordinator, w.administrator])
      for (const secret of [name, email, userId]) expect(page).not.toContain(secret)
  }
  const { ask } = await serveLog(w.db)
  for (const spelled of [`${size}`, '00', '-1', '1e0', 'x', '9007199254740993', '%30'])
    for (const path of [`/en/log/${spelled}`, `/en/log/${spelled}/check`])
      expect([path, (await ask(path)).status]).toEqual([path, spelled === '%30' ? 200 : 404])
})
