import { LetterRefused } from '#app/adapters/mail/mailer.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveAccount } from '#app/db/write/accounts.server.ts'
import { savePasskey } from '#app/db/write/passkeys.server.ts'
import { accountChangeInput } from '#app/domain/accounts/account-change.ts'
import { nameSchema } from '#app/domain/accounts/account.ts'
import { passkeyName } from '#app/domain/accounts/passkey.ts'
import { declarationSchema } from '#app/domain/declarations/declaration.ts'
import { reasonInput, registerOrganisationInput } from '#app/domain/organisations/organisation.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { appointCoordinator } from '#app/use-cases/accounts/appoint-coordinator.server.ts'
import { changeAccount } from '#app/use-cases/accounts/change-account.server.ts'
import { removePasskey } from '#app/use-cases/accounts/change-passkeys.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { importFiles } from '#app/use-cases/imports/import-files.server.ts'
import { deliverMails } from '#app/use-cases/mails/deliver-mails.server.ts'
import { acceptInvitation } from '#app/use-cases/organisations/accept-invitation.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { granted } from '#scripts/demonstration/stage.ts'

import { endedRecords, waitingRecords, wholeRecord } from './hostile-records.ts'
import type { Say, Stage } from './hostile-voice.ts'
import { payloads } from './payloads.ts'

const all = payloads.map((_, record) => record)

/** Plays a register in which everybody tries it in every field, through its own rules. */
export async function playHostilePast(stage: Stage) {
  const { by, people, inRecord } = stage
  const acting = await by(people.administrator)
  const hostile = declarationIn(inRecord)
  const why = inRecord(0)('declaration.reason', { least: 10 })
  granted('open', await openDeclaration(acting, hostile, why))
  await appointments(stage)

  const organisations: string[] = []
  for (const record of all) organisations.push(await organisation(stage, inRecord(record), record))
  for (const record of all) {
    const say = inRecord(record)
    const place = {
      organisation: organisations[record] ?? '',
      partner: organisations[(record + 1) % organisations.length] ?? '',
      clause: `hostile/theme-${record % 3}/${Math.floor(record / 3)}`,
    }
    await member(stage, say, record, place.organisation)
    await wholeRecord(stage, say, place)
    const withhold = await endedRecords(stage, say, place)
    if (record % 5 === 0) await withhold()
    if (record % 4 === 0) await waitingRecords(stage, say, place)
  }
  for (const record of all.slice(0, 10)) await turnedAway(stage, inRecord(record), record)
  await imported(stage)
  await passkeys(stage)
  await undelivered(stage)
  await turnTheDay({ db: stage.db, now: new Date() })
}

function declarationIn(inRecord: Stage['inRecord']) {
  const say = inRecord(0)
  const both = (field: string, by = say) => ({ en: by(`${field}.en`), fr: by(`${field}.fr`) })
  const clause = (key: string, by: Say) => ({
    key,
    summary: both('clause', by),
    addressees: ['government'],
    demand: 'commits',
  })
  return declarationSchema.parse({
    key: 'hostile',
    code: 'EVIL',
    title: both('declaration.title'),
    motto: both('declaration.motto'),
    adopted: '2015-10-25',
    place: both('declaration.place'),
    occasion: both('declaration.occasion'),
    convenedBy: [say('declaration.convener')],
    source: {
      document: say('declaration.source'),
      url: `https://evil.example/?${say('source.url')}`,
    },
    textNotice: both('declaration.textNotice'),
    licence: {
      name: 'CC-BY-4.0',
      title: say('licence.title'),
      url: `https://evil.example/?${say('licence.url')}`,
    },
    settings: { reportWithinDays: 30, silentAfterDays: 90, replyWithinDays: 14 },
    preamble: [clause('hostile/preamble', say)],
    themes: [0, 1, 2].map((theme) => ({
      number: theme + 1,
      key: `theme-${theme}`,
      title: both('theme', inRecord(theme)),
      clauses: all
        .filter((record) => record % 3 === theme)
        .map((record) =>
          clause(`hostile/theme-${theme}/${Math.floor(record / 3)}`, inRecord(record)),
        ),
    })),
  })
}

async function appointments({ by, people, inRecord }: Stage) {
  for (const [record, email] of ['coordinator', 'second'].entries()) {
    const reason = inRecord(record)('appointment.reason', { least: 10 })
    const acting = await by(people.administrator)
    granted('appoint', await appointCoordinator(acting, `${email}@hostile.example`, reason))
  }
}

async function registered({ by, people }: Stage, say: Say, record: number) {
  const input = registerOrganisationInput.parse({
    name: say('organisation.name', { least: 2, most: 200 }),
    lang: record % 2 === 0 ? 'en' : 'fr',
    nameInEnglish: record % 2 === 0 ? '' : say('organisation.nameInEnglish', { most: 200 }),
    group: 'government',
    country: 'KE',
    website: `https://evil.example/?${say('organisation.website')}`,
    identifierScheme: 'org-id',
    identifier: say('organisation.identifier', { most: 100 }),
    identityCheck: say('organisation.identityCheck', { least: 20 }),
  })
  return granted('register', await registerOrganisation(await by(people.partner), input))
    .organisation.id
}

const reasonIn = (say: Say, field: string) =>
  reasonInput.parse({ reason: say(field, { least: 10 }) }).reason

async function organisation(stage: Stage, say: Say, record: number) {
  const id = await registered(stage, say, record)
  const decide = async (move: 'verify' | 'suspend' | 'reinstate', reason = '') =>
    granted(
      move,
      await decideOrganisation(await stage.by(stage.people.coordinator), id, move, reason),
    )
  await decide('verify')
  await decide('suspend', reasonIn(say, 'suspended'))
  await decide('reinstate', reasonIn(say, 'reinstated'))
  return id
}

