import type { Translation } from '../en.ts'

export const withheld: Translation = {
  'withheld.mark': 'изъято',
  'withheld.title':
    '{what, select, words {Изъяты слова} evidence {Изъяты материалы} other {Изъяты слова и материалы}} из {n, plural, one {записи} other {записей}} {of}',
  'withheld.see':
    'См. <entry>{n, plural, one {запись} other {записи}} {entries}</entry>, основание: {basis}, {day}.',
  'withheld.reason': 'Причина:',
}
