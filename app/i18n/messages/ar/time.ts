import type { Translation } from '../en.ts'

export const time: Translation = {
  'diff.unchanged':
    '{n, plural, zero {لا كلمات} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}} دون تغيير',
  'compare.from': 'من',
  'compare.to': 'إلى',
  'slip.title': 'المواعيد التي تغيرت',
  'slip.sum':
    '{n, plural, zero {لم يتغير أي موعد.} one {تغير موعد واحد.} two {تغير موعدان.} few {تغيرت # مواعيد.} many {تغير # موعدًا.} other {تغير # موعد.}} {days, plural, =0 {لا مرحلة تأخر موعدها عما سُجل أول مرة.} zero {لا تأخير.} one {تأخرت مواعيد المراحل في المجموع يومًا واحدًا عما سُجل أول مرة.} two {تأخرت مواعيد المراحل في المجموع يومين عما سُجل أول مرة.} few {تأخرت مواعيد المراحل في المجموع # أيام عما سُجل أول مرة.} many {تأخرت مواعيد المراحل في المجموع # يومًا عما سُجل أول مرة.} other {تأخرت مواعيد المراحل في المجموع # يوم عما سُجل أول مرة.}}',
  'slip.deadline': 'الموعد',
  'slip.moved': 'الفرق',
  'slip.reason': 'السبب',
  'slip.end': 'نهاية الالتزام',
  'slip.first-due': 'الموعد الأصلي: {day}',
  'nav.milestones': 'المراحل',
  'calendar.title': 'المراحل',
  'calendar.lead': 'ما يحل موعده شهرًا بشهر، وما قُدم عنه من تقارير وما خلصت إليه المراجعة.',
  'calendar.all': 'جدول مواعيد المراحل',
  'calendar.beside': 'الشهران المجاوران',
  'calendar.today': 'هذا الشهر',
  'calendar.all-years': 'جميع السنوات',
  'calendar.months': 'أشهر {year}',
  'calendar.in-month':
    '{month}: {n, plural, zero {لا مراحل} one {مرحلة واحدة} two {مرحلتان} few {# مراحل} many {# مرحلة} other {# مرحلة}}',
  'calendar.states': 'حالها اليوم',
  'calendar.every-state': 'جميعها',
  'calendar.shown':
    'من {from, number} إلى {to, number} من أصل {total, plural, zero {لا مراحل} one {مرحلة واحدة} two {مرحلتين} few {# مراحل} many {# مرحلة} other {# مرحلة}}',
  'calendar.none': 'لا مرحلة يحل موعدها: {period}.',
  'calendar.none-like': 'لا مرحلة يحل موعدها تطابق ما اخترته: {period}.',
  'calendar.nearest': 'أقرب الأشهر التي فيها مراحل:',
  'calendar.nowhere': 'ولا مرحلة كذلك في أي شهر آخر.',
}
