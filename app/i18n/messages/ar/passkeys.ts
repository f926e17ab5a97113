import type { Translation } from '../en.ts'

export const passkeys: Translation = {
  'passkeys.title': 'مفاتيح المرور',
  'passkeys.lead':
    'سجّل الدخول ببصمة أو بوجه أو بالرقم الذي يفتح جهازك. مفتاح المرور يعمل لهذا السجل وحده، ولا يمكن تخمينه ولا تسليمه خطأً.',
  'passkeys.count':
    '{n, plural, =0 {لا يوجد بعد} one {مفتاح مرور واحد} two {مفتاحا مرور} few {# مفاتيح مرور} many {# مفتاح مرور} other {# مفتاح مرور}}',
  'passkeys.none': 'ليس لديك مفتاح مرور بعد.',
  'passkeys.name': 'اسم مفتاح المرور',
  'passkeys.name.hint': 'لتتعرف عليه: الجهاز الذي يوجد عليه مثلاً.',
  'passkeys.where': 'أين يوجد',
  'passkeys.synced': 'متزامن بين أجهزتك',
  'passkeys.one-device': 'على جهاز واحد',
  'passkeys.made': 'أُنشئ',
  'passkeys.used': 'آخر استخدام',
  'passkeys.never': 'لم يُستخدم',
  'passkeys.action': 'تغيير',
  'passkeys.add': 'إضافة مفتاح مرور',
  'passkeys.rename': 'إعادة التسمية',
  'passkeys.rename.title': 'إعادة تسمية {name}',
  'passkeys.remove': 'إزالة',
  'passkeys.prove': 'إثبات هويتك',
  'passkeys.prove.text': 'لإضافة مفتاح مرور أو إزالته، أثبت هويتك مرة أخرى.',
  'passkeys.without-script':
    'تتطلب إضافة مفتاح مرور تشغيل JavaScript، وهو متوقف هنا. كلمة مرورك تعمل من دونه.',
  'passkeys.use': 'استخدام مفتاح مرور',
  'passkeys.sign-in': 'الدخول بمفتاح مرور',
  'passkeys.sign-in.without-script':
    'يتطلب الدخول بمفتاح مرور تشغيل JavaScript، وهو متوقف هنا. كلمة مرورك تعمل من دونه.',
  'passkeys.waiting': 'اتبع ما يطلبه متصفحك أو جهازك.',
  'passkeys.cancelled.create':
    'لم يُنشأ مفتاح مرور: أُلغيت العملية أو طالت. حاول مجددًا عندما تكون مستعدًا.',
  'passkeys.cancelled.get':
    'لم يُستخدم مفتاح مرور: أُلغيت العملية أو طالت، أو ليس على هذا الجهاز مفتاح لهذا السجل. حاول مجددًا أو استخدم كلمة المرور.',
  'passkeys.unsupported':
    'لا يدعم هذا المتصفح أو الجهاز ذلك بمفاتيح المرور. استخدم كلمة المرور أو جهازًا آخر.',
  'passkeys.failed': 'لم ينجح ذلك. حاول مجددًا أو استخدم كلمة المرور.',
  'passkeys.done.add': 'أُضيف مفتاح المرور. يمكنك الدخول به من الآن.',
  'passkeys.done.rename': 'أصبح لمفتاح المرور اسمه الجديد.',
  'passkeys.done.remove': 'أُزيل مفتاح المرور، ولم يعد يفتح حسابك.',
  'code.passkey-refused': 'لا يفتح مفتاح المرور هذا أي حساب هنا. جرب غيره أو استخدم كلمة المرور',
  'code.passkey-over': 'مضى وقت طويل، أو أُرسل مرتين. اطلب مفتاح المرور مرة أخرى',
  'code.passkey-copied': 'رُفض مفتاح المرور هذا: يبدو أنه نُسخ. استخدم كلمة المرور ثم أزله',
  'code.passkey-known': 'على هذا الجهاز مفتاح مرور لحسابك من قبل',
  'code.passkey-missing': 'لم يعد مفتاح المرور هذا موجودًا',
  'code.too-many-passkeys': 'أزل مفتاح مرور قبل إضافة آخر: يمكن أن يكون هناك 20',
  'code.last-factor': 'أضف أولًا مفتاح مرور آخر أو تطبيق مصادقة: يتطلب دورك عاملًا ثانيًا',
  'mail.account.passkey-added.subject': 'أُضيف مفتاح مرور إلى حسابك',
  'mail.account.passkey-added.text':
    'أُضيف مفتاح مرور إلى حسابك في السجل في {at}، وهو يتيح الدخول دون كلمة المرور. إن لم تكن أنت من فعل ذلك فأزله وغير كلمة مرورك وراسل الأمانة فورًا. اسمه:',
  'mail.account.passkey-removed.subject': 'أُزيل مفتاح مرور من حسابك',
  'mail.account.passkey-removed.text':
    'أُزيل مفتاح مرور من حسابك في السجل في {at}، ولم يعد يفتح شيئًا. إن لم تكن أنت من فعل ذلك فغير كلمة مرورك وراسل الأمانة فورًا. كان اسمه:',
  'mail.account.passkey-copied.subject': 'رُفض أحد مفاتيح مرورك',
  'mail.account.passkey-copied.text':
    'حاول شخص ما في {at} الدخول إلى السجل بأحد مفاتيح مرورك الذي يبدو أنه نُسخ. لم يدخل أحد. أزل ذلك المفتاح وأنشئ مفتاحًا جديدًا:',
}
