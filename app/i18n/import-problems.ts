import type { MappingProblem } from '#app/domain/imports/mapping.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'

import type { MessageKey, Speech } from './speech.ts'

/** What is wrong with a cell, in a sentence. */
export const sayProblem = ({ t }: Pick<Speech, 't'>, problem: ImportProblem): string =>
  t(`import.problem.${problem.code}`, {
    value: problem.value,
    column: problem.column,
    other: problem.otherRow ?? 0,
  })

const mappingReasons: Readonly<Record<string, MessageKey>> = {
  'not-json': 'import.mapping.not-json',
  missing: 'import.mapping.missing',
  'unknown-field': 'import.mapping.unknown-field',
  'wrong-type': 'import.mapping.wrong-type',
  'not-a-key': 'import.mapping.not-a-key',
  'not-a-country': 'import.mapping.not-a-country',
  'not-a-place': 'import.mapping.not-a-place',
  'not-a-url': 'import.mapping.not-a-url',
  'not-a-date': 'import.mapping.not-a-date',
  'not-a-language': 'import.mapping.not-a-language',
  'year-needed-once': 'import.mapping.year-needed-once',
  'language-not-listed': 'import.mapping.language-not-listed',
  'unknown-organisation': 'import.mapping.unknown-organisation',
  'end-before-start': 'import.mapping.end-before-start',
  'counted-by-indicators': 'import.mapping.counted-by-indicators',
}

/** What is wrong at a place of the mapping file. */
export const sayMappingProblem = ({ t }: Pick<Speech, 't'>, { code }: MappingProblem): string =>
  t(mappingReasons[code] ?? 'import.mapping.not-allowed')
