import type { BundledImport } from '#app/adapters/bundled/declaration-files.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import type { ImportFiles } from '#app/use-cases/imports/import-files.server.ts'

type Errors = Record<string, string[]>
export type Given = { ok: true; files: ImportFiles } | { ok: false; errors: Errors }

/**
 * The two texts an import needs: chosen files, a bundled mapping with the table beside it, or what
 * was checked a moment ago and came back with the form.
 */
export async function givenIn(form: FormData, bundled: readonly BundledImport[]): Promise<Given> {
  const checked = { table: textIn(form, 'tableText'), mapping: textIn(form, 'mappingText') }
  if (checked.table !== '' && checked.mapping !== '') return { ok: true, files: checked }

  const errors: Errors = {}
  const ready = bundled.find(({ name }) => name === textIn(form, 'mapping'))
  const mapping = ready ? ready.mapping : await fileIn(form, 'mappingFile', errors)
  const table = (await fileIn(form, 'table', errors)) ?? ready?.table
  if (mapping === undefined && !errors['mappingFile'])
    errors[textIn(form, 'mapping') === '' ? 'mapping' : 'mappingFile'] = ['mapping-needed']
  if (table === undefined && !errors['table']) errors['table'] = ['table-needed']
  return mapping === undefined || table === undefined || Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, files: { table, mapping } }
}

/** The text of a chosen file; a spreadsheet saved in another encoding would change its letters. */
async function fileIn(form: FormData, name: string, errors: Errors): Promise<string | undefined> {
  const file = form.get(name)
  if (!file || typeof file === 'string' || file.size === 0) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    errors[name] = ['not-utf-8']
    return undefined
  }
}
