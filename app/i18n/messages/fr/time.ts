import type { Translation } from '../en.ts'

export const time: Translation = {
  'diff.unchanged':
    '{n, plural, one {# mot inchangé} many {# de mots inchangés} other {# mots inchangés}}',
  'compare.from': 'De',
  'compare.to': 'À',
  'slip.title': 'Échéances déplacées',
  'slip.sum':
    '{n, plural, one {Une échéance a été déplacée.} many {# d’échéances ont été déplacées.} other {# échéances ont été déplacées.}} {days, plural, =0 {Aucune étape n’arrive à échéance plus tard que prévu à l’enregistrement.} one {Au total, les étapes arrivent à échéance # jour plus tard que prévu à l’enregistrement.} many {Au total, les étapes arrivent à échéance # de jours plus tard que prévu à l’enregistrement.} other {Au total, les étapes arrivent à échéance # jours plus tard que prévu à l’enregistrement.}}',
  'slip.deadline': 'Échéance',
  'slip.moved': 'Décalage',
  'slip.reason': 'Raison',
  'slip.end': 'Fin de l’engagement',
  'slip.first-due': 'Échéance initiale : {day}',
  'nav.milestones': 'Étapes',
  'calendar.title': 'Étapes',
  'calendar.lead':
    'Ce qui arrive à échéance, mois par mois, ce qui en a été rapporté et ce qui a été constaté.',
  'calendar.all': 'Le calendrier des étapes',
  'calendar.beside': 'Mois voisins',
  'calendar.today': 'Ce mois-ci',
  'calendar.all-years': 'Toutes les années',
  'calendar.months': 'Mois de {year}',
  'calendar.in-month':
    '{month} : {n, plural, =0 {aucune étape} one {# étape} many {# d’étapes} other {# étapes}}',
  'calendar.states': 'Où elles en sont aujourd’hui',
  'calendar.every-state': 'Toutes',
  'calendar.shown':
    '{total, plural, one {{from, number} à {to, number} sur # étape} many {{from, number} à {to, number} sur # d’étapes} other {{from, number} à {to, number} sur # étapes}}',
  'calendar.none': 'Aucune étape n’arrive à échéance : {period}.',
  'calendar.none-like': 'Aucune étape à échéance ne répond à vos choix : {period}.',
  'calendar.nearest': 'Les mois les plus proches qui en ont :',
  'calendar.nowhere': 'Il n’y en a dans aucun autre mois.',
}
