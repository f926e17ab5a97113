import type { Translation } from '../en.ts'

export const data: Translation = {
  'data.list': 'Cette liste en',
  'data.record': 'Cette fiche en',
  'data.organisation': 'Cette organisation en',
  'data.clause': 'Cette clause en',
  'data.format.ics': 'calendrier',
  'data.format.atom': 'flux Atom',
  'data.due': 'Échéance : {day}',
  'data.target': 'Cible : {target} {unit}',
}
