import { readdirSync } from 'node:fs'

import type { ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { eq, isNull } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { createSession } from '#app/auth/sessions.server.ts'
import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { authenticators, coordinators, users } from '#app/db/schema/accounts.ts'
import { mails } from '#app/db/schema/acts.ts'
import { members } from '#app/db/schema/organisations.ts'
import routes from '#app/routes.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { again, person } from '#tests/support/people.ts'
import { cookieOf, testServer } from '#tests/support/server.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  drafted,
  findingContent,
  granted,
  join,
  NOW,
  organisationInput,
  published,
  reportContent,
  reported,
  submitted,
  terms,
  world,
  type World,
} from '#tests/support/world.ts'

/** Who knocks, in the order the columns of the matrix stand. */
const visitors = [
  'stranger',
  'person',
  'partner',
  'editor',
  'otherPartner',
  'coordinator',
  'conflicted',
  'administrator',
] as const
type Visitor = (typeof visitors)[number]

/**
 * One letter a visitor, in the order above: `+` is let in, `s` is sent to sign in, `x` is refused.
 * A visitor counts as let in when the rule was reached and did not ask who they are: 200, 303,
 * 422 for an empty form, 409 for a thing that is not in the right state.
 */
type Stance = { get: string; post: string }
const everybodyReads: Stance = { get: '++++++++', post: 'xxxxxxxx' }
const membersOnly: Stance = { get: 's x ++ x x + x'.replaceAll(' ', ''), post: 'sx++xx+x' }
const focalPointActs: Stance = { get: 'sx++xx+x', post: 'sx+xxxxx' }
const anyoneSignedIn: Stance = { get: 's+++++++', post: 's+++++++' }
const coordinatorsAlone: Stance = { get: 'sxxxx++x', post: 'sxxxx++x' }
const unconflicted: Stance = { get: 'sxxxx+xx', post: 'sxxxx+xx' }
const administratorsAlone: Stance = { get: 'sxxxxxx+', post: 'sxxxxxx+' }

type Case = {
  stance: Stance
  make?: (w: World) => Promise<string>
  /** A form good enough to reach the rule; without it an empty one is posted. */
  fields?: Record<string, string>
}

/** The entry of an act that is signed: machines may have all that stands beside it. */
const signedEntry = async (w: World) => {
  await signLog(w.db)
  return '0'
}
const nobodyHas: Stance = { get: 'xxxxxxxx', post: 'xxxxxxxx' }

const draftId = async (w: World) => (await drafted(w)).id
const publishedId = async (w: World) => (await published(w)).id
const reportId = async (w: World) => (await reported(w, await published(w))).id
const draftedReportId = async (w: World) => {
  const { terms: published_ } = await published(w)
  const milestone = published_.milestones?.[0]?.id ?? ''
  return granted(await draftReport(w.as(w.partner), milestone)).report.id
}
/** Two milestones, so that one finding alone decides nothing about the whole. */
const decidedReview = async (w: World) => {
  const [one] = terms().milestones
  const two = { ...one!, id: 'mls_2' }
  const report = await reported(w, await published(w, { milestones: [one!, two] }))
  const { review } = granted(await takeReport(w.as(w.coordinator), report.id))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  return { report, review }
}

const evidenceId = async (w: World) => {
  const id = await draftedReportId(w)
  const link = { title: 'Attendance lists', lang: 'en', access: 'public', heldReason: '' } as const
  const url = 'https://ministry.example/lists'
  const attached = await attachLink(w.as(w.partner), id, { ...link, kind: 'link', url })
  granted(await editReport(w.as(w.partner), id, reportContent))
  granted(await submitReport(w.as(w.partner), id))
  return granted(attached).evidence.id
}

/** A form the rule can be asked about; it would drop a milestone, which a focal point is told. */
const amendment = {
  version: '1',
  reason: 'The last district starts a month later than planned.',
  title: terms().title,
  text: terms().text,
  endOn: dayFromNow(330),
  'milestones[0].title': 'A new step',
  'milestones[0].dueOn': dayFromNow(300),
  'milestones[0].unit': 'districts',
  'milestones[0].target': '12',
}

const publicNumber = async (w: World) => (await published(w)).number ?? ''
/** Open data is open, whatever it is served as. */
const inFormats = (path: string, formats: readonly string[], make?: Case['make']) =>
  Object.fromEntries(
    formats.map((format) => [
      `:locale/${path}.${format}`,
      { stance: everybodyReads, ...(make ? { make } : {}) } satisfies Case,
    ]),
  )

