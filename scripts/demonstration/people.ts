import { isLocale, type Locale } from '#app/domain/shared/language.ts'
import { appointCoordinator } from '#app/use-cases/accounts/appoint-coordinator.server.ts'
import { checkPassword } from '#app/use-cases/accounts/check-password.server.ts'
import { firstRun, openRegister } from '#app/use-cases/accounts/open-register.server.ts'
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts'

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
    granted(
      'open the register',
      await openRegister(
        { db: stage.db, now, firstRun: door },
        door.token,
        detailsOf(administrator),
      ),
    )
    await remember(stage, administrator)
    for (const person of people) {
      if (person === administrator) continue
      await signUp({ db: stage.db, now }, detailsOf(person))
      await remember(stage, person)
    }
    for (const person of people)
      if (person.coordinator)
        granted(
          `appoint ${person.key}`,
          await appointCoordinator(await stage.as(administrator.key, now), person.email),
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

async function remember(stage: Stage, person: DemoPerson) {
  const account = { email: person.email, password: PASSWORD }
  const found = granted(`sign ${person.email} in`, await checkPassword(stage.db, account))
  stage.ids.set(person.key, found.userId)
}
