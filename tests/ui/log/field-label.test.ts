import { expect, it } from 'vitest'

import { speak } from '#app/i18n/speech.ts'
import { fieldLabel } from '#app/ui/log/field-label.ts'

it('calls a field by a word of the reader, and what nobody named by the name the log gives it', () => {
  const called = (field: string) => fieldLabel(field, speak('fr'))
  expect(called('ru')).toBe('russe')
  expect(called('relevance')).toContain('Les preuves portent-elles')
  expect(called('milestone.mls_1')).toBe(called('milestone.mls_2'))
  for (const unnamed of ['themeOrder', 'id', 'constructor']) expect(called(unnamed)).toBe(unnamed)
})
