import { chosenCommitments } from '#app/db/read/chosen-commitments.server.ts'
import { commitmentFormats } from '#app/http/commitment-formats.server.ts'
import { dataLoader } from '#app/http/data-answer.server.ts'
import { paths } from '#app/paths.ts'

/** Every public commitment that the address chooses. */
export const loader = dataLoader(
  commitmentFormats(async ({ context, search, locale, speech }) => {
    const chosen = await chosenCommitments(context.db, search, context.now())
    const page = paths.commitments(locale, chosen.filters)
    return { ...chosen, page, title: speech.t('commitments.title') }
  }),
)
