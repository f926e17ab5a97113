import { isLocale, type Locale } from '#app/domain/shared/language.ts'
import { appointCoordinator } from '#app/use-cases/accounts/appoint-coordinator.server.ts'
import { firstRun, openRegister } from '#app/use-cases/accounts/open-register.server.ts'

import { anyPassword, makeAccount } from '../scratch/account.ts'
import type { DemoPerson } from './shape.ts'
import { granted, type Stage } from './stage.ts'

/** Everybody's password. The server refuses to run a demonstration anywhere but on localhost. */
export const PASSWORD = 'demonstration'

/** The administrator opens the register; everybody else signs up; coordinators are appointed. */
export function stagePeople(stage: Stage, people: readonly DemoPerson[]): DemoPerson {
  const administrator = people.find((person) => person.administrator)
  if (!administrator) throw new Error('the demonstration has no administrator')
  const first = Math.min(...people.flatMap((one) => one.roles.map((place) => place.since))) - 30

  stage.on(first, 'account', async (now) => {
    const door = firstRun()
    const opening = { db: stage.db, now, firstRun: door, isKnown: anyPassword }
    const opened = await openRegister(opening, door.token, detailsOf(administrator))
    stage.ids.set(administrator.key, granted('open the register', opened).account.id)
    for (const person of people) {
      if (person === administrator) continue
      stage.ids.set(person.key, await makeAccount(stage.db, now, detailsOf(person)))
    }
    for (const person of people)
      if (person.coordinator)
        granted(
          `appoint ${person.key}`,
          await appointCoordinator(
            await stage.as(administrator.key, now),
            person.email,
            'Appointed by the members.',
          ),
        )
  })
  return administrator
}

const detailsOf = ({ email, name, locale }: DemoPerson) => ({
  email,
  name,
  password: PASSWORD,
  locale: (isLocale(locale) ? locale : 'en') satisfies Locale,
})
