/** The second factor: setting it up, giving it, losing it. */
export const factors = {
  'factor.title': 'Second factor',
  'factor.lead':
    'A code of an app on your telephone, asked after the password: a stolen password alone opens nothing.',
  'factor.on': 'On',
  'factor.off': 'Off',
  'factor.lacking':
    'With your role you need a second factor. Until it is set up you can do nothing in that role.',
  'factor.begin': 'Set up an app',
  'factor.since': 'Set up on {date}.',
  'factor.codes.left':
    '{n, plural, one {# recovery code is left.} other {# recovery codes are left.}}',
  'factor.change': 'Change the second factor',
  'factor.code': 'Code',
  'factor.codes.make': 'Make new recovery codes',
  'factor.replace': 'Set up another app',
  'factor.remove': 'Remove it',
  'factor.keep': 'With your role you need it; set up another app to change it.',
  'factor.removed': 'Your second factor is removed.',
  'factor.scan': 'Scan the square with an authenticator app.',
  'factor.square': 'Square to scan',
  'factor.type': 'If you cannot scan it, type this into the app:',
  'factor.open-app': 'Open it in an app on this device',
  'factor.first.hint': 'The six digits the app shows now.',
  'factor.confirm': 'Turn it on',
  'factor.codes.title': 'Keep these recovery codes',
  'factor.codes.text':
    'Each replaces the app once, should you lose it. They are shown only now: print them or write them down.',
  'factor.codes.kept': 'I have kept them',
  'factor.give.title': 'Second factor',
  'factor.give.lead': 'Your password is right. Now enter the code your app shows.',
  'factor.give.hint': 'Six digits of the app, or a recovery code. Each works once.',
  'factor.give.button': 'Go on',
  'factor.give.lost':
    'If you have lost both the app and the recovery codes, ask an administrator of the register.',
  'factor.give.other': 'Sign in as somebody else',
  'mail.account.factor-added.subject': 'Your account has a second factor',
  'mail.account.factor-added.text':
    'An app was set up as the second factor of your account on the register on {at}. Your other sessions have ended. If it was not you, change your password and write to the secretariat at once.',
  'mail.account.factor-removed.subject': 'Your second factor was removed',
  'mail.account.factor-removed.text':
    'The app was removed as the second factor of your account on the register on {at}. If it was not you, change your password and write to the secretariat at once.',
  'mail.account.recovery-code-used.subject': 'A recovery code was used',
  'mail.account.recovery-code-used.text':
    'A recovery code of your account on the register was used on {at}; {left, plural, one {# is} other {# are}} left. If it was not you, change your password and write to the secretariat at once.',
  'mail.account.factors-reset.subject': 'Your second factor was reset',
  'mail.account.factors-reset.text':
    'An administrator took away the second factors and recovery codes of your account on the register on {at}, and every session has ended. Sign in and set up a new one. The reason given:',
  'factor.reset.title': 'Reset the second factor',
  'factor.reset.lead':
    'For somebody who lost the app and the recovery codes. Make sure it is they who ask. All their factors are taken away, every session ends, and a letter tells them why.',
  'factor.reset.button': 'Reset it',
} as const
