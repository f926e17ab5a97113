import type { Translation } from '../en.ts'

export const withheld: Translation = {
  'withheld.mark': 'محجوب',
  'withheld.title':
    '{what, select, words {حُجبت كلمات} evidence {حُجبت أدلة} other {حُجبت كلمات وأدلة}} في {n, plural, one {القيد} two {القيدين} other {القيود}} {of}',
  'withheld.see':
    'انظر <entry>{n, plural, one {القيد} two {القيدين} other {القيود}} {entries}</entry>، الأساس: {basis}، في {day}.',
  'withheld.reason': 'السبب:',
}
