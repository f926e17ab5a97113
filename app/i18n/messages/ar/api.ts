import type { Translation } from '../en.ts'

export const api: Translation = {
  'api.link': 'كيف تسأل البرامج: واجهة برمجة التطبيقات',
  'api.title': 'واجهة برمجة التطبيقات',
  'api.lead':
    'السجل كما تقرؤه البرامج: كل ما هو علني من التزامات ومراحل ومنظمات وإعلانات بصيغة JSON، من دون مفتاح.',
  'api.rules': 'كيف تعمل',
  'api.rule.open':
    'للقراءة فقط: <code>GET</code>، من أي موقع، من دون مفتاح. ويذكر كل رد حجم دفتر القيود العام الذي أُعدّ منه وجذره.',
  'api.rule.filters':
    'تقبل القوائم عوامل التصفية نفسها التي في الصفحات. ويمكن تكرار العامل: تكفي أي قيمة من قيمه، أما العوامل المختلفة فيجب أن تتحقق كلها. وما لا يُفهم يُجاب عنه بالرمز 400 ولا يُهمل أبدًا.',
  'api.rule.pages':
    'تأتي القوائم صفحةً صفحة: يقود <code>next</code> في الرد والترويسة <code>Link</code> إلى الصفحة التالية.',
  'api.rule.unchanged':
    'أعد <code>ETag</code> في <code>If-None-Match</code>: يكون الرد 304 ما دام لم يتغير شيء.',
  'api.rule.limit':
    'تبيّن الترويستان <code>RateLimit</code> و<code>RateLimit-Policy</code> كم بقي من الطلبات. وبعدها يأتي 429 مع <code>Retry-After</code>.',
  'api.rule.problems':
    'تُذكر الأخطاء بصيغة <code>application/problem+json</code> (RFC 9457) مع المعلمة الخاطئة.',
  'api.document':
    'كل هذا في <linkDocument>وثيقة OpenAPI 3.1</linkDocument> التي أُعدّت منها هذه الصفحة. والأوصاف بالإنكليزية.',
  'api.operations': 'ما يمكن طلبه',
  'api.shapes': 'ما يعود',
  'api.answers': 'يجيب بـ',
  'api.parameters': 'معلمات {path}',
  'api.parameter': 'المعلمة',
  'api.field': 'الحقل',
}
