import type { Translation } from '../en.ts'

export const mails: Translation = {
  'mail.see': 'تجده هنا:',
  'mail.entry': 'هذا هو القيد {entry, number} في دفتر القيود العام:',
  'mail.receipt.at': 'تجد إيصاله هناك خلال 60 ثانية:',
  'mail.receipt.yours': 'جرى هذا باسم جهتكم. إن لم تكن على علم به فراسل الأمانة فورًا.',
  'mail.receipt':
    'الإيصال نفسه. احتفظ به مع القيد الذي يليه: فهما معًا يثبتان، دون هذا السجل، أن القيد كان في الدفتر.',
  'mail.receipt.leaf': 'القيد كما يحفظه الدفتر:',
  'mail.invitation.subject': 'دعوة إلى العمل في السجل باسم {about}',
  'mail.invitation.text':
    'يدعوك مسؤول الاتصال في {about} إلى العمل باسمها في السجل. يعمل الرابط مرة واحدة، حتى {until}:',
  'mail.org.registered': 'جهة تطلب التحقق منها: {about}',
  'mail.org.verified': 'تم التحقق من الجهة ويمكنها نشر التزامات: {about}',
  'mail.org.refused': 'لم يُقبل طلب التحقق من الجهة: {about}',
  'mail.org.suspended': 'عُلقت مشاركة الجهة ولا يمكنها النشر: {about}',
  'mail.party.invited': 'يُطلب منكم أن تكونوا شركاء في التزام: {about}',
  'mail.party.accepted': 'قبل شريك نصيبه من الالتزام: {about}',
  'mail.party.consented': 'قبل شريك نصيبه من الالتزام: {about}',
  'mail.party.refused': 'رفض شريك نصيبه من الالتزام: {about}',
  'mail.party.left': 'انسحب شريك من الالتزام: {about}',
  'mail.commitment.submitted': 'التزام ينتظر الفحص الأولي: {about}',
  'mail.commitment.returned': 'أُعيد إليكم التزامكم مع أسئلة: {about}',
  'mail.commitment.declined': 'لم يُقبل التزامكم: {about}',
  'mail.commitment.published': 'نُشر التزامكم: {about}',
  'mail.milestone.reported': 'تقرير ينتظر المراجعة: {about}',
  'mail.review.returned': 'أُعيد إليكم تقريركم مع أسئلة: {about}',
  'mail.review.proposed': 'نتيجة مراجعة تنتظر منسقًا ثانيًا: {about}',
  'mail.review.decided': 'تمت مراجعة تقريركم: {about}',
  'mail.org.reinstated': 'استأنفت الجهة مشاركتها ويمكنها النشر من جديد: {about}',
  'mail.correction.proposed': 'تصحيح ينتظر منسقًا ثانيًا: {about}',
  'mail.correction.made': 'صُححت نتيجة مراجعة تتعلق بالتزامكم: {about}',
  'mail.redaction.proposed': 'طلب حجب ينتظر منسقًا ثانيًا: {about}',
  'mail.content.redacted': 'حُجب شيء من التزامكم: {about}',
  'mail.account.confirm.subject': 'أكد عنوانك في السجل',
  'mail.account.confirm.text':
    'أُنشئ حساب بهذا العنوان. إن كنت أنت من أنشأه فافتح الرابط؛ وهو يعمل مرة واحدة حتى {until}. وإلا فلا تفعل شيئًا: فبغير الرابط لا يتيح الحساب شيئًا.',
  'mail.account.known.subject': 'لديك حساب في السجل',
  'mail.account.known.text':
    'أراد شخص ما، وقد تكون أنت، إنشاء حساب بهذا العنوان الذي له حساب. لم يتغير شيء. إن نسيت كلمة المرور فاختر كلمة جديدة بهذا الرابط؛ وهو يعمل مرة واحدة حتى {until}:',
  'mail.account.reset.subject': 'اختر كلمة مرور جديدة',
  'mail.account.reset.text':
    'طلب شخص ما، ونأمل أنه أنت، كلمة مرور جديدة لهذا العنوان. يعمل الرابط مرة واحدة حتى {until}. وإن لم تكن أنت فلا تفعل شيئًا: تبقى كلمة المرور كما هي.',
  'mail.account.password-changed.subject': 'تغيرت كلمة مرورك',
  'mail.account.password-changed.text':
    'تغيرت كلمة مرور حسابك في السجل في {at}. إن لم تكن أنت من غيرها فراسل الأمانة فورًا.',
  'mail.account.change-email.subject': 'أكد عنوانك الجديد في السجل',
  'mail.account.change-email.text':
    'سينتقل حساب في السجل إلى هذا العنوان. إن كان حسابك فافتح الرابط؛ وهو يعمل مرة واحدة حتى {until}. وإلا فلا تفعل شيئًا.',
  'mail.account.address-known.subject': 'لعنوانك حساب في السجل',
  'mail.account.address-known.text':
    'أراد شخص ما نقل حساب آخر إلى هذا العنوان الذي له حسابه. لم يتغير شيء، وليس عليك أن تفعل شيئًا.',
  'mail.account.email-change-asked.subject': 'سينتقل حسابك إلى عنوان آخر',
  'mail.account.email-change-asked.text':
    'طُلب في {at} نقل حسابك في السجل إلى عنوان آخر. وينتقل حين يُفتح الرابط المرسل إليه. إن لم تكن أنت من طلب فغير كلمة مرورك فورًا وراسل الأمانة.',
  'mail.account.email-changed.subject': 'انتقل حسابك إلى عنوان آخر',
  'mail.account.email-changed.text':
    'منذ {at} صار لحسابك في السجل عنوان آخر، ولم تعد الرسائل تصل إلى هذا العنوان. إن لم تكن أنت من فعل ذلك فراسل الأمانة فورًا.',
  'mail.account.many-tries.subject': 'كلمات مرور خاطئة كثيرة لحسابك',
  'mail.account.many-tries.text':
    'جرب شخص ما في {at} عدة كلمات مرور خاطئة لحسابك في السجل. أُبطئت المحاولات الآن، ولم يدخل بها أحد. إن كنت أنت ونسيت كلمة المرور فاختر كلمة جديدة:',
}