const cases: Record<string, Case> = {
  '': { stance: everybodyReads },
  // Whoever runs this one has named nobody to write to.
  '.well-known/security.txt': { stance: nobodyHas },
  'robots.txt': { stance: everybodyReads },
  'sitemap.xml': { stance: everybodyReads },
  'sitemap/:file': { stance: everybodyReads, make: async () => 'pages.xml' },
  'r/:number': {
    stance: everybodyReads,
    make: async (w) => (await published(w)).number ?? '',
  },
  log: { stance: everybodyReads },
  'log/checkpoint': { stance: everybodyReads, make: signedEntry },
  // Nobody is named a witness here.
  'log/checkpoint.witnessed': { stance: nobodyHas, make: signedEntry },
  'log/policy': { stance: nobodyHas },
  'log/tile/*': {
    stance: everybodyReads,
    make: async (w) => `entries/00${await signedEntry(w)}.p/1`,
  },
  'log/log.vkey': { stance: everybodyReads },
  'log/README': { stance: everybodyReads },
  'log/disclosures/bundle/:bundle': { stance: everybodyReads, make: signedEntry },
  'log/disclosures/:file': {
    stance: everybodyReads,
    make: async (w) => `${await signedEntry(w)}.json`,
  },
  'log/proof/:entry': { stance: everybodyReads, make: signedEntry },
  'log/receipt/:entry': { stance: everybodyReads, make: signedEntry },
  'log/*': { stance: nobodyHas, make: async () => 'no/such/thing' },

  'api/v1/commitments': { stance: everybodyReads },
  'api/v1/commitments/:number': {
    stance: everybodyReads,
    make: async (w) => (await published(w)).number ?? '',
  },
  'api/v1/records': { stance: everybodyReads },
  'api/v1/milestones': { stance: everybodyReads },
  'api/v1/openapi.json': { stance: everybodyReads },
  'api/v1/organisations': { stance: everybodyReads },
  'api/v1/organisations/:id': { stance: everybodyReads, make: async (w) => w.organisationId },
  'api/v1/declarations': { stance: everybodyReads },
  'api/v1/declarations/:key': { stance: everybodyReads, make: async () => 'qd2015' },
  'api/*': { stance: nobodyHas, make: async () => 'v2/no/such/thing' },
  ':locale/log': { stance: everybodyReads },
  ':locale/log.atom': { stance: everybodyReads },
  ':locale/log/:entry': { stance: everybodyReads, make: signedEntry },
  ':locale/log/:entry/check': { stance: everybodyReads, make: signedEntry },

  ':locale': { stance: everybodyReads },
  ':locale/about': { stance: everybodyReads },
  ':locale/privacy': { stance: everybodyReads },
  ':locale/security': { stance: everybodyReads },
  ':locale/data': { stance: everybodyReads },
  ':locale/data/api': { stance: everybodyReads },
  ':locale/declarations': { stance: everybodyReads },
  ':locale/declarations/:key': { stance: everybodyReads, make: async () => 'qd2015' },
  ':locale/clauses/*': { stance: everybodyReads, make: async () => 'qd2015/oer/1' },
  ':locale/commitments': { stance: everybodyReads },
  ':locale/search': { stance: everybodyReads },
  ':locale/commitments/:number': {
    stance: everybodyReads,
    make: async (w) => (await published(w)).number ?? '',
  },
  ...inFormats('commitments', ['csv', 'json', 'atom', 'ics']),
  ...inFormats('commitments/:number', ['json', 'jsonld', 'atom', 'ics'], publicNumber),
  ...inFormats('search', ['csv', 'json', 'atom']),
  ...inFormats('milestones', ['csv', 'json', 'ics']),
  ...inFormats('organisations', ['csv', 'json', 'atom']),
  ...inFormats('organisations/:id', ['json', 'atom', 'ics'], async (w) => w.organisationId),
  ...inFormats('clauses/:declaration/:theme?/:clause', ['csv', 'json', 'atom', 'ics']),
  ':locale/milestones': { stance: everybodyReads },
  ':locale/coverage': { stance: everybodyReads },
  ':locale/places': { stance: everybodyReads },
  ...inFormats('coverage', ['csv', 'json']),
  ...inFormats('places', ['csv', 'json']),
  ':locale/organisations': { stance: everybodyReads },
  ':locale/organisations/:id': { stance: everybodyReads, make: async (w) => w.organisationId },
  '*': { stance: { get: 'xxxxxxxx', post: 'xxxxxxxx' }, make: async () => 'no/such/page' },

  ':locale/sign-up': { stance: { get: '++++++++', post: '++++++++' } },
  ':locale/sign-in': { stance: { get: '++++++++', post: '++++++++' } },
  // Asked by GET it only sends back: no link can sign anybody out.
  // For who has given the password alone; whoever is in already is led on.
  ':locale/sign-in/second-factor': { stance: anyoneSignedIn },
  ':locale/sign-out': { stance: { get: '++++++++', post: '++++++++' } },
  ':locale/first-run': { stance: { get: 'xxxxxxxx', post: 'xxxxxxxx' } },
  ':locale/account': { stance: { get: 's+++++++', post: 'xxxxxxxx' } },
  ':locale/account/details': { stance: anyoneSignedIn },
  ':locale/account/address': { stance: anyoneSignedIn },
  ':locale/account/password': { stance: anyoneSignedIn },
  ':locale/account/sessions': { stance: anyoneSignedIn },
  ':locale/account/passkeys': { stance: anyoneSignedIn },
  // Asked by GET both only lead to the page they serve.
  ':locale/account/passkeys/options': { stance: anyoneSignedIn },
  ':locale/sign-in/passkey': { stance: { get: '++++++++', post: '++++++++' } },
  ':locale/account/sign-ins': { stance: { get: 's+++++++', post: 'xxxxxxxx' } },
  ':locale/account/second-factor': { stance: anyoneSignedIn },
  ':locale/account/prove': { stance: anyoneSignedIn },
  ':locale/account/data': { stance: anyoneSignedIn },
  ':locale/account/data/export': { stance: anyoneSignedIn },
  ':locale/account/erased': { stance: everybodyReads },
  // Without a link it is for who signed in and waits; everybody else is led away.
  ':locale/account/confirm': { stance: anyoneSignedIn },
  ':locale/account/forgotten': { stance: { get: '++++++++', post: '++++++++' } },
  // Without a link there is nothing to reset.
  ':locale/account/reset': { stance: nobodyHas },
  ':locale/account/mail': { stance: { get: '++++++++', post: 'xxxxxxxx' } },
  // Sends on to where the token stands in the query.
  ':locale/account/invitations/:token': { stance: { get: '++++++++', post: '++++++++' } },
  ':locale/account/invitations': {
    // Whoever is signed in may look; the first to follow the link joins by it; members are sent on;
    // for the rest it is then used up.
    stance: { get: 's+++++++', post: 's+++xx+x' },
    make: async (w) => {
      const { token } = granted(
        await inviteMember(
          w.as(w.partner),
          w.organisationId,
          { email: 'new@people.example', role: 'editor' },
          'en',
        ),
      )
      return `?token=${token}`
    },
  },

  ':locale/desk': { stance: { get: 's+++++++', post: 'xxxxxxxx' } },
  ':locale/desk/organisations/new': { stance: anyoneSignedIn },
  ':locale/desk/organisations/:id': {
    stance: { ...membersOnly, post: 'xxxxxxxx' },
    make: async (w) => w.organisationId,
  },
  ':locale/desk/organisations/:id/invite': {
    stance: focalPointActs,
    fields: { email: 'new@people.example', role: 'editor' },
    make: async (w) => w.organisationId,
  },
  // Whose organisation it is, the rule asks when a form names one.
  ':locale/desk/commitments/new': { stance: anyoneSignedIn },
  ':locale/desk/commitments/:id': { stance: { ...membersOnly, post: 'xxxxxxxx' }, make: draftId },
  ':locale/desk/commitments/:id/edit/:step': { stance: membersOnly, make: draftId },
  ':locale/desk/commitments/:id/partners': { stance: membersOnly, make: draftId },
  ':locale/desk/commitments/:id/check': {
    stance: focalPointActs,
    fields: { confirm: 'yes' },
    make: draftId,
  },
  ':locale/desk/commitments/:id/amend': {
    stance: focalPointActs,
    fields: amendment,
    make: publishedId,
  },
  ':locale/desk/commitments/:id/withdraw': {
    stance: focalPointActs,
    fields: { number: 'QD-2026-0001', reason: 'The programme lost its budget.' },
    make: publishedId,
  },
  ':locale/desk/milestones/:id/report': {
    stance: membersOnly,
    make: async (w) => (await published(w)).terms.milestones?.[0]?.id ?? '',
  },
  ':locale/desk/reports/:id': { stance: { ...membersOnly, post: 'xxxxxxxx' }, make: reportId },
  ':locale/desk/reports/:id/edit': { stance: membersOnly, make: draftedReportId },
  ':locale/desk/reports/:id/evidence': { stance: membersOnly, make: draftedReportId },
  ':locale/desk/reports/:id/check': { stance: membersOnly, make: draftedReportId },
  ':locale/desk/reviews/:id/reply': {
    stance: focalPointActs,
    fields: { stance: 'accepts', lang: 'en', text: 'We accept the finding and thank you.' },
    make: async (w) => (await decidedReview(w)).review.id,
  },
  ':locale/desk/parties/:id': {
    stance: { get: 'sxxx+xxx', post: 'sxxx+xxx' },
    make: async (w) => {
      const input = { organisationId: w.otherOrganisationId, role: 'Training', share: '' }
      const { id } = await drafted(w)
      return granted(await inviteParty(w.as(w.partner), id, input)).party.id
    },
  },
  ':locale/desk/members/:id': {
    stance: focalPointActs,
    fields: { intent: 'role', role: 'editor' },
    make: async (w) => (await memberIdOf(w, w.editor)) ?? '',
  },

  ':locale/desk/queue': { stance: coordinatorsAlone },
  ':locale/desk/import': { stance: coordinatorsAlone },
  ':locale/desk/verify/:id': {
    stance: unconflicted,
    fields: { move: 'suspend', reason: 'Its official site has been taken over.' },
    make: async (w) => w.organisationId,
  },
  ':locale/desk/screen/:id': {
    stance: unconflicted,
    fields: { decision: 'publish' },
    make: async (w) => (await submitted(w)).id,
  },
  ':locale/desk/review/:id': { stance: unconflicted, make: reportId },
  ':locale/desk/review/:id/return': { stance: unconflicted, make: reportId },
  ':locale/desk/review/:id/confirm': { stance: unconflicted, make: reportId },
  ':locale/desk/review/:id/correct': {
    stance: unconflicted,
    make: async (w) => (await decidedReview(w)).report.id,
  },
  // Which record it is about, and whether it is one's own, is asked of its number.
  ':locale/desk/redactions/new': { stance: coordinatorsAlone },
  ':locale/desk/redactions/:id': {
    stance: unconflicted,
    fields: { intent: 'refuse', reason: 'It names nobody at all.' },
    make: async (w) => {
      const wish = { words: ['two weeks each'], evidenceIds: [], basis: 'court' as const }
      const input = { ...wish, reason: 'As ordered.' }
      const id = await publishedId(w)
      const proposed = await proposeRedaction(w.as(w.secondCoordinator), id, input)
      return granted(proposed).redaction.id
    },
  },
  ':locale/desk/evidence/:id/open': { stance: unconflicted, make: evidenceId },

  ':locale/desk/administration': { stance: { ...administratorsAlone, post: 'xxxxxxxx' } },
  ':locale/desk/administration/coordinators': { stance: administratorsAlone },
  ':locale/desk/administration/declarations': {
    stance: administratorsAlone,
    fields: { declaration: 'nap6' },
  },
  ':locale/desk/administration/people': { stance: { ...administratorsAlone, post: 'xxxxxxxx' } },
  ':locale/desk/administration/people/:id': {
    stance: administratorsAlone,
    fields: { change: 'make-administrator', reason: 'Voted in by the members.' },
    make: async (w) => w.secondCoordinator.userId,
  },
  ':locale/desk/administration/people/:id/factors': {
    stance: administratorsAlone,
    fields: { reason: 'The telephone with the app is lost.' },
    make: async (w) => {
      const { userId } = w.secondCoordinator
      const app = { userId, sealedSecret: 'sealed', createdAt: NOW, confirmedAt: NOW }
      await w.db.insert(authenticators).values(app)
      return userId
    },
  },
  ':locale/desk/administration/audit': { stance: { ...administratorsAlone, post: 'xxxxxxxx' } },
  ':locale/desk/administration/audit.csv': {
    stance: { ...administratorsAlone, post: 'xxxxxxxx' },
  },
  ':locale/desk/administration/refused': { stance: { ...administratorsAlone, post: 'xxxxxxxx' } },
  ':locale/desk/administration/outbox': {
    stance: administratorsAlone,
    make: async (w) => {
      const letter = { id: 'mal_given_up', to: 'a@example.org', subject: 'A', text: 'A' }
      await w.db.insert(mails).values({ ...letter, locale: 'en', createdAt: NOW, gaveUpAt: NOW })
      return ''
    },
    fields: { letter: 'mal_given_up' },
  },
}

