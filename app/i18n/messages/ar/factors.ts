/** The second factor: setting it up, giving it, losing it. */
export const factors = {
  'factor.title': 'العامل الثاني',
  'factor.lead':
    'رمز من تطبيق في هاتفك يُطلب بعد كلمة المرور: كلمة المرور المسروقة وحدها لا تفتح شيئًا.',
  'factor.on': 'مفعّل',
  'factor.off': 'غير مفعّل',
  'factor.lacking': 'يتطلب دورك عاملًا ثانيًا. ولا يمكنك فعل شيء في هذا الدور حتى تعدّه.',
  'factor.begin': 'إعداد تطبيق',
  'factor.since': 'أُعدّ في {date}.',
  'factor.codes.left':
    '{n, plural, zero {لم يبق أي رمز استرداد.} one {بقي رمز استرداد واحد.} two {بقي رمزا استرداد.} few {بقيت # رموز استرداد.} many {بقي # رمز استرداد.} other {بقي # رمز استرداد.}}',
  'factor.change': 'تغيير العامل الثاني',
  'factor.code': 'الرمز',
  'factor.codes.make': 'إنشاء رموز استرداد جديدة',
  'factor.replace': 'إعداد تطبيق آخر',
  'factor.remove': 'إزالته',
  'factor.keep': 'يتطلبه دورك؛ ولتغييره أعدّ تطبيقًا آخر.',
  'factor.removed': 'أُزيل العامل الثاني.',
  'factor.scan': 'امسح المربع بتطبيق مصادقة.',
  'factor.square': 'مربع للمسح',
  'factor.type': 'إن تعذر مسحه فاكتب هذا في التطبيق:',
  'factor.open-app': 'افتحه في تطبيق على هذا الجهاز',
  'factor.first.hint': 'الأرقام الستة التي يعرضها التطبيق الآن.',
  'factor.confirm': 'تفعيل',
  'factor.codes.title': 'احفظ رموز الاسترداد هذه',
  'factor.codes.text':
    'يحل كل منها محل التطبيق مرة واحدة إن فقدته. لا تُعرض إلا الآن: اطبعها أو دوّنها.',
  'factor.codes.kept': 'حفظتها',
  'factor.give.title': 'العامل الثاني',
  'factor.give.lead': 'كلمة مرورك صحيحة. أدخل الآن الرمز الذي يعرضه تطبيقك.',
  'factor.give.hint': 'ستة أرقام من التطبيق أو رمز استرداد. يعمل كل منها مرة واحدة.',
  'factor.give.button': 'متابعة',
  'factor.give.lost': 'إن فقدت التطبيق ورموز الاسترداد معًا فاطلب المساعدة من أحد مديري السجل.',
  'factor.give.other': 'تسجيل الدخول بحساب آخر',
  'code.wrong-code': 'تحقق من {label}: خطأ أو قديم أو سبق استعماله',
  'code.factor-unreadable': 'استعمل رمز استرداد: لم يعد السجل يستطيع قراءة سر تطبيقك',
  'code.enrolment-over': 'ابدأ من جديد: المربع قديم أو حل محله غيره',
  'code.factor-compulsory': 'يتطلب دورك الإبقاء على عامل ثانٍ',
  'code.factor-missing': 'لا يوجد عامل ثانٍ',
  'mail.account.factor-added.subject': 'صار لحسابك عامل ثانٍ',
  'mail.account.factor-added.text':
    'أُعدّ تطبيق عاملًا ثانيًا لحسابك في السجل في {at}. وانتهت جلساتك الأخرى. إن لم تكن أنت من فعل ذلك فغير كلمة مرورك وراسل الأمانة فورًا.',
  'mail.account.factor-removed.subject': 'أُزيل العامل الثاني لحسابك',
  'mail.account.factor-removed.text':
    'لم يعد التطبيق عاملًا ثانيًا لحسابك في السجل منذ {at}. إن لم تكن أنت من فعل ذلك فغير كلمة مرورك وراسل الأمانة فورًا.',
  'mail.account.recovery-code-used.subject': 'استُعمل رمز استرداد',
  'mail.account.recovery-code-used.text':
    'استُعمل رمز استرداد لحسابك في السجل في {at}؛ {left, plural, zero {لم يبق شيء} one {بقي واحد} two {بقي اثنان} few {بقيت #} many {بقي #} other {بقي #}}. إن لم تكن أنت من فعل ذلك فغير كلمة مرورك وراسل الأمانة فورًا.',
  'mail.account.factors-reset.subject': 'أُعيد ضبط العامل الثاني لحسابك',
  'mail.account.factors-reset.text':
    'أزال أحد المديرين العوامل الثانية ورموز الاسترداد لحسابك في السجل في {at}، وانتهت كل الجلسات. سجل الدخول وأعدّ عاملًا جديدًا. السبب المذكور:',
}
