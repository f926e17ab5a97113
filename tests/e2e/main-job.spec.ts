import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import {
  choose,
  dayIn,
  expect,
  follow,
  heading,
  press,
  registerOrganisation,
  signUp,
  test,
  typed,
} from '#tests/support/browser.ts'

const partner = 'Conecta Ribeira'
const steps = [
  { title: 'First 200 teachers trained', dueIn: -1, target: '200', claimed: '240' },
  { title: 'All 400 teachers trained', dueIn: 0, target: '400', claimed: '430' },
]
/** What a reviewer finds of the last milestone: enough, and fewer than was claimed. */
const REVIEWED = '412'

const evidence = {
  name: 'attendance list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('district,teachers\nNorth,180\nSouth,232\n'),
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('a commitment goes from an organisation’s first day on the register to Kept', async ({
  page,
  as,
}, { project }) => {
  test.setTimeout(150_000)
  const mark = `${project.name} ${Date.now().toString(36)}`
  const organisation = `Teachers’ Colleges of Lindenau, ${mark}`
  const title = `Train 400 teachers to teach with open books, ${mark}`
  const first = await as('coordinator')
  const second = await as('memberCoordinator')
  const other = await as('otherPartner')
  const reader = await as('stranger')
  let number = ''

  await test.step('somebody signs up and registers their organisation', async () => {
    await signUp(page, 'Mira Lindqvist')
    await expect(heading(page, 'You do not belong to an organisation yet')).toBeVisible()
    await registerOrganisation(page, organisation)
    await expect(page.getByRole('status')).toContainText('Your organisation is registered')
    await expect(page.getByText('Waiting to be verified')).toBeVisible()
  })

  await test.step('the public knows nothing of it yet', async () => {
    await reader.goto('/en/organisations?group=academia')
    await expect(reader.getByText(organisation)).toHaveCount(0)
  })

  await test.step('a coordinator verifies it', async () => {
    await openCase(first, 'Verify an organisation', organisation)
    await expect(first.getByText('our page of contacts names Mira Lindqvist')).toBeVisible()
    await press(first, 'Verify the organisation')
    await expect(first.getByRole('status')).toContainText('The organisation is verified')
  })

  await test.step('its focal point drafts a commitment, step by step', () => draft(page, title))

  await test.step('and invites a partner, who accepts its own role and share', async () => {
    await follow(page, 'Partners')
    const asked = page.getByLabel('Organisation', { exact: true })
    const option = asked.getByRole('option', { name: partner })
    await asked.selectOption(await option.getAttribute('value'))
    await typed(page, 'Its role', 'Prints and brings the books')
    await typed(page, 'Its share', '400 sets of books')
    await press(page, 'Invite')
    await expect(page.getByRole('status')).toContainText('The organisation has been invited')

    await other.goto('/en/desk')
    await other.getByRole('row').filter({ hasText: organisation }).getByRole('link').click()
    await expect(other.getByText('400 sets of books')).toBeVisible()
    await press(other, 'Accept this role and share')
    await expect(other.getByRole('status')).toContainText('Your answer is recorded')
  })

  await test.step('the focal point checks the answers, signs and submits', async () => {
    await follow(page, 'Back')
    await checkAndSign(page, organisation)
    await expect(page.getByText('Submitted', { exact: true }).first()).toBeVisible()
  })

  await test.step('a coordinator returns it with a question', async () => {
    await openCase(first, 'Screen a commitment', title)
    await first.getByLabel('Question 1: what it is about').selectOption({ label: 'Who benefits' })
    await typed(first, 'Question 1: what you ask', 'Which districts do these teachers work in?')
    await press(first, 'Return to the organisation')
    await expect(first.getByRole('status')).toContainText('back with its organisation')
  })

  await test.step('which the focal point reads on the desk, answers, and submits again', async () => {
    await page.goto('/en/desk')
    await expect(page.getByText('Which districts do these teachers work in?').first()).toBeVisible()
    await page.getByRole('link', { name: 'Answer the questions' }).click()
    await follow(page, 'Where and for whom')
    await expect(page.getByText('Which districts do these teachers work in?').first()).toBeVisible()
    await typed(page, 'Who benefits', 'Primary teachers of the northern and southern districts')
    await press(page, 'Save and come back later')
    await checkAndSign(page, organisation)
  })

  await test.step('the coordinator sees what changed and publishes', async () => {
    await openCase(first, 'Screen a commitment', title)
    await expect(first.getByText('northern and southern districts').first()).toBeVisible()
    await press(first, 'Publish the commitment')
    await expect(first.getByRole('status')).toContainText('The commitment is published')
  })

  await test.step('the public reads it under its number, with its partner and log entry', async () => {
    await reader.goto('/en/commitments')
    await follow(reader, title)
    await expect(heading(reader, title)).toBeVisible()
    number = /QD-\d{4}-\d{4}/.exec(reader.url())?.[0] ?? ''
    expect(number).toMatch(/^QD-\d{4}-\d{4}$/)
    await expect(reader.getByText(number, { exact: true }).first()).toBeVisible()
    await reader.getByText('With one partner').click()
    await expect(reader.getByRole('link', { name: partner })).toBeVisible()
    await expect(reader.getByText('Prints and brings the books. 400 sets of books')).toBeVisible()
    const registered = reader.getByRole('listitem').filter({
      has: reader.getByRole('heading', { name: 'Registered and published' }),
    })
    await expect(registered).toContainText(/Entry \d+/)
    await expect(reader.getByText('No report yet')).toHaveCount(2)
  })

  for (const [place, step] of steps.entries()) {
    await test.step(`the partner reports: ${step.title}`, async () => {
      await page.goto('/en/desk')
      await page
        .getByRole('region', { name: 'Your commitments' })
        .getByRole('link', { name: title })
        .click()
      await page
        .getByRole('row')
        .filter({ hasText: step.title })
        .getByRole('link', { name: /^Report/ })
        .click()
      await press(page, 'Start the report')
      await report(page, step.claimed)
      await expect(page.getByText('Handed in', { exact: true }).first()).toBeVisible()
    })

    await test.step('a coordinator takes the case, opens the evidence and decides', async () => {
      await openCase(first, 'Review a report', title)
      await press(first, 'Take this case')
      await expect(first.getByText('0 of 1 opened')).toBeVisible()
      const download = first.waitForEvent('download')
      await first.getByRole('button', { name: /^Open the file/ }).click()
      expect(await readFile(await (await download).path())).toEqual(evidence.buffer)
      await first.reload()
      await expect(first.getByText('1 of 1 opened')).toBeVisible()
      await decide(first, place === 0 ? step.claimed : REVIEWED)
    })
  }

  await test.step('the finding that makes it Kept waits for a second person', async () => {
    await expect(first.getByText('You proposed a finding.', { exact: false })).toBeVisible()
    await reader.reload()
    await expect(standing(reader, 'On track')).toBeVisible()
    await expect(standing(reader, 'Kept')).toHaveCount(0)

    await openCase(second, 'Confirm a finding', title)
    await expect(second.getByText('With it the whole commitment is Kept.')).toBeVisible()
    await press(second, 'Confirm')
    await expect(second.getByText('two coordinators').first()).toBeVisible()
  })

  await test.step('the focal point replies to the finding', async () => {
    await page.goto('/en/desk')
    await page
      .getByRole('row')
      .filter({ hasText: steps[1]?.title ?? '' })
      .getByRole('link')
      .first()
      .click()
    await choose(page, 'What your organisation says to it', 'We accept the finding')
    await typed(
      page,
      'Your reply',
      'We accept it: eighteen teachers left the course before its end.',
    )
    await press(page, 'Sign and reply')
    await expect(page.getByText('eighteen teachers left').first()).toBeVisible()
  })

  await test.step('the public record says Kept, with both values, the reply and the file’s hash', async () => {
    await reader.reload()
    await expect(standing(reader, 'Kept')).toBeVisible()
    await expect(reader.getByText('milestones were reviewed and found achieved')).toBeVisible()
    const last = reader.getByRole('listitem').filter({
      has: reader.getByRole('heading', { level: 3, name: steps[1]?.title ?? '' }),
    })
    await expect(last).toContainText('Claimed 430 teachers.')
    await expect(last).toContainText(`Reviewed ${REVIEWED}.`)
    await expect(last).toContainText('by two coordinators')
    await expect(last).toContainText('eighteen teachers left the course')
    const hash = sha256(evidence.buffer)
    await expect(last).toContainText(`${hash.slice(0, 6)}…${hash.slice(-8)}`)

    const file = last.getByRole('link', { name: 'Attendance list' })
    const answer = await reader.request.get((await file.getAttribute('href')) ?? '')
    expect(answer.status()).toBe(200)
    expect(sha256(await answer.body())).toBe(hash)
    expect(answer.headers()['content-disposition']).toMatch(/^attachment;/)
    expect(answer.headers()['content-security-policy']).toContain('sandbox')
    expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  })
})

/** The record's status, as the word it prints. */
const standing = (page: Page, word: string) =>
  page.getByRole('term').filter({ hasText: new RegExp(`^${word}$`) })

async function openCase(page: Page, what: string, name: string) {
  await page.goto('/en/desk')
  await follow(page, 'Queue')
  await page.getByRole('row').filter({ hasText: name }).getByRole('link', { name: what }).click()
}

async function draft(page: Page, title: string) {
  await follow(page, 'Register a commitment')
  await choose(page, 'Under which declaration', 'Qingdao Declaration')
  await press(page, 'Start')
  await expect(page.getByText('Cannot start yet').first()).toBeVisible()

  await follow(page, 'What you will do')
  await typed(page, 'Title', title)
  await typed(
    page,
    'The commitment in your own words',
    'We train 400 primary teachers to teach with open books, in courses of two weeks each, held in our two colleges during the school holidays of this year.',
  )
  await press(page, 'Save and continue')

  await expect(heading(page, 'Which clause it answers')).toBeVisible()
  await page.getByRole('radio', { name: /^3\.1 / }).check()
  await press(page, 'Save and continue')

  await choose(page, 'Where it happens', 'In certain countries or regions')
  await page.locator('summary', { hasText: 'Africa' }).click()
  await page.getByRole('checkbox', { name: 'Kenya', exact: true }).check()
  await typed(page, 'Who benefits', 'Primary teachers')
  await typed(page, 'How many', '400')
  await press(page, 'Save and continue')

  await typed(page, 'Start', dayIn(-60))
  await typed(page, 'End', dayIn(30))
  await press(page, 'Save and continue')

  await press(page, 'Add another milestone')
  for (const [place, step] of steps.entries()) {
    const milestone = page.getByRole('group', { name: `Milestone ${place + 1}`, exact: true })
    await typed(milestone, 'What will have happened', step.title)
    await typed(milestone, 'By when', dayIn(step.dueIn))
    await typed(milestone, 'Baseline', '0')
    await typed(milestone, 'Target', step.target)
    await typed(milestone, 'Unit', 'teachers')
    await typed(milestone, 'What will count as evidence', 'Signed attendance lists')
  }
  await press(page, 'Save and continue')

  await page.getByLabel('Kind').selectOption({ label: 'Money' })
  await typed(page, 'Amount', '90,000')
  await typed(page, 'Currency', 'EUR')
  await typed(page, 'Source', 'State budget')
  await typed(page, 'Responsible unit', 'Directorate of Teacher Training')
  await typed(page, 'Contact role', 'Director of Teacher Training')
  await press(page, 'Save and continue')
  await expect(page.getByRole('status')).toContainText('Your answers are saved')
}

async function checkAndSign(page: Page, organisation: string) {
  await follow(page, 'Check your answers and sign')
  await expect(page.getByText('All five lines are clear.')).toBeVisible()
  await expect(page.getByText(partner).first()).toBeVisible()
  await page.getByRole('checkbox', { name: `I confirm that ${organisation} makes` }).check()
  await press(page, 'Sign and submit')
  await expect(page.getByText('What happens next')).toBeVisible()
}

async function report(page: Page, claimed: string) {
  await choose(page, 'Did you reach this milestone?', 'Yes, fully')
  await typed(page, 'Value reached', claimed)
  await typed(page, 'Date it was measured', dayIn(-1))
  await typed(page, 'What happened', 'Both colleges held their courses as they were planned.')
  await press(page, 'Continue')

  const upload = page.locator('form').filter({ has: page.getByRole('button', { name: 'Upload' }) })
  await typed(upload, 'Title', 'Attendance list')
  await upload.getByLabel('File', { exact: true }).setInputFiles(evidence)
  await press(upload, 'Upload')
  await expect(page.getByText('Public once handed in')).toBeVisible()
  await follow(page, 'Continue')

  await page.getByRole('checkbox', { name: /^This report is true/ }).check()
  await press(page, 'Sign and hand in')
}

async function decide(page: Page, value: string) {
  for (const [question, score] of [
    ['Does the evidence speak about this milestone?', /^3:/],
    ['Is there enough of it to carry the whole claim?', /^2:/],
    ['Can its source be trusted and checked?', /^2:/],
    ['Was the value measured the way the milestone says?', /^3:/],
  ] as const)
    await choose(page, question, score)
  await choose(page, 'Finding', /^Achieved/)
  await typed(page, 'Reviewed value', value)
  await typed(page, 'Reasons', 'The signed lists were counted, and they carry the target.')
  await press(page, 'Decide')
}