async function memberIdOf(w: World, who: SignedIn): Promise<string | undefined> {
  const rows = await w.db.select().from(members)
  return rows.find((row) => row.userId === who.userId)?.id
}

type Served = Record<
  string,
  ServerBuild['routes'][string] extends { module: infer m } | undefined ? Partial<m> : never
>
const modules = import.meta.glob<Served[string]>('../app/routes/**/route.tsx', { eager: true })

function flatten(entries: readonly RouteConfigEntry[], above = ''): [string, string][] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path ?? ''].filter((part) => part !== '' && part !== '/').join('/')
    return [[path, entry.file] as [string, string], ...flatten(entry.children ?? [], path)]
  })
}
const table = flatten(await Promise.resolve(routes))

it('has a stance for every route, and no stance for a route that is gone', () => {
  expect(table.map(([path]) => path).toSorted()).toEqual(Object.keys(cases).toSorted())
  const files = readdirSync('app/routes', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.tsx'))
    .map((file) => `routes/${file}`)
  expect([...new Set(table.map(([, file]) => file))].toSorted()).toEqual(files.toSorted())
})

const fill = (path: string, id: string) =>
  '/' +
  (id.startsWith('?') ? path + id : path)
    .replace(':locale', 'en')
    .replace(':step', 'words')
    .replace(':declaration/:theme?/:clause', 'qd2015/oer/1')
    .replace(/:(id|key|number|token|entry|file|bundle)|\*/, id)

/** What programs of other sites may read: open data, the log and the API; nothing else. */
const isOpenData = (path: string) =>
  /^(?:log|api)(?:\/|$)|^:locale\/(?!desk|account).*\.(?:csv|json|jsonld|atom|ics)$/.test(path)

const letter = ({ status, headers }: Response): string => {
  const to = headers.get('Location') ?? ''
  if (/\/sign-in\?/.test(to)) return 's'
  return status === 403 || status === 404 || status === 405 || status === 410 ? 'x' : '+'
}

/** Headers of the moment, of the line, and of a body that is packed. */
const passing =
  /^(?:date|x-request-id|connection|keep-alive|transfer-encoding|content-(?:encoding|length))$/
const lasting = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => !passing.test(name)))

