import type { Translation } from '../en.ts'

export const charts: Translation = {
  'chart.table': 'الأرقام في جدول',
  'chart.source':
    'المصدر: هذا السجل، القيد {size, number} من دفتر قيوده العام. البيانات حتى {day}.',
  'chart.cited': '{title}.',
  'chart.years.title': 'ما آلت إليه المراحل التي حل موعدها كل عام',
  'chart.years.text':
    'المراحل التي حل موعدها في كل عام وقُدم عنها تقرير أو انقضت مهلة تقريرها. كل عمود يمثل عامه كاملًا.',
  'chart.years.year': 'عام الموعد',
  'chart.years.all': 'حل موعدها',
  'chart.years.not': 'لم تتحقق أو لا يمكن التحقق منها',
  'chart.years.unread': 'قُدم التقرير ولم يراجع بعد',
  'chart.years.of': 'من {n, number}',
  'chart.claims': 'المصرح به ونتيجة المراجعة',
  'prompt.on-time': 'في موعده',
  'prompt.late': 'متأخر',
  'prompt.missing': 'لا تقرير',
  'head.reports': 'التقارير',
  'punctuality.dots':
    'في موعدها {onTime, number}، متأخرة {late, number}، لا تقرير {missing, number}.',
}
