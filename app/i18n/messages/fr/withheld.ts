import type { Translation } from '../en.ts'

export const withheld: Translation = {
  'withheld.mark': 'non divulgué',
  'withheld.title':
    '{what, select, words {Des mots ont été retirés} evidence {Des preuves ont été retirées} other {Des mots et des preuves ont été retirés}} de {n, plural, one {l’entrée} other {ces entrées :}} {of}',
  'withheld.see':
    'Voir <entry>{n, plural, one {l’entrée} other {les entrées}} {entries}</entry>, motif : {basis}, le {day}.',
  'withheld.reason': 'Raison :',
}
