import { z } from 'zod'

import { registerOrganisationInput } from '#app/domain/organisations/organisation.ts'
import { isCountry } from '#app/domain/places/m49.ts'

/** No country is an answer that has to be given, not one that is left open. */
export const WORLDWIDE = 'worldwide'

export const registerOrganisationForm = registerOrganisationInput.safeExtend({
  country: z
    .string({ error: 'not-chosen' })
    .min(1, 'not-chosen')
    .refine((code) => code === '' || code === WORLDWIDE || isCountry(code), 'unknown-place')
    .transform((code) => (code === WORLDWIDE ? '' : code)),
})
