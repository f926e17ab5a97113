import type { Translation } from '../en.ts'

export const data: Translation = {
  'data.list': 'هذه القائمة بصيغة',
  'data.record': 'هذه البيانات بصيغة',
  'data.organisation': 'هذه الجهة بصيغة',
  'data.clause': 'هذا البند بصيغة',
  'data.format.ics': 'تقويم',
  'data.format.atom': 'خلاصة Atom',
  'data.due': 'الموعد {day}',
  'data.target': 'الهدف: {target} {unit}',
}
