import type { Witness } from '#app/adapters/witnesses/witness.ts'
import {
  askWitnesses as askWitnessesNow,
  type Asking,
} from '#app/use-cases/ledger/ask-witnesses.server.ts'

export const askWitnesses = (witnesses: readonly Witness[], asking: Asking) => ({
  name: 'ask-witnesses',
  when: '*/5 * * * * *',
  run: () => askWitnessesNow(witnesses, asking),
})
