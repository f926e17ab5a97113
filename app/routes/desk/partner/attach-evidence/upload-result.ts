import type { FormResult } from '#app/ui/form/form-state.ts'

const TITLE_MAX = 300
const typed = ['title', 'lang', 'access', 'heldReason'] as const

const places: Readonly<Record<string, string>> = {
  'file-missing': 'file',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-unreadable': 'file',
  'file-type-not-taken': 'file',
  'file-not-what-it-says': 'file',
  'file-needs-scanner': 'file',
  'file-harmful': 'file',
  'scanner-down': 'file',
  'file-two-in-one': 'file',
  'pdf-active': 'file',
  'document-macros': 'file',
  'document-protected': 'file',
  'document-embeds': 'file',
  'document-too-large-inside': 'file',
  'document-damaged': 'file',
  'image-damaged': 'file',
  'image-too-many-pixels': 'file',
  'image-moves': 'file',
  'report-quota-full': 'file',
  'organisation-quota-full': 'file',
  missing: 'title',
  'too-short': 'title',
  'not-a-language': 'lang',
  'reason-when-held': 'heldReason',
  'report-not-editable': '',
  'report-missing': '',
  'not-your-organisation': '',
  'too-much-evidence': '',
}

/**
 * What an upload led back with, as a form's own result: the server that streams the file answers
 * with an address, and this page says it. Codes nobody here sends are not repeated to the reader.
 */
export function uploadResult(search: URLSearchParams): FormResult {
  const initialValue = Object.fromEntries(
    typed.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])),
  )
  const problem = search.get('problem')
  if (problem === null) return {}
  const [place, code] =
    problem === 'too-long'
      ? [(initialValue['title'] ?? '').length > TITLE_MAX ? 'title' : 'heldReason', problem]
      : problem in places
        ? [places[problem] ?? '', problem]
        : ['file', 'invalid']
  return { status: 'error', initialValue, error: { [place]: [code] } }
}
