import { expect, type APIRequestContext, type APIResponse } from '@playwright/test'

import { registerTables } from '#app/domain/open-data/register-tables.ts'
import { paths, registerFiles, serverPaths, tableFile } from '#app/paths.ts'
import {
  addressesIn,
  crawl,
  fewOf,
  formatsIn,
  patternOf,
  type Found,
} from '#tests/support/crawl.ts'
import { kindOf, readingOf, type Kind } from '#tests/support/hostile-formats.ts'
import { formsIn, type Form } from '#tests/support/hostile-forms.ts'
import { test } from '#tests/support/hostile.ts'
import { tracesIn, visited } from '#tests/support/injected.ts'
import { asKept, asTyped, payloads } from '#tests/support/payloads.ts'

// One register for all of them; the last ones write in it.
test.describe.configure({ mode: 'default' })
test.setTimeout(120_000)

const words = payloads.map(({ text }) => asTyped(text))
const kept = payloads.map(({ text }) => asKept(text))

/** Places that hold no words of people's, by what they hold instead. */
const wordless = [
  // What the register gives: ids, keys, numbers, days, hashes, and what is sealed or signed.
  /(?:[._]id|Id|_ids?|_by|[._]key|[._]code|\.number|_number|[._]on|On|On\.(?:from|to)|\.adopted)$/,
  /(?:_?hash|sha256|digest|disclosure|stored_name|secret|transports|_checkpoint\.note|\.line)$/,
  // One of a few: states, kinds, languages, places, clauses.
  /\.(?:state|kind|outcome|purpose|locale|lang|group|access|scan|decision|finding|stance|basis)$/,
  /\.(?:reached|assurance|scope|demand|addressees|currency|sdgTargets|(?:head|body)\.licence\.name)$/,
  /\.(?:role|device_type|mediaType|media_type|clause|declaration|places?|country|themeOrder)$/,
  // Whose it is; whether a letter could get there was asked before.
  /\.(?:email|address|to|witness)$/,
  // What an act names: others, by their ids, and its own fields.
  /^acts\.(?:subject|fields\.(?:evidence|lead|organisation|party|report|review|redaction|field|value))$/,
  /^acts\.fields\.(?:milestoneOrder|remains\..*|parties\.organisationId)$|\.changes\.field$/,
  // Folded letters, for searching.
  /^search_texts\./,
  // The journeys themselves are what is refused.
  /^refused_attempts\./,
]
/** Places that hold some payloads only, since there are few of their kind, or since they are cut. */
const few = [
  /^administrator_proposals\.reason$/,
  /^(?:declarations\.body|acts\.fields\.(?:head|theme|preamble))\.|\.provenance\./,
  // Half of the organisations have a name in French, and what sorts is the name in English.
  /\.names\.fr$|\.sort_name$/,
  // Sixty characters; eighty.
  /^passkeys\.name$|^acts\.fields\.name$|\.questions\.field$/,
  // A name of a file is what comes after slashes; an address has no line ends; a browser says ASCII.
  /^evidence\.file_name$|\.url$|\.website$|\.agent$/,
  // Words that are still to be withheld, and what a mail server said.
  /^redactions\.words$|^mails\.last_error$/,
]

test('the register has payloads wherever it keeps words', ({ hostile }) => {
  const places = Object.entries(hostile.places).filter(
    // A text of JSON is looked into.
    ([place]) => !Object.keys(hostile.places).some((other) => other.startsWith(`${place}.`)),
  )
  const isOf = (kinds: readonly RegExp[], place: string) => kinds.some((kind) => kind.test(place))
  const empty = places.filter(([place, found]) => found.length === 0 && !isOf(wordless, place))
  expect(empty.map(([place]) => place)).toEqual([])
  // A table has one kind of line end, so that one of them comes in otherwise.
  const partly = places.filter(
    ([place, found]) => found.length > 0 && found.length < payloads.length - 1 && !isOf(few, place),
  )
  expect(partly).toEqual([])
})

/** Not the lists behind each combination of filters, and of the log one entry in ten. */
const publicPages =
  /^\/en(?!\/(?:desk|sign-|account|first-run|log\.atom|log\?|log\/\d*[1-9](?:0\/check|\/|$)))(?:$|\/[^?]*(?:\?(?:after|before)=[^&]*)?$)/
const ownPages = /^\/en\/(?:desk(?!\/files\/)|account(?!\/data\/export$))/
const roles = ['partner', 'coordinator', 'second', 'administrator'] as const

const named = (pages: readonly Found[]) => pages.map(({ path, html }) => ({ name: path, html }))
const wrong = (pages: readonly Found[]) =>
  pages.filter(({ status }) => status >= 500).map(({ path, status }) => `${status} ${path}`)
