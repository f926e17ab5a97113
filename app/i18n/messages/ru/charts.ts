import type { Translation } from '../en.ts'

export const charts: Translation = {
  'chart.table': 'Числа в таблице',
  'chart.source':
    'Источник: этот реестр, запись {size, number} публичного журнала. Данные на {day}.',
  'chart.years.title': 'Что стало с этапами каждого года',
  'chart.years.text':
    'Этапы, срок которых наступил в каждом году и о которых есть отчёт или время отчёта прошло. Каждый столбец — весь год целиком.',
  'chart.years.year': 'Год срока',
  'chart.years.all': 'Всего',
  'chart.years.not': 'Не достигнут или проверить нельзя',
  'chart.years.unread': 'Отчёт подан, ещё не рассмотрен',
  'chart.years.year-label':
    '{year}, всего {due, number}: достигнуто {achieved, number}, частично {partly, number}, не достигнуто {not, number}, без отчёта {silent, number}, ещё не рассмотрено {unread, number}.',
  'chart.years.of': 'из {n, number}',
  'chart.claims': 'Заявлено и установлено',
  'head.milestone': 'Этап',
  'head.year': 'Год',
  'head.reports': 'Отчёты в порядке сроков',
  'punctuality.dots':
    'В срок {onTime, number}, с опозданием {late, number}, без отчёта {missing, number}.',
  'punctuality.by-year': 'Отчёты по годам сроков',
}
