import { randomBytes } from 'node:crypto'

import type { Page } from '@playwright/test'

import {
  choose,
  expect,
  follow,
  heading,
  press,
  registerOrganisation,
  signIn,
  signUp,
  test,
  typed,
} from '#tests/support/browser.ts'

/** Presses the button and answers the status its form was answered with. */
async function statusAfter(page: Page, button: string) {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await press(page, button)
  return (await answered).status()
}

/** The form came back with these problems, each leading to its own field, which says it too. */
async function expectProblems(page: Page, problems: readonly string[]) {
  const summary = page.getByRole('alert', { name: 'There is a problem' })
  await expect(summary.getByRole('listitem')).toHaveText(problems)
  await expect(page).toHaveTitle(/^Error: /)
  for (const link of await summary.getByRole('link').all()) {
    const field = page.locator((await link.getAttribute('href')) ?? '')
    await expect(field).toBeVisible()
    await expect(page.getByRole('main')).toContainText(`Error: ${await link.innerText()}`)
  }
}

const textbox = (page: Page, name: string) => page.getByRole('textbox', { name })

test.describe('a form that cannot be taken comes back with everything typed', () => {
  test('signing up, all but the password', async ({ page }) => {
    await page.goto('/en/sign-up')
    await typed(page, 'Your name', 'Zofia Kühn')
    await typed(page, 'E-mail address', 'zofia at home')
    await typed(page, 'Password', 'short')
    expect(await statusAfter(page, 'Make the account')).toBe(422)
    await expectProblems(page, [
      'Enter an e-mail address for “E-mail address”, like name@example.org',
      'Choose a longer password',
    ])
    await expect(textbox(page, 'Your name')).toHaveValue('Zofia Kühn')
    await expect(textbox(page, 'E-mail address')).toHaveValue('zofia at home')
    await expect(textbox(page, 'Password')).toHaveValue('')
    await page.getByRole('link', { name: 'Choose a longer password' }).click()
    await expect(textbox(page, 'Password')).toBeFocused()
  })

  test('signing in with a wrong password', async ({ page }) => {
    await page.goto('/en/sign-in')
    await typed(page, 'E-mail address', 'nobody@partner.example')
    await typed(page, 'Password', 'not the password')
    await press(page, 'Sign in')
    const summary = page.getByRole('alert', { name: 'There is a problem' })
    await expect(summary).toContainText('Check your e-mail address and password')
    await expect(textbox(page, 'E-mail address')).toHaveValue('nobody@partner.example')
  })

  test('registering an organisation', async ({ as }) => {
    const page = await as('otherPartner')
    await page.goto('/en/desk/organisations/new')
    await typed(page, 'Name of the organisation', 'Ö')
    await page.getByLabel('Language of the name').selectOption('fr')
    await choose(page, 'What kind of organisation it is', 'Academia')
    await typed(page, 'Official website', 'our site')
    await typed(page, 'How a coordinator can check', 'Ask us')
    expect(await statusAfter(page, 'Register the organisation')).toBe(422)
    await expectProblems(page, [
      'Write more in “Name of the organisation”',
      'Choose an answer for “Country or area”',
      'Enter a web address for “Official website”, starting with https://',
      'Write more in “How a coordinator can check that this is your organisation”',
    ])
    await expect(textbox(page, 'Name of the organisation')).toHaveValue('Ö')
    await expect(page.getByLabel('Language of the name')).toHaveValue('fr')
    await expect(page.getByRole('radio', { name: 'Academia' })).toBeChecked()
    await expect(textbox(page, 'Official website')).toHaveValue('our site')
    await expect(textbox(page, 'How a coordinator can check')).toHaveValue('Ask us')
  })

  test('a commitment’s dates and milestones; a year like 1900 is told in words', async ({
    page,
  }) => {
    await draftOf(page)
    await follow(page, 'Start and end')
    await typed(page, 'Start', '1900-01-01')
    await typed(page, 'End', '31 December')
    expect(await statusAfter(page, 'Save and continue')).toBe(422)
    await expectProblems(page, [
      'Enter a date between 2000 and 2100 for “Start”',
      'Enter a real date for “End”, like 2027-06-30',
    ])
    await expect(textbox(page, 'Start')).toHaveValue('1900-01-01')
    await expect(textbox(page, 'End')).toHaveValue('31 December')
    await typed(page, 'Start', '2027-01-01')
    await typed(page, 'End', '2028-12-31')
    await press(page, 'Save and continue')

    await press(page, 'Add another milestone')
    const [first, second] = [1, 2].map((n) =>
      page.getByRole('group', { name: `Milestone ${n}`, exact: true }),
    )
    if (!first || !second) throw new Error('no milestones')
    await typed(first, 'What will have happened', 'Books printed')
    await typed(first, 'By when', '2027-02-30')
    await typed(first, 'Target', 'many')
    await typed(second, 'Unit', 'schools')
    await typed(second, 'Target', '1,200')
    expect(await statusAfter(page, 'Save and continue')).toBe(422)
    await expectProblems(page, [
      'Enter a real date for “By when”, like 2027-06-30',
      'Fill in “Unit”',
      'Enter a number for “Target”, in digits, like 12000 or 4.5',
      'Fill in “What will have happened”',
      'Fill in “By when”',
    ])
    await expect(textbox(page, 'What will have happened').first()).toHaveValue('Books printed')
    await expect(first.getByRole('textbox', { name: 'Target' })).toHaveValue('many')
    await expect(second.getByRole('textbox', { name: 'Unit' })).toHaveValue('schools')
    await expect(second.getByRole('textbox', { name: 'Target' })).toHaveValue('1,200')
  })

  test('a report', async ({ as }) => {
    const page = await returnedReport(await as('partner'))
    await follow(page, 'Answer and hand in again')
    await choose(page, 'Did you reach this milestone?', 'No')
    await typed(page, 'Value reached', 'about 40')
    await typed(page, 'Date it was measured', '1900-06-30')
    await typed(page, 'What happened', 'Little.')
    await typed(page, 'Why it is behind', '')
    await typed(page, 'What changes next', 'We start again in spring.')
    expect(await statusAfter(page, 'Continue')).toBe(422)
    await expectProblems(page, [
      'Enter a number for “Value reached”, in digits, like 12000 or 4.5',
      'Enter a date between 2000 and 2100 for “Date it was measured”',
      'Write more in “What happened”',
    ])
    await expect(page.getByRole('radio', { name: 'No', exact: true })).toBeChecked()
    await expect(textbox(page, 'Value reached')).toHaveValue('about 40')
    await expect(textbox(page, 'Date it was measured')).toHaveValue('1900-06-30')
    await expect(textbox(page, 'What happened')).toHaveValue('Little.')
    await expect(textbox(page, 'What changes next')).toHaveValue('We start again in spring.')
  })

  test('a coordinator’s finding', async ({ as }) => {
    const page = await as('coordinator')
    await page.goto('/en/desk/queue?kind=report')
    await page.getByRole('row').filter({ hasText: 'Yours' }).getByRole('link').first().click()
    await choose(page, 'Is there enough of it to carry the whole claim?', /^1:/)
    await choose(page, 'Finding', /^Partly achieved/)
    await typed(page, 'Reviewed value', '4.000,5')
    await typed(page, 'Reasons', 'Half of the lists are unsigned.')
    expect(await statusAfter(page, 'Decide')).toBe(422)
    const summary = page.getByRole('alert', { name: 'There is a problem' })
    await expect(summary).toContainText('Say why the score is below 2, in “Note on sufficiency”')
    await expect(summary).toContainText('Enter a number for “Reviewed value”')
    await expect(page.getByRole('radio', { name: /^Partly achieved/ })).toBeChecked()
    await expect(textbox(page, 'Reviewed value')).toHaveValue('4.000,5')
    await expect(textbox(page, 'Reasons')).toHaveValue('Half of the lists are unsigned.')
  })

  test('an import without its files', async ({ as }) => {
    const page = await as('coordinator')
    await page.goto('/en/desk/import')
    expect(await statusAfter(page, 'Check the table')).toBe(422)
    await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
  })
})