const pathsOf = (pages: readonly Found[]) => pages.map(({ path }) => path)

test('what these journeys look for would be seen', async ({ browse, hostile }) => {
  const context = await browse('stranger')
  const page = await context.newPage()
  const unescaped = (word: string) =>
    `<p title="${word}"></p><p title='${word}'></p><a href=${word}></a><a href="${word}">${word}</a>`
  // What is decoded twice is text when it is decoded once.
  const makes = /^(?!&)[^]*data-injected|^javascript:/
  for (const word of words.filter((one) => makes.test(one)))
    expect(await tracesIn(page, [{ name: word, html: unescaped(word) }])).not.toEqual([])

  // One of them would lead away before it could be looked at.
  const body = words.filter((word) => !word.includes('http-equiv')).join('\n')
  const trap = (path: string, policy: Record<string, string>) =>
    context.route(`**${path}`, (route) =>
      route.fulfill({ contentType: 'text/html', headers: policy, body }),
    )
  await trap('/open', {})
  await trap('/closed', { 'Content-Security-Policy': "script-src 'none'; img-src 'none'" })
  await visited(context, ['/open', '/closed'], hostile.origin)
  await expect.poll(() => context.caught.join('\n')).toMatch(/\/open dialog: \d/)
  await expect.poll(() => context.caught.join('\n')).toMatch(/\/closed report: script-src/)
})

let known: Found[] | undefined
/** Every public page that links lead to, read once. */
async function publicOnes(request: APIRequestContext): Promise<Found[]> {
  const from = ['/en', '/en/search?q=script', '/en/sign-in', '/en/sign-up']
  return (known ??= await crawl(request, { from, within: publicPages, each: 120 }))
}

test('no public page runs what people wrote, in any language or on paper', async ({
  browse,
  hostile,
}) => {
  const context = await browse('stranger')
  const pages = await publicOnes(context.request)
  expect(wrong(pages)).toEqual([])
  const page = await context.newPage()
  expect(await tracesIn(page, named(pages))).toEqual([])
  const few = pathsOf(fewOf(pages, 2))
  const languages = ['ar', 'zh', 'fr', 'ru', 'es']
  const others = pathsOf(fewOf(pages, 1)).map((path, place) =>
    path.replace('/en', `/${languages[place % languages.length]}`),
  )
  expect(await visited(context, [...few, ...others], hostile.origin)).toEqual([])
  expect(context.caught).toEqual([])
})

for (const role of roles)
  test(`nor does any page of the desk and the account of a ${role}`, async ({
    browse,
    hostile,
  }) => {
    const context = await browse(role)
    const pages = await crawl(context.request, { from: ['/en/desk'], within: ownPages, each: 12 })
    expect(wrong(pages)).toEqual([])
    const page = await context.newPage()
    expect(await tracesIn(page, named(pages))).toEqual([])
    const each = role === 'second' ? 1 : 2
    const found = await visited(context, pathsOf(fewOf(pages, each)), hostile.origin)
    expect(found).toEqual([])
    expect(context.caught).toEqual([])
  })

/** XML has no way to write some signs, and reads one kind of line end; a calendar leaves them out. */
const readings = (text: string) => [
  text,
  text.replaceAll(UNWRITABLE, '').replaceAll('\r', '\n'),
  text.replaceAll(UNWRITABLE, '').replaceAll('\r', ''),
]
// oxlint-disable-next-line no-control-regex -- control characters are what is left out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe]/g

test('feeds and exports hold it word for word, as nothing but words', async ({ browse }) => {
  const { request, ...context } = await browse('stranger')
  void context
  const page = await (await browse('stranger')).newPage()
  const pages = await publicOnes(request)
  const led = formatsIn(pages).map((path) => ({
    ...{ path, pattern: patternOf(path) ?? path, status: 0, html: '' },
  }))
  const single = { ...registerFiles, archive: registerFiles.descriptor }
  const files = [...Object.values(single), ...registerTables.map(({ name }) => tableFile(name))]
  const data = [paths.commitmentsData(), paths.milestonesData(), paths.recordsData()]
  const addresses = new Set([
    ...pathsOf(fewOf(led, 6)),
    ...files.map((name) => serverPaths.registerFile(name)),
    ...[...data, paths.organisationsData(), paths.openApi(), '/api/v1/declarations'],
    ...['/sitemap.xml', '/en/log.atom'],
  ])
  const said = new Map<Kind, string[]>()
  const problems: string[] = []
  for (const address of addresses) {
    const answer = await request.get(address)
    const kind = kindOf(answer.headers()['content-type'])
    if (!kind || !answer.ok()) {
      problems.push(`${address} ${answer.status()} ${answer.headers()['content-type']}`)
      continue
    }
    const reading = await readingOf(page, kind, await answer.text())
    problems.push(...reading.problems.map((problem) => `${address} ${problem}`))
    said.set(kind, [...(said.get(kind) ?? []), ...reading.texts])
  }
  expect([...new Set(problems)]).toEqual([])
  for (const [kind, texts] of said) {
    const all = texts.join('\n')
    const lost = kept.filter((word) => !readings(word).some((read) => all.includes(read)))
    expect([kind, lost]).toEqual([kind, []])
  }
})

