export const passkeys = {
  'passkeys.title': 'Passkeys',
  'passkeys.lead':
    'Sign in with a fingerprint, a face or the number that opens your device. A passkey works for this register alone and cannot be guessed or passed on by mistake.',
  'passkeys.count': '{n, plural, =0 {None yet} one {One passkey} other {# passkeys}}',
  'passkeys.none': 'You have no passkey yet.',
  'passkeys.name': 'Name of the passkey',
  'passkeys.name.hint': 'So that you know it again: the device it is on, for example.',
  'passkeys.where': 'Where it is',
  'passkeys.synced': 'Synced between your devices',
  'passkeys.one-device': 'On one device',
  'passkeys.made': 'Made',
  'passkeys.used': 'Last used',
  'passkeys.never': 'Never',
  'passkeys.action': 'Change',
  'passkeys.add': 'Add a passkey',
  'passkeys.rename': 'Rename',
  'passkeys.rename.title': 'Rename {name}',
  'passkeys.remove': 'Remove',
  'passkeys.prove': 'Say who you are',
  'passkeys.prove.text': 'To add or remove a passkey, say once more who you are.',
  'passkeys.without-script':
    'Adding a passkey needs JavaScript, which is off here. Your password works without it.',
  'passkeys.use': 'Use a passkey',
  'passkeys.sign-in': 'Sign in with a passkey',
  'passkeys.sign-in.without-script':
    'Signing in with a passkey needs JavaScript, which is off here. Your password works without it.',
  'passkeys.waiting': 'Follow what your browser or device asks.',
  'passkeys.cancelled.create':
    'No passkey was made: it was cancelled, or it took too long. Try again when you are ready.',
  'passkeys.cancelled.get':
    'No passkey was used: it was cancelled, it took too long, or this device has none for this register. Try again, or use your password.',
  'passkeys.unsupported':
    'This browser or device cannot do this with passkeys. Use your password, or another device.',
  'passkeys.failed': 'That did not work. Try again, or use your password.',
  'passkeys.done.add': 'The passkey has been added. You can sign in with it from now on.',
  'passkeys.done.rename': 'The passkey has its new name.',
  'passkeys.done.remove': 'The passkey has been removed. It does not open your account any more.',
  'mail.account.passkey-added.subject': 'A passkey was added to your account',
  'mail.account.passkey-added.text':
    'A passkey was added to your account on the register on {at}: it signs you in without the password. If it was not you, remove it, change your password and write to the secretariat at once. It is called:',
  'mail.account.passkey-removed.subject': 'A passkey was removed from your account',
  'mail.account.passkey-removed.text':
    'A passkey was removed from your account on the register on {at}; it opens nothing any more. If it was not you, change your password and write to the secretariat at once. It was called:',
  'mail.account.passkey-copied.subject': 'A passkey of yours was refused',
  'mail.account.passkey-copied.text':
    'On {at} somebody tried to sign in to the register with a passkey of yours that seems to have been copied. Nobody got in. Remove the passkey and make a new one:',
} as const