it.each(Object.entries(cases))(
  'opens /%s to whom it should, and to nobody else',
  async (path, one) => {
    const w = await world()
    const former = await formerMember(w)
    const id = one.make ? await one.make(w) : 'none'
    const place = { db: w.db, secureCookies: false, now: () => NOW }
    const { ask, post } = await testServer(servedRoutes(), place)
    const people: Record<Visitor, SignedIn | undefined> = {
      ...w,
      stranger: undefined,
      person: w.stranger,
    }

    const callers: { visitor: Visitor; headers: Record<string, string>; got: Response }[] = []
    for (const visitor of visitors) {
      const who = people[visitor]
      const headers: Record<string, string> = who
        ? { Cookie: cookieOf(sessionOf(await createSession(place, who.userId))) }
        : {}
      const origin = { Origin: 'https://evil.example' }
      const got = await ask(fill(path, id), { headers: { ...headers, ...origin } })
      callers.push({ visitor, headers, got })
    }

    const open = isOpenData(path)
    const allowed = (answer: Response) => answer.headers.get('Access-Control-Allow-Origin')
    await unchanged(w.db, async () => {
      for (const { visitor, headers, got } of callers) {
        // Asked for its head alone, an address answers the same of everything but the body.
        const head = await ask(fill(path, id), { method: 'HEAD', headers })
        const bare = [head.status, lasting(head), await head.text()]
        expect([visitor, ...bare]).toEqual([visitor, got.status, lasting(got), ''])
        // Asked what it can do, it does nothing.
        const told = await ask(fill(path, id), { method: 'OPTIONS', headers })
        expect([visitor, told.status]).toEqual([visitor, open ? 204 : 405])
        // Other sites read what is open, whoever's browser they run in, and nothing else.
        for (const answer of [got, told])
          expect([visitor, allowed(answer)]).toEqual([visitor, open ? '*' : null])
      }
    })

    let posted = ''
    for (const { headers } of callers)
      posted += letter(await post(fill(path, id), one.fields ?? {}, headers))
    const get = callers.map(({ got }) => letter(got)).join('')
    expect({ get, post: posted }).toEqual(one.stance)

    // Who left an organisation finds no more open than somebody who never was in one.
    const headers = { Cookie: cookieOf(sessionOf(await createSession(place, former.userId))) }
    const left = {
      get: letter(await ask(fill(path, id), { headers })),
      post: letter(await post(fill(path, id), one.fields ?? {}, headers)),
    }
    for (const method of ['get', 'post'] as const)
      if (one.stance[method][at('person')] === 'x')
        expect({ [method]: left[method] }).toEqual({ [method]: 'x' })
  },
)

