import type { Translation } from '../en.ts'

export const charts: Translation = {
  'chart.table': 'Числа в таблице',
  'chart.source':
    'Источник: этот реестр, запись {size, number} публичного журнала. Данные на {day}.',
  'chart.cited': '{title}.',
  'chart.years.title': 'Что стало с этапами каждого года',
  'chart.years.text':
    'Этапы, срок которых наступил в каждом году и о которых есть отчёт или время отчёта прошло. Каждый столбец — весь год целиком.',
  'chart.years.year': 'Год срока',
  'chart.years.all': 'Всего',
  'chart.years.not': 'Не достигнут или проверить нельзя',
  'chart.years.unread': 'Отчёт подан, ещё не рассмотрен',
  'chart.years.of': 'из {n, number}',
  'chart.claims': 'Заявлено и установлено',
  'prompt.on-time': 'В срок',
  'prompt.late': 'Поздно',
  'prompt.missing': 'Нет',
  'head.reports': 'Отчёты',
  'punctuality.dots':
    'В срок {onTime, number}, с опозданием {late, number}, без отчёта {missing, number}.',
}
