import type { Translation } from '../en.ts'

export const data: Translation = {
  'data.list': 'Этот список в формате',
  'data.record': 'Эти сведения в формате',
  'data.organisation': 'Эта организация в формате',
  'data.clause': 'Это положение в формате',
  'data.format.ics': 'Календарь',
  'data.format.atom': 'Лента Atom',
  'data.due': 'Срок: {day}',
  'data.target': 'Цель: {target} {unit}',
}
