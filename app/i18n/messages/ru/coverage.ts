import type { Translation } from '../en.ts'

export const coverage: Translation = {
  'nav.coverage': 'Охват',
  'coverage.title': 'Охват',
  'coverage.lead':
    '{declaration}: каждая группа заинтересованных сторон и каждое положение. Каждое число ведёт к обязательствам, которые за ним стоят.',
  'coverage.views': 'Что показывает таблица',
  'coverage.view.made': 'Взятые обязательства',
  'coverage.view.kept': 'Доля выполненных',
  'coverage.view.silent': 'Нет отчёта',
  'coverage.caption.made': 'Обязательства по группам заинтересованных сторон и положениям',
  'coverage.caption.kept':
    'Доля выполненных среди обязательств, срок которых наступил, по группам заинтересованных сторон и положениям',
  'coverage.caption.silent':
    'Обязательства без отчёта по группам заинтересованных сторон и положениям',
  'coverage.unit.made': 'Обязательств в ячейке',
  'coverage.unit.kept': 'Процент выполненных среди тех, чей срок наступил',
  'coverage.unit.silent': 'Обязательств без отчёта в ячейке',
  'coverage.none-due': 'сроки не наступили',
  'coverage.gap': 'адресовано, ничего не обещано',
  'coverage.all-clauses': 'Все положения',
  'coverage.all-groups': 'Все группы',
  'coverage.several':
    'Обязательство по нескольким положениям учтено в каждом из них и один раз в столбце «Все положения».',
  'coverage.reading.made':
    'Самый большой пробел: {group}. Адресовано положений: {addressed, number}, ничего не обещано по {n, number} из них: {clauses}.',
  'coverage.reading.complete':
    'Пробелов нет: по каждому положению каждая группа, которой оно адресовано, что-то обещала.',
  'coverage.reading.kept':
    'Меньше всего выполнено: {group}, положение {number}. Срок наступил: {due, number}, из них выполнено: {kept, number}.',
  'coverage.reading.kept-none': 'Здесь срок ещё ни разу не наступил.',
  'coverage.reading.silent':
    'Больше всего молчания: {group}, положение {number}. Обязательств: {made, number}, из них без отчёта: {silent, number}.',
  'coverage.reading.silent-none': 'Здесь все отчёты поданы.',
  'coverage.shown':
    '{all, plural, one {{shown, number} из # обязательства по этой декларации.} few {{shown, number} из # обязательств по этой декларации.} many {{shown, number} из # обязательств по этой декларации.} other {{shown, number} из # обязательства по этой декларации.}}',
  'coverage.unfiltered': 'Без этих условий',
  'coverage.gaps.text':
    'Положения, которые адресованы группе, но по которым никто в ней ничего не обещал.',
  'coverage.clauses': 'Положения',
  'coverage.region': 'Регион',
  'coverage.whole': 'Вся таблица с условиями отбора',

  'clause.regions': 'Где',
  'clause.regions.none':
    '{n, plural, =1 {Регион без обязательств: {regions}.} other {Регионы без обязательств: {regions}.}}',
  'organisation.clauses': 'Положения, адресованные её группе',
  'organisation.clauses.covered': 'Охвачено: {covered, number} из {addressed, number}',
  'organisation.clauses.open': 'Не охвачено',
  'organisation.clauses.beyond': 'Охвачено также, хотя адресовано другим',
}