test('nothing is lost when a session ends in the middle of a form', async ({ page }) => {
  const address = await draftOf(page)
  await follow(page, 'What you will do')
  const text = 'We print 400 sets of “open” books & bring them to 40 schools.\n\nEach set has 12.'
  await page.getByLabel('Language you are writing in').selectOption('fr')
  await typed(page, 'Title', 'Print <400> sets of books')
  await typed(page, 'The commitment in your own words', text)
  await typed(page, 'The problem it addresses', 'مدارس بلا كتب')

  await page.context().clearCookies()
  await press(page, 'Save and continue')
  await expect(page.getByText('What you typed is kept')).toBeVisible()
  await typed(page, 'E-mail address', address)
  await typed(page, 'Password', 'not this one')
  await press(page, 'Sign in')
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
  await typed(page, 'Password', 'rye, salt and slow water')
  await press(page, 'Sign in')
  await press(page, 'Continue where you left off')
  await expect(heading(page, 'Which clause it answers')).toBeVisible()

  await follow(page, 'All steps')
  await follow(page, 'What you will do')
  await expect(textbox(page, 'Title')).toHaveValue('Print <400> sets of books')
  await expect(textbox(page, 'The commitment in your own words')).toHaveValue(text)
  await expect(textbox(page, 'The problem it addresses')).toHaveValue('مدارس بلا كتب')
  await expect(page.getByLabel('Language you are writing in')).toHaveValue('fr')
})

