import type { Transaction } from '#app/db/client.server.ts'
import {
  loadCoordinators,
  loadFocalPoints,
  queueLetters,
  type Addressee,
  type Letter,
} from '#app/db/write/audience.server.ts'
import { loadCommitment } from '#app/db/write/commitments.server.ts'
import { loadOrganisation } from '#app/db/write/organisations.server.ts'
import { hasConflict } from '#app/domain/access/conflict.ts'
import type { Act } from '#app/domain/acts/act.ts'
import { partyIdsOf, type Commitment } from '#app/domain/commitments/commitment.ts'
import { audienceOf, receiptGoesTo } from '#app/domain/notifications/audience.ts'
import { speak, type MessageKey } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'

/** Stands for the register's own address in a queued letter; delivery puts it in. */
export const ORIGIN_MARK = '{{origin}}'

/** Who receives an organisation's letters; of many acts the same few are asked for. */
type FocalPoints = (organisationId: string) => Promise<Addressee[]>

/**
 * Queues the letters an act calls for: to everyone in its audience but the one who did it, and the
 * receipt to whom it was done for. `entry` is the act's place in the public log, if it has one;
 * `known` the commitment it is about as it now stands, where the caller has it in hand.
 */
export async function tellAbout(
  tx: Transaction,
  act: Act,
  entry: number | null,
  known?: Commitment,
  focalPointsOf: FocalPoints = (id) => loadFocalPoints(tx, id),
) {
  const audience = audienceOf(act)
  const receiver = receiptGoesTo(act)
  if (!audience && receiver === undefined) return
  const commitment =
    act.commitmentId === null ? undefined : (known ?? (await loadCommitment(tx, act.commitmentId)))
  const letters: Letter[] = []
  const about = commitment
    ? (commitment.number ?? commitment.terms.title ?? '')
    : await organisationName(tx, act.subject)

  for (const one of audience ? await addressees(tx, act, commitment, focalPointsOf) : []) {
    if (one.userId === act.by.userId) continue
    const { t, locale } = speak(one.locale)
    const place = audience === 'coordinators' ? paths.queue(locale) : paths.desk(locale)
    const subject = t(`mail.${act.kind}` as MessageKey, { about })
    const text = `${subject}\n\n${t('mail.see')}\n${ORIGIN_MARK}${place}\n`
    // Who only has to look needs no proof of it; those it concerns get one with the letter.
    const receipt = audience === 'coordinators' ? null : entry
    letters.push(letterTo(one, subject, text, { entry, receipt }))
  }
  if (receiver !== undefined && entry !== null)
    for (const one of await focalPointsOf(receiver)) {
      const { t } = speak(one.locale)
      const subject = `${t(`log.act.${act.kind}` as MessageKey)}: ${about}`
      const text = `${subject}\n\n${t('mail.receipt.yours')}\n`
      letters.push(letterTo(one, subject, text, { entry, receipt: entry }))
    }
  await queueLetters(tx, letters, act.at)
}

/** A letter, with the entry it tells of and where that entry's receipt is. */
function letterTo(
  { email, locale }: Addressee,
  subject: string,
  text: string,
  { entry, receipt }: { entry: number | null; receipt: number | null },
) {
  const { t } = speak(locale)
  const logged =
    entry === null
      ? ''
      : `\n${t('mail.entry', { entry })}\n${ORIGIN_MARK}${paths.logEntry(locale, entry)}\n` +
        `\n${t('mail.receipt.at')}\n${ORIGIN_MARK}${paths.logReceipt(entry)}\n`
  return {
    to: email,
    locale,
    subject,
    text: text + logged,
    ...(receipt === null ? {} : { entry: receipt }),
  } satisfies Letter
}

async function addressees(
  tx: Transaction,
  act: Act,
  commitment: Commitment | undefined,
  focalPointsOf: FocalPoints,
): Promise<Addressee[]> {
  switch (audienceOf(act)) {
    case 'coordinators': {
      // A case of one's own organisation is never offered, by letter neither (rule 1).
      const parties = commitment ? partyIdsOf(commitment) : [act.subject]
      const all = await loadCoordinators(tx)
      return all.filter((one) => !hasConflict(one, parties, act.at))
    }
    case 'organisation':
      return focalPointsOf(act.subject)
    case 'lead':
      return commitment ? focalPointsOf(commitment.leadId) : []
    case 'invited-party': {
      const invited = act.fields['organisation']
      return typeof invited === 'string' ? focalPointsOf(invited) : []
    }
    case undefined:
      return []
  }
}

async function organisationName(tx: Transaction, id: string): Promise<string> {
  const organisation = await loadOrganisation(tx, id)
  return organisation ? (organisation.names[organisation.lang] ?? '') : ''
}
