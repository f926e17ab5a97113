import type { Translation } from '../en.ts'

export const data: Translation = {
  'data.list': 'Esta lista en',
  'data.record': 'Esta ficha en',
  'data.organisation': 'Esta organización en',
  'data.clause': 'Esta cláusula en',
  'data.format.ics': 'calendario',
  'data.format.atom': 'canal Atom',
  'data.due': 'Plazo: {day}',
  'data.target': 'Meta: {target} {unit}',
}