const at = (visitor: Visitor) => visitors.indexOf(visitor)

async function formerMember(w: World): Promise<SignedIn> {
  const who = await person(w.db, 'former')
  await join(w.db, w.organisationId, w.partner, who, 'editor', NOW)
  await w.db.update(members).set({ until: NOW }).where(eq(members.userId, who.userId))
  return again(w.db, who.userId)
}

it('asks about a thing of somebody’s wherever an address names one', () => {
  const named = Object.entries(cases).filter(([path]) => /^:locale\/desk\/.*:id/.test(path))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(([, one]) => !one.make).map(([path]) => path)).toEqual([])
  // To an invited partner its own part is open; to all others nothing of another organisation is.
  const open = named.filter(
    ([, { stance }]) => (stance.get + stance.post)[at('otherPartner')] !== 'x',
  )
  expect(open.map(([path]) => path)).toEqual([':locale/desk/parties/:id'])
})

const theirOwn = Object.entries(cases).filter(
  ([path, { stance }]) =>
    path.startsWith(':locale/desk/') &&
    stance.post[at('partner')] === '+' &&
    stance.post[at('person')] === 'x',
)

it.each(theirOwn)(
  'takes nothing at /%s from members of a suspended organisation',
  async (path, one) => {
    const w = await world()
    const id = one.make ? await one.make(w) : 'none'
    const reason = 'Its official site has been taken over.'
    granted(await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', reason))
    const place = { db: w.db, secureCookies: false, now: () => NOW }
    const { ask, post } = await testServer(servedRoutes(), place)
    for (const who of [w.partner, w.editor]) {
      const headers = { Cookie: cookieOf(sessionOf(await createSession(place, who.userId))) }
      await ask(fill(path, id), { headers })
      const answer = await unchanged(w.db, () => post(fill(path, id), one.fields ?? {}, headers))
      // An empty form is told what it lacks before a rule is asked.
      expect(one.fields ? [403, 404] : [403, 404, 409, 422]).toContain(answer.status)
    }
  },
)

const why = 'Voted in by the members.'
/** Forms that are taken, for those whose case above posts an empty one. */
const goodForms: Record<string, (w: World) => Record<string, string>> = {
  ':locale/sign-up': () => ({
    name: 'Ada',
    email: 'ada@people.example',
    password: 'correct horse battery staple',
  }),
  ':locale/account/details': () => ({ name: 'Another name', locale: 'fr' }),
  ':locale/desk/organisations/new': () => ({ ...organisationInput }),
  ':locale/desk/commitments/new': (w) => ({
    organisationId: w.organisationId,
    declaration: 'qd2015',
  }),
  ':locale/desk/commitments/:id/partners': (w) => ({
    organisationId: w.otherOrganisationId,
    role: 'Training',
    share: '',
  }),
  ':locale/desk/administration/coordinators': () => ({
    change: 'appoint',
    email: 'stranger@people.example',
    reason: why,
  }),
}
const posting = Object.entries(cases).filter(([, { stance }]) => stance.post.includes('+'))

const unasked = {
  role: 'evil-role',
  organisationId: 'org_evil',
  leadId: 'org_evil',
  status: 'evil-status',
  state: 'evil-state',
  administrator: 'true',
  coordinator: 'true',
  userId: 'usr_evil',
  id: 'evil-id',
  emailConfirmedAt: '1790000000000',
  invented: 'true',
  constructor: 'evil-constructor',
  'constructor.prototype.evil': 'evil-constructor',
  '__proto__.evil': 'evil-proto',
  'evil[0].evil': 'evil-row',
}

it.each(posting)('stores no field at /%s that its form does not ask for', async (path, one) => {
  const w = await world()
  const id = one.make ? await one.make(w) : 'none'
  const place = { db: w.db, secureCookies: false, now: () => NOW }
  const { ask } = await testServer(servedRoutes(), place)
  const poster = visitors.findLast((visitor) => one.stance.post[at(visitor)] === '+')
  const who = { ...w, stranger: undefined, person: w.stranger }[poster ?? 'person']
  const good = { ...one.fields, ...goodForms[path]?.(w) }
  const send = async (form: URLSearchParams) => {
    const headers = who
      ? { Cookie: cookieOf(sessionOf(await createSession(place, who.userId))) }
      : {}
    return ask(fill(path, id), { method: 'POST', body: form, headers })
  }
  const before = await privileges(w)

  // Said twice, a field is refused, or what was said first counts.
  const twice = new URLSearchParams(good)
  for (const name of Object.keys(good)) twice.append(name, 'evil-repeated')
  expect((await send(twice)).status).toBeLessThan(500)
  const more = new URLSearchParams(good)
  for (const [name, value] of Object.entries(unasked))
    if (!(name in good) || name === 'constructor') more.append(name, value)
  more.append('__proto__', 'evil-proto')
  expect((await send(more)).status).toBeLessThan(500)

  expect(await everyWord(w)).not.toMatch(/evil|1790000000000/)
  expect('evil' in {}).toBe(false)
  const after = await privileges(w)
  // Those two routes give a privilege, to whom they were asked to and to nobody else.
  const gave = /coordinators$|people\/:id$/.test(path) ? 1 : 0
  expect(after.filter((one) => !before.includes(one)).length).toBeLessThanOrEqual(gave)
})

async function privileges(w: World) {
  const admins = await w.db.select().from(users).where(eq(users.administrator, true))
  const appointed = await w.db.select().from(coordinators).where(isNull(coordinators.endedAt))
  return [
    ...admins.map((one) => `administrator ${one.id}`),
    ...appointed.map((one) => `coordinator ${one.userId}`),
  ]
}

/** All that stands in the database, but the notes of what was refused. */
async function everyWord(w: World): Promise<string> {
  const { rows: tables } = await w.db.$client.execute(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
  const said = []
  for (const { name } of tables as unknown as { name: string }[])
    if (name !== 'refused_attempts')
      said.push((await w.db.$client.execute(`SELECT * FROM "${name}"`)).rows)
  return JSON.stringify(said)
}

/** A function, since it is asked for below the table it is made of. */
function servedRoutes() {
  return Object.fromEntries(
    table.map(([path, file]) => [path === '' ? '/' : path, modules[`../app/${file}`] ?? {}]),
  ) as Served
}

it('shows whoever has not confirmed an address one page, whatever they ask for', async () => {
  const w = await world()
  const place = { db: w.db, secureCookies: false, now: () => NOW }
  const served = Object.fromEntries(
    table.map(([at, file]) => [at === '' ? '/' : at, modules[`../app/${file}`] ?? {}]),
  ) as Served
  const { ask, post } = await testServer(served, place)
  const headers = { Cookie: cookieOf(sessionOf(await createSession(place, w.partner.userId))) }
  await w.db.update(users).set({ emailConfirmedAt: null })
  const kept = Object.entries(cases).filter(
    ([path, { stance }]) =>
      stance.get.startsWith('s') &&
      // The page itself; and the step whose half of a session is nobody's, confirmed or not.
      ![':locale/account/confirm', ':locale/sign-in/second-factor'].includes(path),
  )
  expect(kept.length).toBeGreaterThan(40)
  for (const [path, { stance, fields }] of kept) {
    const got = await ask(fill(path, 'none'), { headers })
    const posted = await post(fill(path, 'none'), fields ?? {}, headers)
    const led = [got, posted].map((one) => one.headers.get('Location')?.split('?')[0])
    const confirm = '/en/account/confirm'
    // A page that takes no form refuses it from anybody.
    expect([path, ...led]).toEqual([path, confirm, stance.post[0] === 's' ? confirm : undefined])
  }
})

const sessionOf = (setCookie: string) =>
  new Response(null, { headers: { 'Set-Cookie': setCookie } })
