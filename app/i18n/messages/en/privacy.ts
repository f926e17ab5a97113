export const privacy = {
  'nav.privacy': 'Privacy',
  'nav.security': 'Security',

  'privacy.title': 'People and their data',
  'privacy.lead':
    'What this register keeps about people, why, for how long, and who sees it. Readers leave nothing behind.',
  'privacy.reading': 'If you only read',
  'privacy.reading.text':
    'No page asks you to sign in, sets a cookie or runs a script. For each request the server notes the time, the page and the answer, not where it came from. Network addresses are held in memory for at most an hour to keep off floods.',
  'privacy.account': 'If you have an account',
  'privacy.account.text':
    'A single cookie holds your session; it goes when you sign out or close the browser. The secretariat that runs this register is responsible for what is kept:',
  'privacy.what': 'What',
  'privacy.why': 'Why',
  'privacy.long': 'How long',
  'privacy.who': 'Who sees it',
  'privacy.kept.account': 'Your name, e-mail address and language; of the password only a hash',
  'privacy.kept.account.why': 'To let you in and write to you',
  'privacy.kept.account.long': 'Until you erase the account',
  'privacy.kept.account.who':
    'You, your colleagues in the organisation, coordinators and administrators',
  'privacy.kept.sessions': 'Where you are signed in: network address and browser',
  'privacy.kept.sessions.why': 'So that you can find and end a session that is not yours',
  'privacy.kept.sessions.long': 'At most 12 hours',
  'privacy.kept.sessions.who': 'You',
  'privacy.kept.sign-ins': 'Sign-ins and tries at your account, with network address',
  'privacy.kept.sign-ins.why': 'To notice and look into break-ins',
  'privacy.kept.sign-ins.long': '{n, plural, one {# month} other {# months}}',
  'privacy.kept.sign-ins.who': 'You and administrators',
  'privacy.kept.acts': 'What you did here and when',
  'privacy.kept.acts.why': 'So that the register can account for itself',
  'privacy.kept.acts.long':
    'For ever; the network address {n, plural, one {# month} other {# months}}',
  'privacy.kept.acts.who':
    'Everybody sees the organisation and the role; who it was, only administrators',
  'privacy.kept.refused': 'What you tried and were refused',
  'privacy.kept.refused.why': 'To notice attacks',
  'privacy.kept.refused.long': '{n, plural, one {# month} other {# months}}',
  'privacy.kept.refused.who': 'Administrators',
  'privacy.kept.letters': 'Letters sent to you',
  'privacy.kept.letters.why': 'To find out why one did not arrive',
  'privacy.kept.letters.long':
    'Their text {days, plural, one {# day} other {# days}} after sending; that they were sent, {months, plural, one {# month} other {# months}}',
  'privacy.kept.letters.who': 'Administrators',
  'privacy.kept.links': 'Invitations and links to confirm or reset',
  'privacy.kept.links.why': 'So that each works only once',
  'privacy.kept.links.long': '{n, plural, one {# day} other {# days}} after they are used or over',
  'privacy.kept.links.who': 'Whoever sent it, and administrators',
  'privacy.log': 'The public log stays for ever',
  'privacy.log.text':
    'Each public act is an entry in a log that can only grow. It names an organisation and a role, never a person. If entries could be taken out, nobody could check that nothing was.',
  'privacy.log.redaction':
    'Words that should never have become public, such as a person’s name in a report, can be withheld: two coordinators decide, the words are erased everywhere, and a notice says that something is missing and why.',
  'privacy.rights': 'Your rights',
  'privacy.rights.text':
    'You can see and take with you all that is kept about you, correct your details and erase your account: <linkData>your data</linkData>. What you did for an organisation stays, under its name and your role. For anything else, write to the secretariat.',

  'security.title': 'Report a weakness',
  'security.lead':
    'If you find a way to get where you do not belong, or to make this register say what is not so, tell us first.',
  'security.report': 'How to report',
  'security.report.text':
    'Write to <linkContact>{contact}</linkContact>: where it is, how to repeat it, what it leads to. English is understood. Machines find the same in <linkFile>security.txt</linkFile>.',
  'security.report.none':
    'Whoever runs this register has not named an address for reports yet. Write to the secretariat.',
  'security.report.demonstration':
    'This is a demonstration on one machine: nobody reads reports here, and everything in it is invented.',
  'security.promise': 'What you can expect',
  'security.promise.text':
    'An answer within five working days, word of what becomes of it, and your name in our thanks if you wish. Nobody takes legal steps against research in good faith that keeps to this page.',
  'security.ask': 'What we ask of you',
  'security.ask.text':
    'Use your own account. Stop once you have shown the weakness; do not read, keep or change what is others’. No floods, no tricks on people, no break-in at premises. Give us 90 days before you publish.',
  'security.check': 'You need not take our word',
  'security.check.text':
    'The software is open, and so is the log: anyone can <linkLog>check</linkLog> that nothing public was changed or removed.',

  'own-data.title': 'Your data',
  'own-data.lead':
    'Everything this register keeps about you. <linkPrivacy>Why, and for how long</linkPrivacy>',
  'own-data.link': 'Take them with you, or erase the account',
  'own-data.export': 'Take it with you',
  'own-data.export.text':
    'A file (JSON) with your account, memberships, sessions, sign-ins, acts, letters and invitations.',
  'own-data.export.button': 'Download your data',
  'own-data.erase': 'Erase your account',
  'own-data.erase.text':
    'Your name, address, password and second factors are erased for good, you are signed out everywhere, and your memberships end. What you did for an organisation stays in the register, under its name and your role.',
  'own-data.erase.word': 'To confirm, type {word}',
  'own-data.erase.the-word': 'ERASE',
  'own-data.erase.button': 'Erase the account',
  'own-data.erase.last-focal-point':
    'You are the only focal point of {organisation}. Make a colleague a focal point first.',
  'own-data.erase.last-administrator':
    'You are the only administrator. Make somebody else an administrator first.',
  'own-data.erased.title': 'Your account is erased',
  'own-data.erased.text':
    'You are signed out everywhere. The address may be used for a new account. What you did for an organisation stays, without your name.',

  'mail.disable.subject': 'Your account has been closed',
  'mail.disable.you':
    'An administrator of the register has closed your account, and you are signed out everywhere. The reason given:',
  'mail.enable.subject': 'Your account is open again',
  'mail.enable.you':
    'An administrator of the register has opened your account again. You can sign in as before. The reason given:',
  'mail.propose-administrator.subject': 'Somebody is proposed as an administrator',
  'mail.propose-administrator.other':
    '{name} is proposed as an administrator of the register. It takes a second administrator to agree: you find it under People. The reason given:',
  'mail.drop-proposal.subject': 'A proposed administrator is not made',
  'mail.drop-proposal.other':
    '{name} is no longer proposed as an administrator of the register. The reason given:',
  'mail.make-administrator.subject': 'The register has a new administrator',
  'mail.make-administrator.you':
    'You are now an administrator of the register. Sign in anew. The reason given:',
  'mail.make-administrator.other':
    '{name} is now an administrator of the register. If this surprises you, look into the audit at once. The reason given:',
  'mail.end-administrator.subject': 'The register has one administrator fewer',
  'mail.end-administrator.you':
    'You are no longer an administrator of the register. The reason given:',
  'mail.end-administrator.other':
    '{name} is no longer an administrator of the register. If this surprises you, look into the audit at once. The reason given:',
} as const
