import type { Translation } from '../en.ts'

/** The data page: the whole register as files. */
export const downloads: Translation = {
  'nav.data': 'البيانات',
  'downloads.title': 'البيانات',
  'downloads.lead':
    'كل ما في هذا السجل من التزامات ومراحل وتقارير ونتائج مراجعة عامة، في ملفات يجوز لأي شخص استخدامها.',
  'downloads.counts':
    '<linkCommitments>{commitments, plural, zero {لا التزامات} one {التزام واحد} two {التزامان} few {# التزامات} many {# التزامًا} other {# التزام}}</linkCommitments> من <linkOrganisations>{organisations, plural, zero {لا جهات} one {جهة واحدة} two {جهتين} few {# جهات} many {# جهة} other {# جهة}}</linkOrganisations>، وفق <linkLog>{entries, plural, zero {دفتر القيود العام دون قيود} one {قيد واحد في دفتر القيود العام} two {قيدين في دفتر القيود العام} few {# قيود في دفتر القيود العام} many {# قيدًا في دفتر القيود العام} other {# قيد في دفتر القيود العام}}</linkLog>.',
  'downloads.empty': 'لم يُسجَّل شيء بعد: لا تضم الملفات سوى الإعلانات.',
  'downloads.whole': 'السجل كله',
  'downloads.whole.text':
    'يُعد كل ملف وقت طلبه من السجل كما هو حينئذ. ويبين الترويسان Kept-Log-Size و Kept-Log-Root في الرد حالة دفتر القيود العام التي أُعد منها الملف، وكذلك الملف datapackage.json.',
  'downloads.file': 'الملف',
  'downloads.holds': 'محتواه',
  'downloads.file.archive':
    'جميع الجداول بصيغة CSV مع وصفها في أرشيف واحد (Data Package). ويمكن لسجل آخر أن يستورده.',
  'downloads.file.descriptor': 'وصف الجداول: الأعمدة وأنواعها ومفاتيحها والرخصة.',
  'downloads.file.commitments': 'التزام كامل في كل سطر (JSON Lines) بترتيب الأرقام.',
  'downloads.file.organisations': 'جهة واحدة في كل سطر (JSON Lines).',
  'downloads.file.declarations': 'نص كل إعلان بندًا بندًا (JSON).',
  'downloads.file.iati':
    'نشاط واحد لكل التزام (IATI 2.03): البنود وسوم، والمراحل نتائج، والأدلة العامة وثائق.',
  'downloads.part': 'جزء منه',
  'downloads.part.text':
    'يمكن تضييق <linkList>القوائم</linkList> أولًا. وتطلب البرامج <linkCommitments>الالتزامات</linkCommitments> و<linkOrganisations>الجهات</linkOrganisations> بصيغة JSON. وما يستجد يصل عبر <linkFeed>موجز</linkFeed>.',
  'downloads.licence.text': 'الأدلة ملك لمن قدمها، وتحتفظ الخطط المستوردة بالرخصة المبينة عليها.',
  'downloads.cite.text': 'اذكر معها حالة دفتر القيود ليجد غيرك البيانات نفسها:',
  'downloads.check': 'كيفية التحقق',
  'downloads.check.text':
    'يسمي كل التزام قيوده في <linkLog>دفتر القيود العام</linkLog>. ومن كانت لديه استطاع إعادة بناء الالتزام منها وحدها ومقارنته، ويبين <linkReadme>دليل البرامج</linkReadme> كيف ذلك.',
  'downloads.commands': 'أوامر للبدء',
  'downloads.tables': 'الجداول والأعمدة',
  'downloads.tables.text':
    'أسماء الأعمدة هي نفسها في JSON. وأوصافها بالإنجليزية كما في datapackage.json. والخلية التي قد ينفذها برنامج الجداول كصيغة تسبقها فاصلة عليا.',
  'downloads.column': 'العمود',
  'downloads.type': 'النوع',
  'downloads.key': 'مفتاح',
}
