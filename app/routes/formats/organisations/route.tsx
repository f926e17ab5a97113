import { chosenOrganisations } from '#app/db/read/chosen-organisations.server.ts'
import { dataLoader } from '#app/http/data-answer.server.ts'
import { organisationFormats } from '#app/http/organisation-formats.server.ts'
import { paths } from '#app/paths.ts'

/** Every public organisation that the address chooses. */
export const loader = dataLoader(
  organisationFormats(async ({ context, search, locale, speech }) => {
    const chosen = await chosenOrganisations(context.db, search, context.now())
    const page = paths.organisations(locale, chosen.filters)
    return { ...chosen, page, title: speech.t('organisations.title') }
  }),
)