test('so do the files that only some may have', async ({ browse, hostile }) => {
  const { request } = await browse('administrator')
  const page = await (await browse('stranger')).newPage()
  const read = async (answer: APIResponse) => {
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/)
    const kind = kindOf(answer.headers()['content-type']) ?? 'xml'
    const { texts, problems } = await readingOf(page, kind, await answer.text())
    expect(problems).toEqual([])
    return texts.join('\n')
  }
  const audit = await read(await request.get(paths.auditExport('en')))
  expect(audit).toContain('alert(1)')
  const { request: partner } = await browse('partner')
  const headers = { Origin: hostile.origin }
  const own = await read(await partner.post(paths.exportOwnData('en'), { headers }))
  expect(kept.filter((word) => word.length < 60 && !own.includes(word))).toEqual([])
})

test('a file of evidence comes as something to save, under a name that is only a name', async ({
  browse,
}) => {
  const { request } = await browse('stranger')
  const pages = await publicOnes(request)
  const files = new Set(pages.flatMap(addressesIn).filter((path) => path.startsWith('/files/')))
  expect(files.size).toBeGreaterThanOrEqual(payloads.length)
  for (const file of files) {
    const answer = await request.get(file)
    const { 'content-disposition': name, ...others } = answer.headers()
    expect(name).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w%!#$&+.^`|~-]*$/)
    expect(others).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    expect(Object.keys(others).filter((one) => /bcc|injected/.test(one))).toEqual([])
  }
})

test('nor does a letter, where no policy would stop it', async ({ browse, hostile }) => {
  const context = await browse('stranger')
  const page = await context.newPage()
  const { letters } = hostile
  const texts = letters.map(({ subject, html }) => ({ name: subject, html }))
  expect(await tracesIn(page, texts)).toEqual([])
  for (const word of kept) {
    const first = word.split('\n')[0] ?? ''
    const letter = letters.find(
      ({ subject, html }) => subject.includes(first) || html.includes(first),
    )
    if (letter) await page.setContent(letter.html)
  }
  expect(context.caught).toEqual([])
})

/** Where an address can say something: in each place of it, and in every part of its query. */
function addressesWith(word: string): string[] {
  const said = encodeURIComponent(word)
  const names = [
    ...['q', 'outcome', 'group', 'clause', 'organisation', 'country', 'place', 'year', 'month'],
    ...['sort', 'after', 'before', 'theme', 'declaration', 'kind', 'who', 'from', 'until', 'state'],
    ...[
      'to',
      'token',
      'done',
      'problem',
      'title',
      'lang',
      'access',
      'heldReason',
      'again',
      'number',
    ],
  ]
  const query = new URLSearchParams(names.map((name) => [name, word])).toString()
  return [
    ...['', 'commitments/', 'organisations/', 'declarations/', 'clauses/', 'log/', 'desk/'].map(
      (place) => `/en/${place}${said}`,
    ),
    ...['commitments', 'milestones', 'search', 'organisations', 'coverage', 'places', 'log'].map(
      (list) => `/en/${list}?${query}`,
    ),
    ...['sign-in', 'account/confirm', 'account/invitations', 'account/reset', 'account/mail'].map(
      (door) => `/en/${door}?${query}`,
    ),
    ...['/', '/r/', '/files/', '/data/', '/sitemap/', '/log/', '/log/tile/', '/api/v1/'].map(
      (place) => place + said,
    ),
    ...['/api/v1/commitments?', '/en/commitments.csv?', '/en/milestones.ics?'].map(
      (place) => place + query,
    ),
  ]
}

test('nor does an address run what stands in it', async ({ browse, hostile }) => {
  const context = await browse('stranger')
  const page = await context.newPage()
  const faults: string[] = []
  const answers: { name: string; html: string }[] = []
  const ask = async (address: string) => {
    const answer = await context.request.get(address, { maxRedirects: 0 })
    if (answer.status() >= 500) faults.push(`${answer.status()} ${address}`)
    faults.push(...elsewhere(answer, hostile.origin))
    if (isHtml(answer)) answers.push({ name: address, html: await answer.text() })
  }
  for (const [turn, word] of words.entries()) {
    // Every other address with every other payload, and round again.
    const some = addressesWith(word).filter((_, place) => (place + turn) % 2 === 0)
    await Promise.all(some.map(ask))
  }
  expect(faults).toEqual([])
  expect(await tracesIn(page, answers)).toEqual([])
  const shown = words.flatMap((word, place) => addressesWith(word)[place % 19] ?? [])
  expect(await visited(context, shown, hostile.origin)).toEqual([])
  expect(context.caught).toEqual([])
})

