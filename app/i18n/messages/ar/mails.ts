import type { Translation } from '../en.ts'

export const mails: Translation = {
  'mail.see': 'تجده هنا:',
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
}
