import type { Translation } from '../en.ts'

export const search: Translation = {
  'nav.search': 'البحث',
  'search.title': 'البحث',
  'search.title-for': 'البحث: {q}',
  'search.lead':
    'جميع الالتزامات المعلنة، بكلمات عناوينها ونصوصها ومراحلها وجهاتها، بكل لغة كُتبت بها.',
  'search.label': 'البحث في الالتزامات',
  'search.hint': 'يجب أن ترد الكلمات جميعها، ويكفي أول الكلمة. وعلامات الاقتباس تُبقي عدة كلمات معًا.',
  'search.submit': 'بحث',
  'search.examples': 'أمثلة:',
  'search.words': 'الكلمات: {q}',
  'search.cut':
    'اقتصر البحث على أول {n, plural, zero {# حرف} one {حرف واحد} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}}.',
  'search.no-words': 'لا كلمة يُبحث عنها في {q}.',
  'search.best': 'الأكثر مطابقة أولًا',
  'search.shown-of-more':
    'من {from, number} إلى {to, number} من أصل أكثر من {n, plural, zero {# التزام} one {التزام واحد} two {التزامين} few {# التزامات} many {# التزامًا} other {# التزام}}',
  'search.more':
    'ترد هذه الكلمات في أكثر من {n, plural, zero {# التزام} one {التزام واحد} two {التزامين} few {# التزامات} many {# التزامًا} other {# التزام}}. والمعروض هنا ما ترد كلها في عنوانه وأحدث ما عداه، ومنه تُحسب أعداد التصفية. وبإضافة كلمة أخرى يظهر الباقي.',
  'search.none': 'لا التزام يطابق هذا البحث.',
  'search.spelling': 'هل تقصد <linkSpelling>{q}</linkSpelling>؟',
  'search.leave-out': 'ما يمكن الاستغناء عنه',
  'search.without': 'دون {what}:',
  'search.found':
    '{n, plural, zero {لا التزامات} one {التزام واحد} two {التزامان} few {# التزامات} many {# التزامًا} other {# التزام}}',
  'search.found-more':
    'أكثر من {n, plural, zero {# التزام} one {التزام واحد} two {التزامين} few {# التزامات} many {# التزامًا} other {# التزام}}',
  'search.languages':
    'يُعثر على الالتزام باللغة التي كُتب بها وباللغات التي تُرجم إليها. جرّب كلمات من لغة أخرى أيضًا.',
  'search.lists': 'أو تصفح القوائم:',
  'search.in-milestone': 'مرحلة',
  'search.ways': 'ما يمكن كتابته',
  'search.way.word': 'كلمات',
  'search.way.word.text':
    'يكفي جزء من الكلمة، ولا أثر للتشكيل ولا لأشكال الهمزة والياء والتاء المربوطة. وفي الصينية يكفي رمز واحد.',
  'search.way.phrase': 'عدة كلمات معًا',
  'search.way.phrase.text': 'بين علامتي اقتباس، وبهذا الترتيب.',
  'search.way.organisation': 'جهة',
  'search.way.organisation.text': 'ما تقوده وما تشارك فيه.',
  'search.way.number': 'رقم التزام',
  'search.way.number.text': 'يفتح سجله. لا أثر لحالة الأحرف ولا للأصفار في أوله.',
  'search.way.entry': 'قيد في الدفتر',
  'search.way.entry.text': 'يفتح القيد.',
  'search.way.hash': 'بصمة',
  'search.way.hash.text':
    'بصمة قيد أو جذر موقّع: تفتح الدفتر عنده. وبصمة ملف من الأدلة: تفتح سجل التزامه.',
}