/** One that waits, one that was refused, one that is suspended. */
async function turnedAway(stage: Stage, say: Say, record: number) {
  const { by, people } = stage
  await registered(stage, say, record)
  const refused = await registered(stage, say, record + 10)
  const why = reasonIn(say, 'organisation.refused')
  granted('refuse', await decideOrganisation(await by(people.coordinator), refused, 'refuse', why))
  const suspended = await registered(stage, say, record + 20)
  granted('verify', await decideOrganisation(await by(people.coordinator), suspended, 'verify', ''))
  const until = reasonIn(say, 'suspended')
  granted(
    'suspend',
    await decideOrganisation(await by(people.coordinator), suspended, 'suspend', until),
  )
}

/** Somebody whose name is a payload, with an account that is closed and opened for a reason. */
async function member(stage: Stage, say: Say, record: number, organisationId: string) {
  const { by, people, db } = stage
  const id = `usr_member${record}`
  const email = `+1-1+m'${record}@hostile.example`
  const name = nameSchema.parse(say('person.name', { most: 120 }))
  const { now } = await by(people.partner)
  const account = {
    ...{ id, email, name, locale: 'en' as const, administrator: false },
    ...{ createdAt: now, emailConfirmedAt: now },
  }
  await writing(db, (tx) => saveAccount(tx, account, 'none'))
  const { token } = granted(
    'invite',
    await inviteMember(await by(people.partner), organisationId, { email, role: 'editor' }, 'en'),
  )
  granted('join', await acceptInvitation(await by(id), token))
  const input = accountChangeInput.parse({
    // The second is made by one alone; where there are two, a further one is proposed.
    change:
      record % 2 === 0 ? 'disable' : record === 1 ? 'make-administrator' : 'propose-administrator',
    reason: say('account.reason', { least: 10 }),
  })
  granted('change', await changeAccount(await by(people.administrator), id, input))
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** A table from elsewhere whose cells, and a mapping whose words, are payloads. */
async function imported({ by, people, inRecord }: Stage) {
  const say = inRecord(0)
  const both = (field: string, by = say) => ({ en: by(`${field}.en`), fr: by(`${field}.fr`) })
  const texts = ['title', 'text', 'milestone', 'responsible', 'indicator', 'due']
  const columns = texts.flatMap((name) => [`${name}_en`, `${name}_fr`])
  const named = (name: string) => ({ en: `${name}_en`, fr: `${name}_fr` })
  const rows = all.map((record) => {
    const by = inRecord(record)
    const codes = ['code', 'milestone', 'indicator'].map(
      (level) => `${record} ${by(`import.${level}`, { most: 90 })}`,
    )
    return [...codes, ...columns.map((name) => by(`import.${name}`))].map(quoted).join(',')
  })
  const head = ['code', 'milestone', 'indicator', ...columns].join(',')
  const mapping = {
    key: 'evil',
    declaration: 'hostile',
    languages: ['en', 'fr'],
    source: {
      title: both('source.title'),
      publisher: both('source.publisher'),
      url: `https://evil.example/?${say('import.url')}`,
      licence: say('source.licence'),
      notice: say('source.notice'),
    },
    organisations: {
      evil: { names: both('import.organisation'), group: 'government', country: 'KE' },
    },
    levels: {
      commitment: {
        code: 'code',
        title: named('title'),
        text: named('text'),
        clause: { key: 'hostile/theme-0/0' },
        startOn: '2025-01-01',
        endOn: '2029-12-31',
        lead: { organisation: 'evil' },
        places: ['KE'],
      },
      milestone: {
        code: 'milestone',
        title: named('milestone'),
        responsible: { columns: named('responsible') },
      },
      indicator: {
        code: 'indicator',
        words: named('indicator'),
        due: named('due'),
        unit: both('import.unit'),
      },
    },
    deadlines: all.map((record) => ({
      words: [inRecord(record)('import.due_en')],
      due: '2027-06-30',
      reading: both('import.reading', inRecord(record)),
    })),
  }
  const files = { table: [head, ...rows].join('\r\n'), mapping: JSON.stringify(mapping) }
  const done = await importFiles(await by(people.coordinator), files)
  if (!done.ok && 'problems' in done) throw new Error(JSON.stringify(done.problems, null, 1))
  granted('import', done)
}

/** Only a device makes one; whose it is calls it what they like. */
async function passkeys({ db, by, people, inRecord }: Stage) {
  for (const record of all) {
    const { actor, now } = await by(people.partner)
    const id = `passkey-${record}`
    const name = passkeyName.parse(inRecord(record)('passkey.name', { most: 60 }))
    const made = {
      ...{ id, name, userId: actor.userId, createdAt: now, publicKey: new Uint8Array(8) },
      ...{ counter: 0, transports: [], deviceType: 'singleDevice', backedUp: false },
    }
    await writing(db, (tx) => savePasskey(tx, made))
    if (record % 3 > 0) continue
    const removed = await removePasskey(await by(people.partner), id, false)
    granted('remove', removed)
  }
}

/** What another server answers is shown to administrators as well. */
async function undelivered({ db, inRecord }: Stage) {
  for (const record of [0, 1]) {
    let place = 0
    const send = () => {
      const said = inRecord(place++)('mail.error')
      return Promise.reject(record === 0 ? new LetterRefused(said) : new Error(said))
    }
    await deliverMails({ db, now: new Date(), mailer: { send }, origin: 'http://localhost' })
  }
}
