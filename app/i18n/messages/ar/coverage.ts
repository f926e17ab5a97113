import type { Translation } from '../en.ts'

export const coverage: Translation = {
  'nav.coverage': 'التغطية',
  'coverage.title': 'التغطية',
  'coverage.lead':
    '{declaration}: كل فئة من أصحاب المصلحة أمام كل بند. وكل رقم يقود إلى الالتزامات التي يعدّها.',
  'coverage.views': 'ما يعرضه الجدول',
  'coverage.view.made': 'الالتزامات المسجلة',
  'coverage.view.kept': 'نسبة الوفاء',
  'coverage.view.silent': 'لا تقرير',
  'coverage.caption.made': 'الالتزامات حسب فئة أصحاب المصلحة والبند',
  'coverage.caption.kept':
    'نسبة ما تم الوفاء به من الالتزامات التي حل موعدها حتى اليوم، حسب فئة أصحاب المصلحة والبند',
  'coverage.caption.silent': 'الالتزامات التي لا تقرير عنها، حسب فئة أصحاب المصلحة والبند',
  'coverage.unit.made': 'عدد الالتزامات في الخانة',
  'coverage.unit.kept': 'النسبة المئوية لما تم الوفاء به مما حل موعده',
  'coverage.unit.silent': 'عدد الالتزامات التي لا تقرير عنها في الخانة',
  'coverage.none-due': 'لم يحل أي موعد',
  'coverage.gap': 'البند موجه إليها ولم تعد بشيء',
  'coverage.all-clauses': 'جميع البنود',
  'coverage.all-groups': 'جميع الفئات',
  'coverage.several':
    'الالتزام المسجل في إطار عدة بنود يُحسب في كل منها، ويُحسب مرة واحدة في «جميع البنود».',
  'coverage.reading.made':
    'أكبر ثغرة: {group}. البنود الموجهة إليها: {addressed, number}، ولا وعد في إطار {n, number} منها: {clauses}.',
  'coverage.reading.complete': 'لا ثغرات: في إطار كل بند وعدت كل فئة موجه إليها بشيء.',
  'coverage.reading.kept':
    'الأقل وفاءً: {group}، البند {number}. حل موعد {due, number}، وتم الوفاء بـ {kept, number} منها.',
  'coverage.reading.kept-none': 'لم يحل أي موعد هنا بعد.',
  'coverage.reading.silent':
    'الأكثر دون تقارير: {group}، البند {number}. عدد الالتزامات: {made, number}، ومنها دون تقرير: {silent, number}.',
  'coverage.reading.silent-none': 'لا ينقص هنا أي تقرير.',
  'coverage.shown':
    '{all, plural, zero {{shown, number} من # التزام في إطار هذا الإعلان.} one {{shown, number} من التزام واحد في إطار هذا الإعلان.} two {{shown, number} من التزامين في إطار هذا الإعلان.} few {{shown, number} من # التزامات في إطار هذا الإعلان.} many {{shown, number} من # التزامًا في إطار هذا الإعلان.} other {{shown, number} من # التزام في إطار هذا الإعلان.}}',
  'coverage.unfiltered': 'دون معايير التصفية هذه',
  'coverage.gaps.text': 'بنود موجهة إلى فئة لم يعد أحد فيها بشيء في إطارها.',
  'coverage.clauses': 'البنود',
  'coverage.region': 'المنطقة',
  'coverage.whole': 'الجدول كاملًا مع التصفية',

  'clause.regions': 'المكان',
  'clause.regions.none':
    '{n, plural, one {منطقة بلا التزامات: {regions}.} two {منطقتان بلا التزامات: {regions}.} other {مناطق بلا التزامات: {regions}.}}',
  'organisation.clauses': 'البنود الموجهة إلى فئتها',
  'organisation.clauses.covered': 'مغطاة: {covered, number} من {addressed, number}',
  'organisation.clauses.open': 'غير مغطاة',
  'organisation.clauses.beyond': 'مغطاة أيضًا، وإن كانت موجهة إلى غيرها',
}
