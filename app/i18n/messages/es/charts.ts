import type { Translation } from '../en.ts'

export const charts: Translation = {
  'chart.table': 'Las cifras en una tabla',
  'chart.source':
    'Fuente: este registro, entrada {size, number} de su registro de actos público. Datos al {day}.',
  'chart.cited': '{title}.',
  'chart.years.title': 'Qué fue de los hitos que vencían cada año',
  'chart.years.text':
    'Hitos que vencían cada año y que tienen informe o cuyo plazo para informar ha pasado. Cada columna es la totalidad de su año.',
  'chart.years.year': 'Año del plazo',
  'chart.years.all': 'Vencidos',
  'chart.years.not': 'No logrado o no verificable',
  'chart.years.unread': 'Con informe, aún sin revisar',
  'chart.years.of': 'de {n, number}',
  'chart.claims': 'Declarado y revisado',
  'prompt.on-time': 'A tiempo',
  'prompt.late': 'Con retraso',
  'prompt.missing': 'Ninguno',
  'head.reports': 'Informes',
  'punctuality.dots':
    '{onTime, number} a tiempo, {late, number} con retraso, {missing, number} sin informe.',
}
