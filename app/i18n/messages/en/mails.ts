/** Letters. Each begins with what happened, so that its subject line can say the same. */
export const mails = {
  'mail.see': 'You find it here:',
  'mail.entry': 'It is entry {entry, number} of the public log:',
  'mail.receipt.at': 'Its receipt is there within 60 seconds:',
  'mail.receipt.yours':
    'This was done for your organisation. If you know nothing of it, write to the secretariat at once.',
  'mail.receipt':
    'The receipt itself. Keep it with the entry below it: together they prove, without this register, that the entry was in the log.',
  'mail.receipt.leaf': 'The entry, as the log holds it:',
  'mail.invitation.subject': 'You are invited to act for {about} on the register',
  'mail.invitation.text':
    'A focal point of {about} invites you to act for it on the register. The link works once, until {until}:',
  'mail.org.registered': '{about} asks to be verified',
  'mail.org.verified': '{about} is verified and can publish commitments',
  'mail.org.refused': '{about} was not verified',
  'mail.org.suspended': '{about} is suspended and cannot publish',
  'mail.party.invited': 'You are asked to be a partner in a commitment: {about}',
  'mail.party.accepted': 'A partner has accepted its part in {about}',
  'mail.party.consented': 'A partner has accepted its part in {about}',
  'mail.party.refused': 'A partner has refused its part in {about}',
  'mail.party.left': 'A partner has left {about}',
  'mail.commitment.submitted': 'A commitment waits for screening: {about}',
  'mail.commitment.returned': 'Your commitment came back with questions: {about}',
  'mail.commitment.declined': 'Your commitment was declined: {about}',
  'mail.commitment.published': 'Your commitment is published: {about}',
  'mail.milestone.reported': 'A report waits for review: {about}',
  'mail.review.returned': 'Your report came back with questions: {about}',
  'mail.review.proposed': 'A finding waits for a second coordinator: {about}',
  'mail.review.decided': 'Your report has been reviewed: {about}',
  'mail.org.reinstated': '{about} is reinstated and can publish again',
  'mail.correction.proposed': 'A correction waits for a second coordinator: {about}',
  'mail.correction.made': 'A finding on your commitment was corrected: {about}',
  'mail.redaction.proposed': 'A redaction waits for a second coordinator: {about}',
  'mail.content.redacted': 'Something was withheld from your commitment: {about}',
  'mail.account.confirm.subject': 'Confirm your address for the register',
  'mail.account.confirm.text':
    'An account was made with this address. If it was you, follow the link; it works once, until {until}. If not, do nothing: without the link the account can do nothing either.',
  'mail.account.known.subject': 'You have an account on the register already',
  'mail.account.known.text':
    'Somebody, perhaps you, wanted to make an account with this address, which has one. Nothing was changed. If you no longer know the password, choose a new one by this link; it works once, until {until}:',
  'mail.account.reset.subject': 'Choose a new password',
  'mail.account.reset.text':
    'Somebody, we hope you, asked for a new password for this address. The link works once, until {until}. If it was not you, do nothing: the password stays as it is.',
  'mail.account.password-changed.subject': 'Your password was changed',
  'mail.account.password-changed.text':
    'The password of your account on the register was changed on {at}. If it was not you, write to the secretariat at once.',
  'mail.account.change-email.subject': 'Confirm your new address for the register',
  'mail.account.change-email.text':
    'An account on the register is to move to this address. If it is yours, follow the link; it works once, until {until}. If not, do nothing.',
  'mail.account.address-known.subject': 'Your address has an account on the register already',
  'mail.account.address-known.text':
    'Somebody wanted to move another account to this address, which has one of its own. Nothing was changed, and there is nothing for you to do.',
  'mail.account.email-change-asked.subject': 'Your account is to move to another address',
  'mail.account.email-change-asked.text':
    'On {at} it was asked that your account on the register move to another address. It does so once the link sent there is followed. If it was not you, change your password at once, and write to the secretariat.',
  'mail.account.email-changed.subject': 'Your account has moved to another address',
  'mail.account.email-changed.text':
    'Since {at} your account on the register has another address, and no more letters come to this one. If it was not you, write to the secretariat at once.',
  'mail.account.many-tries.subject': 'Many wrong passwords for your account',
  'mail.account.many-tries.text':
    'On {at} somebody tried several wrong passwords for your account on the register. Tries are slowed down now; nobody got in by them. If it was you and you do not know the password any more, choose a new one:',
} as const