test('a form sent several times at once has one effect', async ({ page }) => {
  await signUp(page, 'Mira Lindqvist')
  const post = (path: string, form: Record<string, string>) =>
    page.request.post(path, { form, headers: { Origin: new URL(page.url()).origin } })
  const name = `Lindenau Reading Rooms ${randomBytes(4).toString('hex')}`
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      post('/en/desk/organisations/new', {
        name,
        lang: 'en',
        group: 'academia',
        country: 'KE',
        website: 'https://lindenau.example/',
        identityCheck: 'Our page of contacts names Mira Lindqvist.',
      }),
    ),
  )
  expect(new Set(answers.map((answer) => new URL(answer.url()).pathname)).size).toBe(1)

  await page.goto(answers[0]?.url() ?? '')
  await expect(heading(page, name)).toBeVisible()
  const invite = { email: 'colleague@lindenau.example', role: 'editor' }
  const path = `${new URL(page.url()).pathname}/invite`
  await Promise.all(Array.from({ length: 5 }, () => post(path, invite)))
  await page.reload()
  const pending = page.getByRole('table', { name: 'Invitations not answered yet' })
  await expect(pending.getByRole('row').filter({ hasText: invite.email })).toHaveCount(1)
})

test('a page of another organisation is not there, whoever knows its address', async ({ as }) => {
  const owner = await as('partner')
  await owner.goto('/en/desk')
  const drafts = owner.getByRole('region', { name: 'Drafts' })
  const draft = (await drafts.getByRole('link').first().getAttribute('href')) ?? ''
  expect(draft).toMatch(/^\/en\/desk\/commitments\//)
  await returnedReport(owner)
  const report = new URL(owner.url()).pathname
  const madeUp = (path: string) => path.replace(/[0-9a-f]{32}/, '0'.repeat(32))
  for (const who of ['otherPartner', 'administrator', 'coordinator'] as const) {
    const other = await as(who)
    for (const path of [
      draft,
      `${draft}/edit/words`,
      `${draft}/partners`,
      `${draft}/check`,
      report,
      `${report}/edit`,
      `${report}/evidence`,
      `${report}/check`,
    ]) {
      const statusOf = async (way: string) => (await other.request.get(way)).status()
      const status = await statusOf(path)
      // Whoever is no partner at all meets the same closed door, whether the thing exists or not.
      expect([who, path, status]).toEqual([who, path, await statusOf(madeUp(path))])
      if (who === 'otherPartner') expect([path, status]).toEqual([path, 404])
      else expect([403, 404]).toContain(status)
    }
  }
})

test('a coordinator never meets a case of their own organisation', async ({ as }) => {
  const colleague = await as('coordinator')
  await colleague.goto('/en/desk/queue?kind=report')
  const theirs = 'Physics and chemistry online for sixth forms too small to teach them'
  const row = colleague.getByRole('row').filter({ hasText: theirs })
  const path = (await row.getByRole('link').first().getAttribute('href')) ?? ''
  expect(path).toMatch(/^\/en\/desk\/review\//)

  const page = await as('memberCoordinator')
  await page.goto('/en/desk/queue')
  await expect(heading(page, 'Queue')).toBeVisible()
  await expect(page.getByText(theirs)).toHaveCount(0)
  for (const way of [path, `${path}/return`, `${path}/confirm`]) {
    expect([way, (await page.goto(way))?.status()]).toEqual([way, 403])
    await expect(page.getByText('member of a party to this commitment')).toBeVisible()
  }
  const taken = await page.request.post(path, {
    form: { intent: 'take' },
    headers: { Origin: new URL(page.url()).origin },
  })
  expect(taken.status()).toBe(403)
  await colleague.goto(path)
  await expect(colleague.getByText('This report waits for a coordinator.')).toBeVisible()
})

test.describe('a file that cannot be taken', () => {
  for (const [what, file, said] of [
    [
      'is too large',
      { name: 'lists.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(11_000_000, '%PDF-') },
      'Choose a file of 10 MB or less',
    ],
    [
      'is a program called .pdf',
      {
        name: 'lists.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.concat([
          Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'),
          randomBytes(900),
        ]),
      },
      'what is inside does not match its name',
    ],
    [
      'is of a kind that is not taken',
      { name: 'lists.exe', mimeType: 'application/octet-stream', buffer: randomBytes(900) },
      'Choose a file of a kind that is named above the form',
    ],
    [
      'is empty',
      { name: 'lists.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) },
      'Choose another file: this one is empty',
    ],
  ] as const)
    test(`because it ${what} is refused in words, its title kept`, async ({ as }) => {
      const page = await returnedReport(await as('partner'))
      await page.goto(`${new URL(page.url()).pathname}/evidence`)
      const before = await page.getByText('SHA-256').count()
      const upload = page
        .locator('form')
        .filter({ has: page.getByRole('button', { name: 'Upload' }) })
      await typed(upload, 'Title', 'Attendance lists, signed & counted')
      await upload.getByLabel('File', { exact: true }).setInputFiles({ ...file })
      await press(upload, 'Upload')
      await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText(said)
      await expect(upload.getByRole('textbox', { name: 'Title' })).toHaveValue(
        'Attendance lists, signed & counted',
      )
      await expect(page.getByText('SHA-256')).toHaveCount(before)
    })
})

test('an Arabic title on an English page keeps its language and direction', async ({ page }) => {
  const title = 'أجهزة ميسَّرة لكل طالب من ذوي الإعاقة في مدارس إقليم الينابيع الحكومية'
  await page.goto('/en/organisations?country=JO')
  await follow(page, 'Education Directorate of the Springs Region (invented)')
  const link = page.getByRole('link', { name: title })
  await expect(link.locator('[lang="ar"][dir="rtl"]')).toHaveText(title)
  await link.click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(heading(page, title)).toHaveAttribute('lang', 'ar')
  await expect(heading(page, title)).toHaveAttribute('dir', 'rtl')
  await expect(page.getByText('In Arabic').first()).toBeVisible()
})

test('an invitation that ran out, and one that was used, are gone', async ({ page, as }) => {
  const late = await as('otherPartner')
  const answer = await late.goto('/en/account/invitations/an-invitation-that-ran-out')
  expect(answer?.status()).toBe(410)
  await expect(late.getByText('The link has expired.')).toBeVisible()
  await expect(late.getByRole('button', { name: 'Accept the invitation' })).toHaveCount(0)
  const none = await late.goto('/en/account/invitations/nobody-wrote-this')
  expect(none?.status()).toBe(404)

  await signUp(page, 'Mira Lindqvist')
  const organisation = `Lindenau Night School ${randomBytes(4).toString('hex')}`
  await registerOrganisation(page, organisation)
  await follow(page, 'Invite somebody')
  await typed(page, 'E-mail address', 'somebody@lindenau.example')
  await choose(page, 'Role', 'Editor')
  await press(page, 'Send the invitation')

  const administrator = await as('administrator')
  await administrator.goto('/en/desk/administration/outbox')
  const letter = administrator.getByRole('row').filter({ hasText: organisation }).first()
  const [, path] =
    /(\/en\/account\/invitations\?token=\S+)/.exec((await letter.textContent()) ?? '') ?? []
  const first = await as('stranger')
  await signUp(first, 'Tomas Reyes')
  await first.goto(path ?? '')
  await press(first, 'Accept the invitation')
  await expect(first.getByRole('status')).toContainText('You now belong to this organisation')

  expect((await late.goto(path ?? ''))?.status()).toBe(410)
  await expect(late.getByText('Somebody has used this link already')).toBeVisible()
})

test('a form from another site is refused before anything reads it', async ({ as }) => {
  const page = await as('partner')
  await page.goto('/en/desk')
  const answer = await page.request.post('/en/sign-out', {
    headers: { Origin: 'https://elsewhere.example' },
    form: {},
  })
  expect(answer.status()).toBe(403)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('signing out ends the session, also for whoever kept the cookie', async ({ page, as }) => {
  const address = await signUp(page, 'Mira Lindqvist')
  const kept = await as('stranger', { storageState: await page.context().storageState() })
  await kept.goto('/en/desk')
  await expect(kept.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await press(page, 'Sign out')
  await expect(page).toHaveURL('/en')
  await kept.reload()
  await expect(heading(kept, 'Sign in')).toBeVisible()
  await page.goto('/en/desk')
  await signIn(page, address, 'rye, salt and slow water')
})

/** A draft in which nothing stands yet, of an organisation of its own. Answers its person's address. */
async function draftOf(page: Page) {
  const address = await signUp(page, 'Mira Lindqvist')
  await registerOrganisation(page, `Lindenau Books ${randomBytes(4).toString('hex')}`)
  await page.goto('/en/desk/commitments/new')
  await choose(page, 'Under which declaration', 'Qingdao Declaration')
  await press(page, 'Start')
  await expect(page.getByRole('link', { name: 'What you will do' })).toBeVisible()
  return address
}

/** The demonstration's report that came back with questions; no journey hands it in again. */
async function returnedReport(page: Page) {
  await page.goto('/en/desk')
  const returned = page.getByRole('region', { name: 'Returned with questions' })
  await returned.getByRole('link').first().click()
  await expect(page.getByText('The coordinator has questions')).toBeVisible()
  return page
}
