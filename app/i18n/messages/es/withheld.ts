import type { Translation } from '../en.ts'

export const withheld: Translation = {
  'withheld.mark': 'no divulgado',
  'withheld.title':
    '{what, select, words {Se han retirado palabras} evidence {Se han retirado pruebas} other {Se han retirado palabras y pruebas}} de {n, plural, one {la entrada} other {las entradas}} {of}',
  'withheld.see':
    'Véase <entry>{n, plural, one {la entrada} other {las entradas}} {entries}</entry>, fundamento: {basis}, el {day}.',
  'withheld.reason': 'Motivo:',
}
