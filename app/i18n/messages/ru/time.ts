import type { Translation } from '../en.ts'

export const time: Translation = {
  'diff.unchanged':
    'Без изменений: {n, plural, one {# слово} few {# слова} many {# слов} other {# слова}}',
  'compare.from': 'С',
  'compare.to': 'По',
  'slip.title': 'Перенесённые сроки',
  'slip.sum':
    'Перенесено сроков: {n, number}. {days, plural, =0 {Ни один этап не наступает позже, чем было зарегистрировано первоначально.} one {В сумме этапы наступают на # день позже, чем было зарегистрировано первоначально.} few {В сумме этапы наступают на # дня позже, чем было зарегистрировано первоначально.} many {В сумме этапы наступают на # дней позже, чем было зарегистрировано первоначально.} other {В сумме этапы наступают на # дня позже, чем было зарегистрировано первоначально.}}',
  'slip.deadline': 'Срок',
  'slip.moved': 'Перенос',
  'slip.reason': 'Причина',
  'slip.end': 'Окончание обязательства',
  'slip.first-due': 'Первоначальный срок: {day}',
  'nav.milestones': 'Этапы',
  'calendar.title': 'Этапы',
  'calendar.lead':
    'Что наступает по срокам месяц за месяцем, что об этом сообщено и что установлено.',
  'calendar.all': 'Календарь этапов',
  'calendar.beside': 'Соседние месяцы',
  'calendar.today': 'Этот месяц',
  'calendar.all-years': 'Все годы',
  'calendar.months': 'Месяцы {year} года',
  'calendar.in-month':
    '{month}: {n, plural, =0 {нет этапов} one {# этап} few {# этапа} many {# этапов} other {# этапа}}',
  'calendar.states': 'Положение на сегодня',
  'calendar.every-state': 'Все',
  'calendar.shown':
    '{from, number}–{to, number} из {total, plural, one {# этапа} few {# этапов} many {# этапов} other {# этапа}}',
  'calendar.none': 'Нет этапов с этим сроком: {period}',
  'calendar.none-like': 'Нет этапов с этим сроком, отвечающих выбранному: {period}',
  'calendar.nearest': 'Ближайшие месяцы, где они есть:',
  'calendar.nowhere': 'В других месяцах их тоже нет.',
}
