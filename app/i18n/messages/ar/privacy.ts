import type { Translation } from '../en.ts'

export const privacy: Translation = {
  'nav.privacy': 'الخصوصية',
  'nav.security': 'الأمن',

  'privacy.title': 'الأشخاص وبياناتهم',
  'privacy.lead':
    'ما يحتفظ به هذا السجل عن الأشخاص، ولماذا، وإلى متى، ومن يراه. من يقرأ فقط لا يترك شيئًا.',
  'privacy.reading': 'إذا كنت تقرأ فقط',
  'privacy.reading.text':
    'لا تطلب أي صفحة تسجيل الدخول، ولا تضع ملفات تعريف ارتباط، ولا تشغل برامج نصية. ويدوّن الخادم لكل طلب وقته والصفحة والرد، لا مصدره. وتبقى عناوين الشبكة في الذاكرة ساعة على الأكثر لصد إساءة الاستعمال.',
  'privacy.account': 'إذا كان لديك حساب',
  'privacy.account.text':
    'ملف تعريف ارتباط واحد يحفظ جلستك، ويزول حين تسجل الخروج أو تغلق المتصفح. والأمانة التي تدير هذا السجل مسؤولة عما يُحتفظ به:',
  'privacy.what': 'ماذا',
  'privacy.why': 'لماذا',
  'privacy.long': 'إلى متى',
  'privacy.who': 'من يراه',
  'privacy.kept.account': 'اسمك وبريدك الإلكتروني ولغتك؛ ومن كلمة السر بصمتها فقط',
  'privacy.kept.account.why': 'لإدخالك ومراسلتك',
  'privacy.kept.account.long': 'إلى أن تمحو الحساب',
  'privacy.kept.account.who': 'أنت وزملاؤك في الجهة والمنسقون ومديرو السجل',
  'privacy.kept.sessions': 'أين سجلت الدخول: عنوان الشبكة والمتصفح',
  'privacy.kept.sessions.why': 'لتتمكن من العثور على جلسة ليست لك وإنهائها',
  'privacy.kept.sessions.long': '12 ساعة على الأكثر',
  'privacy.kept.sessions.who': 'أنت',
  'privacy.kept.sign-ins': 'عمليات الدخول إلى حسابك ومحاولاته، مع عنوان الشبكة',
  'privacy.kept.sign-ins.why': 'لملاحظة الاختراق والتحقق منه',
  'privacy.kept.sign-ins.long':
    '{n, plural, one {شهر واحد} two {شهران} few {# أشهر} many {# شهرًا} other {# شهر}}',
  'privacy.kept.sign-ins.who': 'أنت ومديرو السجل',
  'privacy.kept.acts': 'ما فعلته هنا ومتى',
  'privacy.kept.acts.why': 'ليكون السجل قادرًا على المساءلة عن نفسه',
  'privacy.kept.acts.long':
    'دائمًا؛ أما عنوان الشبكة فمدة {n, plural, one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}',
  'privacy.kept.acts.who': 'يرى الجميع الجهة والدور؛ ولا يعرف من فعل ذلك إلا مديرو السجل',
  'privacy.kept.refused': 'ما حاولت فعله ورُفض',
  'privacy.kept.refused.why': 'لملاحظة الهجمات',
  'privacy.kept.refused.long':
    '{n, plural, one {شهر واحد} two {شهران} few {# أشهر} many {# شهرًا} other {# شهر}}',
  'privacy.kept.refused.who': 'مديرو السجل',
  'privacy.kept.letters': 'الرسائل الموجهة إليك',
  'privacy.kept.letters.why': 'لمعرفة سبب عدم وصول إحداها',
  'privacy.kept.letters.long':
    'نصها {days, plural, one {يومًا واحدًا} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} بعد الإرسال؛ وأنها أُرسلت {months, plural, one {شهرًا واحدًا} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}',
  'privacy.kept.letters.who': 'مديرو السجل',
  'privacy.kept.links': 'الدعوات وروابط التأكيد أو إعادة التعيين',
  'privacy.kept.links.why': 'ليعمل كل منها مرة واحدة',
  'privacy.kept.links.long':
    '{n, plural, one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}} بعد استعمالها أو انتهائها',
  'privacy.kept.links.who': 'من أرسلها ومديرو السجل',
  'privacy.log': 'دفتر القيود العام يبقى دائمًا',
  'privacy.log.text':
    'كل إجراء علني قيد في دفتر يُضاف إليه ولا يُحذف منه. ويذكر القيد الجهة والدور، ولا يذكر شخصًا أبدًا. ولو أمكن نزع القيود لما استطاع أحد أن يتحقق من أن شيئًا لم يُنزع.',
  'privacy.log.redaction':
    'الكلمات التي ما كان ينبغي أن تُنشر، كاسم شخص في تقرير، يمكن حجبها: يقرر ذلك منسقان، وتُمحى الكلمات من كل مكان، ويبين إشعار أن شيئًا ناقص ولماذا.',
  'privacy.rights': 'حقوقك',
  'privacy.rights.text':
    'يمكنك أن ترى كل ما يُحتفظ به عنك وأن تأخذه معك، وأن تصحح بياناتك، وأن تمحو حسابك: <linkData>بياناتك</linkData>. وما فعلته باسم جهة يبقى تحت اسمها ودورك. ولما عدا ذلك راسل الأمانة.',

  'security.title': 'الإبلاغ عن ثغرة',
  'security.lead':
    'إن وجدت سبيلًا إلى دخول ما ليس لك، أو إلى جعل هذا السجل يقول غير الحقيقة، فأخبرنا أولًا.',
  'security.report': 'كيف تبلغ عنها',
  'security.report.text':
    'راسل <linkContact>{contact}</linkContact>: أين الثغرة، وكيف تتكرر، وإلى ماذا تؤدي. تمكن الكتابة بالإنكليزية. وتجد البرامج المعلومات نفسها في <linkFile>security.txt</linkFile>.',
  'security.report.none': 'لم يحدد من يدير هذا السجل عنوانًا للبلاغات بعد. راسل الأمانة.',
  'security.report.demonstration':
    'هذا عرض تجريبي على جهاز واحد: لا يقرأ أحد البلاغات هنا، وكل ما فيه مختلق.',
  'security.promise': 'ما يمكنك توقعه',
  'security.promise.text':
    'رد خلال خمسة أيام عمل، وإبلاغك بما يُتخذ، وذكر اسمك في الشكر إن أردت. ولا يتخذ أحد إجراءات قانونية ضد بحث حسن النية يلتزم بهذه الصفحة.',
  'security.ask': 'ما نطلبه منك',
  'security.ask.text':
    'استعمل حسابك أنت. وتوقف متى ثبتت الثغرة؛ ولا تقرأ ما لغيرك ولا تحتفظ به ولا تغيره. لا إغراق للخدمة، ولا خداع للناس، ولا اقتحام لمقار. وأمهلنا 90 يومًا قبل النشر.',
  'security.check': 'لا حاجة إلى أن تصدقنا',
  'security.check.text':
    'البرنامج مفتوح، والدفتر كذلك: يمكن لأي شخص أن <linkLog>يتحقق</linkLog> من أن شيئًا علنيًا لم يُغيَّر ولم يُحذف.',

  'own-data.title': 'بياناتك',
  'own-data.lead': 'كل ما يحتفظ به هذا السجل عنك. <linkPrivacy>لماذا وإلى متى</linkPrivacy>',
  'own-data.link': 'خذها معك أو امحُ الحساب',
  'own-data.export': 'خذها معك',
  'own-data.export.text':
    'ملف (JSON) فيه حسابك وعضوياتك وجلساتك وعمليات دخولك وإجراءاتك ورسائلك ودعواتك.',
  'own-data.export.button': 'تنزيل بياناتك',
  'own-data.erase': 'امحُ حسابك',
  'own-data.erase.text':
    'يُمحى اسمك وعنوانك وكلمة سرك وعواملك الثانية نهائيًا، ويُسجَّل خروجك من كل مكان، وتنتهي عضوياتك. وما فعلته باسم جهة يبقى في السجل تحت اسمها ودورك.',
  'own-data.erase.word': 'للتأكيد اكتب {word}',
  'own-data.erase.the-word': 'محو',
  'own-data.erase.button': 'محو الحساب',
  'own-data.erase.last-focal-point':
    'أنت مسؤول الاتصال الوحيد في {organisation}. أسند هذا الدور إلى زميل أولًا.',
  'own-data.erase.last-administrator': 'أنت مدير السجل الوحيد. أسند هذا الدور إلى شخص آخر أولًا.',
  'own-data.erased.title': 'مُحي حسابك',
  'own-data.erased.text':
    'سُجِّل خروجك من كل مكان. ويمكن استعمال العنوان لحساب جديد. وما فعلته باسم جهة يبقى من دون اسمك.',

  'mail.disable.subject': 'أُغلق حسابك',
  'mail.disable.you': 'أغلق أحد مديري السجل حسابك وسُجِّل خروجك من كل مكان. السبب المذكور:',
  'mail.enable.subject': 'فُتح حسابك من جديد',
  'mail.enable.you':
    'فتح أحد مديري السجل حسابك من جديد. يمكنك تسجيل الدخول كما من قبل. السبب المذكور:',
  'mail.propose-administrator.subject': 'اقتراح مدير جديد للسجل',
  'mail.propose-administrator.other':
    'اقتُرح {name} مديرًا للسجل. يلزم أن يوافق مدير ثانٍ: تجد الاقتراح في قائمة الأشخاص. السبب المذكور:',
  'mail.drop-proposal.subject': 'لم يُعيَّن المدير المقترح',
  'mail.drop-proposal.other': 'لم يعد {name} مقترحًا مديرًا للسجل. السبب المذكور:',
  'mail.make-administrator.subject': 'للسجل مدير جديد',
  'mail.make-administrator.you': 'أنت الآن من مديري السجل. سجل الدخول من جديد. السبب المذكور:',
  'mail.make-administrator.other':
    '{name} الآن من مديري السجل. إن فاجأك ذلك فراجع قائمة الإجراءات فورًا. السبب المذكور:',
  'mail.end-administrator.subject': 'نقص مديرو السجل واحدًا',
  'mail.end-administrator.you': 'لم تعد من مديري السجل. السبب المذكور:',
  'mail.end-administrator.other':
    '{name} لم يعد من مديري السجل. إن فاجأك ذلك فراجع قائمة الإجراءات فورًا. السبب المذكور:',
}
