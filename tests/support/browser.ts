import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test'

type Demonstrated = { key: string; name: string; email: string }
const people = JSON.parse(
  readFileSync('declarations/demonstration/people.json', 'utf8'),
) as Demonstrated[]

/** Everybody's in the demonstration. */
export const PASSWORD = 'demonstration'

/** Whom the journeys sign in as; each is an account of the demonstration. */
export const roles = {
  partner: 'amina-diallo',
  otherPartner: 'lucas-ferreira',
  coordinator: 'coordinator-one',
  memberCoordinator: 'coordinator-two',
  administrator: 'administrator',
} as const
export type Role = keyof typeof roles

/** Everybody, as whom between them every page of the desk is met. */
export const deskRoles = Object.keys(roles) as Role[]

export function personOf(role: Role): Demonstrated {
  const found = people.find(({ key }) => key === roles[role])
  if (!found) throw new Error(`the demonstration has no ${roles[role]}`)
  return found
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>
// One sign-in a role and worker; a journey that ends a session makes one of its own.
const sessions = new Map<Role, State>()

type Journeys = {
  /** A window of its own for somebody, signed in unless they are a `stranger`. */
  as: (who: Role | 'stranger', options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Journeys>({
  as: async ({ browser, javaScriptEnabled }, give) => {
    const opened: BrowserContext[] = []
    const open = async (options: BrowserContextOptions) => {
      const context = await browser.newContext({ javaScriptEnabled, ...options })
      opened.push(context)
      return context.newPage()
    }
    await give(async (who, options = {}) => {
      if (who === 'stranger') return open(options)
      const storageState = sessions.get(who) ?? (await sessionOf(browser, who))
      sessions.set(who, storageState)
      return open({ ...options, storageState })
    })
    for (const context of opened) await context.close()
  },
})
export { expect }

async function sessionOf(browser: Browser, role: Role): Promise<State> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/en/sign-in')
  await signIn(page, personOf(role).email)
  const state = await context.storageState()
  await context.close()
  return state
}

/** Fills in the sign-in form that stands on the page, and lands behind it. */
export async function signIn(page: Page, email: string, password = PASSWORD) {
  await typed(page, 'E-mail address', email)
  await typed(page, 'Password', password)
  await press(page, 'Sign in')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** A new account, made, confirmed by its letter, and signed in to. A demonstration shows the letter. */
export async function signUp(page: Page, name: string) {
  const address = `${randomUUID()}@lindenau.example`
  await page.goto('/en')
  await follow(page, 'Sign in')
  await follow(page, 'Make an account')
  await typed(page, 'Your name', name)
  await typed(page, 'E-mail address', address)
  await typed(page, 'Password', 'rye, salt and slow water')
  await press(page, 'Make the account')
  await expect(heading(page, 'Look into your mail')).toBeVisible()
  await follow(page, /\/account\/confirm\?token=/)
  await press(page, 'This is my address')
  await expect(page.getByRole('status')).toContainText('Your address is confirmed')
  await signIn(page, address, 'rye, salt and slow water')
  return address
}

/** An organisation nobody has verified yet, with the person as its focal point. */
export async function registerOrganisation(page: Page, name: string) {
  await page.goto('/en/desk/organisations/new')
  await typed(page, 'Name of the organisation', name)
  await choose(page, 'What kind of organisation it is', 'Academia')
  await page.getByLabel('Country or area').selectOption('KE')
  await typed(page, 'Official website', 'https://lindenau.example/')
  await typed(
    page,
    'How a coordinator can check',
    'Our web site has our address, and our page of contacts names Mira Lindqvist.',
  )
  await press(page, 'Register the organisation')
  await expect(heading(page, name)).toBeVisible()
}

type Place = Page | Locator

/** Types into the one text field of that label, whatever follows the label's words. */
export const typed = (place: Place, label: string, text: string) =>
  place.getByRole('textbox', { name: label }).fill(text)

export const press = (place: Place, name: string) =>
  place.getByRole('button', { name, exact: true }).click()

export const follow = (place: Place, name: string | RegExp) =>
  place.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) }).click()

/** Chooses an answer of the question with that legend. */
export const choose = (place: Place, question: string, answer: string | RegExp) =>
  place
    .getByRole('group', { name: question })
    .getByRole('radio', { name: answer, ...(typeof answer === 'string' && { exact: true }) })
    .check()

export const heading = (place: Place, name: string | RegExp) =>
  place.getByRole('heading', { level: 1, name })

/** The day some days from today, as forms take it; the server counts days in UTC. */
export const dayIn = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** How many pixels a reader would have to scroll sideways. */
export const widthBeyondWindow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement
    return scrollWidth - clientWidth
  })
