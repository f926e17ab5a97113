import type { Transaction } from '#app/db/client.server.ts'
import {
  loadCoordinators,
  loadFocalPoints,
  queueLetter,
  type Addressee,
} from '#app/db/write/audience.server.ts'
import { loadCommitment } from '#app/db/write/commitments.server.ts'
import { loadOrganisation } from '#app/db/write/organisations.server.ts'
import { hasConflict } from '#app/domain/access/conflict.ts'
import type { Act } from '#app/domain/acts/act.ts'
import { partyIdsOf, type Commitment } from '#app/domain/commitments/commitment.ts'
import { audienceOf } from '#app/domain/notifications/audience.ts'
import { speak, type MessageKey } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'

/** Stands for the register's own address in a queued letter; delivery puts it in. */
export const ORIGIN_MARK = '{{origin}}'

/** Queues the letters an act calls for, to everyone in its audience but the one who did it. */
export async function tellAbout(tx: Transaction, act: Act) {
  const audience = audienceOf(act)
  if (!audience) return
  const commitment = act.commitmentId ? await loadCommitment(tx, act.commitmentId) : undefined
  const to = await addressees(tx, act, commitment)
  const about = commitment
    ? (commitment.number ?? commitment.terms.title ?? '')
    : await organisationName(tx, act.subject)

  for (const { userId, email, locale } of to) {
    if (userId === act.by.userId) continue
    const { t } = speak(locale)
    const place = audience === 'coordinators' ? paths.queue(locale) : paths.desk(locale)
    await queueLetter(
      tx,
      {
        to: email,
        locale,
        subject: t(`mail.${act.kind}` as MessageKey, { about }),
        text: `${t(`mail.${act.kind}` as MessageKey, { about })}\n\n${t('mail.see')}\n${ORIGIN_MARK}${place}\n`,
      },
      act.at,
    )
  }
}

async function addressees(
  tx: Transaction,
  act: Act,
  commitment: Commitment | undefined,
): Promise<Addressee[]> {
  switch (audienceOf(act)) {
    case 'coordinators': {
      // A case of one's own organisation is never offered, by letter neither (rule 1).
      const parties = commitment ? partyIdsOf(commitment) : [act.subject]
      const all = await loadCoordinators(tx)
      return all.filter((one) => !hasConflict(one, parties, act.at))
    }
    case 'organisation':
      return loadFocalPoints(tx, act.subject)
    case 'lead':
      return commitment ? loadFocalPoints(tx, commitment.leadId) : []
    case 'invited-party': {
      const invited = act.fields['organisation']
      return typeof invited === 'string' ? loadFocalPoints(tx, invited) : []
    }
    case undefined:
      return []
  }
}

async function organisationName(tx: Transaction, id: string): Promise<string> {
  const organisation = await loadOrganisation(tx, id)
  return organisation ? (organisation.names[organisation.lang] ?? '') : ''
}
