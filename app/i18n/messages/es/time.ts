import type { Translation } from '../en.ts'

export const time: Translation = {
  'diff.unchanged':
    '{n, plural, one {# palabra sin cambios} many {# de palabras sin cambios} other {# palabras sin cambios}}',
  'compare.from': 'De',
  'compare.to': 'A',
  'slip.title': 'Plazos que se movieron',
  'slip.sum':
    '{n, plural, one {Se ha movido un plazo.} many {Se han movido # de plazos.} other {Se han movido # plazos.}} {days, plural, =0 {Ningún hito vence más tarde de lo que se registró al principio.} one {En total, los hitos vencen # día más tarde de lo que se registró al principio.} many {En total, los hitos vencen # de días más tarde de lo que se registró al principio.} other {En total, los hitos vencen # días más tarde de lo que se registró al principio.}}',
  'slip.deadline': 'Plazo',
  'slip.moved': 'Diferencia',
  'slip.reason': 'Motivo',
  'slip.end': 'Fin del compromiso',
  'slip.first-due': 'Plazo inicial: {day}',
  'nav.milestones': 'Hitos',
  'calendar.title': 'Hitos',
  'calendar.lead': 'Lo que vence mes a mes, lo que se ha informado y lo que se ha constatado.',
  'calendar.all': 'El calendario de hitos',
  'calendar.beside': 'Meses vecinos',
  'calendar.today': 'Este mes',
  'calendar.all-years': 'Todos los años',
  'calendar.months': 'Meses de {year}',
  'calendar.in-month':
    '{month}: {n, plural, =0 {ningún hito} one {# hito} many {# de hitos} other {# hitos}}',
  'calendar.states': 'Su situación a día de hoy',
  'calendar.every-state': 'Todos',
  'calendar.shown':
    '{total, plural, one {{from, number} a {to, number} de # hito} many {{from, number} a {to, number} de # de hitos} other {{from, number} a {to, number} de # hitos}}',
  'calendar.none': 'Ningún hito vence: {period}.',
  'calendar.none-like': 'Ningún hito con ese plazo cumple lo elegido: {period}.',
  'calendar.nearest': 'Los meses más próximos que sí tienen:',
  'calendar.nowhere': 'Tampoco hay ninguno en otros meses.',
}
