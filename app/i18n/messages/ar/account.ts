import type { Translation } from '../en.ts'

export const account: Translation = {
  'sign-in.title': 'تسجيل الدخول',
  'sign-in.email': 'عنوان البريد الإلكتروني',
  'sign-in.password': 'كلمة المرور',
  'sign-in.button': 'تسجيل الدخول',
  'sign-in.made':
    'إن كان هذا العنوان جديدًا هنا فقد أُنشئ الحساب. سجل الدخول بكلمة المرور التي اخترتها.',
  'sign-in.signed-out': 'انتهت جلستك. ما كتبته محفوظ: سجل الدخول وتابع.',
  'sign-in.no-account': 'ليس لديك حساب بعد؟',
  'sign-in.sign-up': 'إنشاء حساب',
  'sign-in.demonstration.title': 'هذا عرض توضيحي',
  'sign-in.demonstration.text':
    'جميع الأشخاص هنا خياليون. سجل الدخول باسم أي منهم بكلمة المرور «demonstration».',
  'sign-in.continue.title': 'سجلت الدخول من جديد',
  'sign-in.continue.text': 'ما كتبته محفوظ ولم يُرسل بعد.',
  'sign-in.continue.button': 'تابع من حيث توقفت',

  'sign-up.title': 'إنشاء حساب',
  'sign-up.lead':
    'الحساب لشخص واحد. ويمكنك به أن تسجل الجهة التي تعمل لديها، أو أن تنضم إلى جهة دعتك.',
  'sign-up.name': 'اسمك',
  'sign-up.name.hint': 'يراه زملاؤك والمنسقون. ولا يراه الجمهور أبدًا.',
  'sign-up.email': 'عنوان البريد الإلكتروني',
  'sign-up.email.hint': 'العنوان الذي تستخدمه في العمل.',
  'sign-up.password': 'كلمة المرور',
  'sign-up.password.hint': 'الحد الأدنى لعدد الأحرف: {n, number}. يحسن اختيار عدة كلمات.',
  'sign-up.button': 'إنشاء الحساب',
  'sign-up.have-account': 'لديك حساب؟',

  'first-run.title': 'افتح هذا السجل',
  'first-run.lead': 'الحساب الأول لمدير السجل: فهو يفتح الإعلانات ويعين المنسقين.',
  'first-run.button': 'افتح السجل',
}