const isHtml = (answer: APIResponse) =>
  (answer.headers()['content-type'] ?? '').startsWith('text/html')

/** Answers that lead away, or that say more headers than the server meant. */
function elsewhere(answer: APIResponse, origin: string): string[] {
  const { location, bcc, 'set-cookie': cookie = '' } = answer.headers()
  const away = location !== undefined && new URL(location, origin).origin !== origin
  const more = bcc !== undefined || cookie.includes('evil')
  return away || more ? [`${answer.url()} leads to ${location}`] : []
}

for (const javaScriptEnabled of [true, false])
  test(`nor is it more than text in fields, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browse,
  }) => {
    const context = await browse('partner', { javaScriptEnabled })
    const page = await context.newPage()
    await page.goto('/en/desk/organisations/new')
    for (let turn = 0; turn < words.length; turn += 5) {
      const fields = await page.getByRole('textbox').all()
      for (const [place, field] of fields.entries()) await field.fill(words[turn + place] ?? '')
      await page.getByRole('button', { name: 'Register the organisation', exact: true }).click()
      await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
      // A browser has its own idea of line ends; half of a field is not shown.
      const typed = page.getByRole('textbox').last()
      const word = words[turn + fields.length - 1] ?? ''
      expect((await typed.inputValue()).replaceAll('\r', '\n')).toBe(kept[words.indexOf(word)])
      await expect(page.locator('[data-injected]')).toHaveCount(0)
    }
    expect(context.caught).toEqual([])
  })

// The last, since it ends sessions and closes accounts on its way.
test('nor does a form that comes back, whoever is asked', async ({ browse, hostile }) => {
  const faults: string[] = []
  const asked = new Set<string>()
  for (const role of ['stranger', ...roles] as const) {
    const context = await browse(role)
    const page = await context.newPage()
    const from = role === 'stranger' ? ['/en/sign-in', '/en/sign-up'] : ['/en/desk']
    const within = role === 'stranger' ? /^\/en\/(?:sign-|account\/)/ : ownPages
    const found = await crawl(context.request, { from, within, each: 7 })
    // What those before have sent is among it, and what they were refused.
    const answers = named(found)
    const send = async (form: Form, turn: number) => {
      const answer = await post(context.request, form, turn, hostile.origin)
      const name = `${answer.status()} ${form.action} of ${form.page}`
      if (answer.status() >= 500) faults.push(name)
      faults.push(...elsewhere(answer, hostile.origin))
      const html = isHtml(answer) ? await answer.text() : ''
      if (answer.status() === 422 && !/role="alert"[^]*<li/.test(html))
        faults.push(`${name} does not say what is wrong`)
      answers.push({ name, html })
    }
    for (const form of await formsIn(page, found)) {
      const names = form.fields.filter(({ free }) => free).map(({ name }) => name)
      const kind = [patternOf(form.page), ...names, ...form.files].join(' ')
      // What one has been asked, the next is asked in the same words.
      if (asked.has(kind)) continue
      asked.add(kind)
      // Where there are two fields, one says every other payload and its neighbour the rest.
      const turns = [...words.keys()].filter((turn) => names.length < 2 || turn % 2 === 0)
      await Promise.all(turns.map((turn) => send(form, turn)))
    }
    expect(await tracesIn(page, answers)).toEqual([])
    for (const word of words)
      await context.request.get(paths.changeAccount('en', encodeURIComponent(word)))
  }
  expect([...new Set(faults)]).toEqual([])
})

/** Sends a form as a browser does, another payload in each field that takes words. */
function post(request: APIRequestContext, form: Form, turn: number, origin: string) {
  const wordOf = (place: number) => words[(turn + place) % words.length] ?? ''
  const fields = form.fields.map(({ name, free, value }, place) => [
    name,
    free ? wordOf(place) : value,
  ])
  const headers = { Origin: origin }
  if (form.files.length === 0)
    return request.post(form.action, {
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      data: new URLSearchParams(fields as [string, string][]).toString(),
      maxRedirects: 0,
    })
  const file = (place: number) => ({
    name: `${wordOf(place)}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(wordOf(place)),
  })
  return request.post(form.action, {
    headers,
    multipart: Object.fromEntries([
      ...fields,
      ...form.files.map((name, place) => [name, file(place)]),
    ]) as Record<string, string | ReturnType<typeof file>>,
    maxRedirects: 0,
  })
}
