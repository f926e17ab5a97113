/**
 * What a validation or refusal code says, keyed `code.<code>`. `{label}` is the field's quoted
 * label or "this answer": write sentences that do not begin with it.
 */
export const codes = {
  'code.unknown': 'This cannot be done ({code}).',

  'code.missing': 'Fill in {label}',
  'code.not-chosen': 'Choose an answer for {label}',
  'code.too-short': 'Write more in {label}',
  'code.too-long': 'Shorten {label}',
  'code.too-many': 'Choose fewer answers for {label}',
  'code.not-a-date': 'Enter a real date for {label}, like 2027-06-30',
  'code.date-out-of-range': 'Enter a date between 2000 and 2100 for {label}',
  'code.not-a-number': 'Enter a number for {label}, in digits, like 12000 or 4.5',
  'code.not-a-url': 'Enter a web address for {label}, starting with https://',
  'code.not-an-email': 'Enter an e-mail address for {label}, like name@example.org',
  'code.not-a-language': 'Choose a language for {label}',
  'code.not-a-country': 'Choose a country or area for {label}',
  'code.not-a-currency': 'Choose a currency for {label}',
  'code.invalid': 'Check {label}',
  'code.not-allowed': 'Choose one of the answers offered for {label}',
  'code.not-accepted': 'Tick {label} to go on',

  'code.wrong-credentials': 'Check your e-mail address and password',
  'code.password-too-short': 'Choose a longer password',
  'code.password-too-long': 'Choose a shorter password',
  'code.password-known':
    'Choose another password: this one is among those that are tried first, or was stolen somewhere',
  'code.password-personal':
    'Choose a password without your name, your address or the name of the register in it',
  'code.wrong-password': 'Check {label}: it is not the password of this account',
  'code.wrong-code': 'Check {label}: it is wrong, too old, or was used already',
  'code.factor-unreadable':
    'Use a recovery code: the register cannot read the secret of your app any more',
  'code.enrolment-over': 'Begin anew: the square is too old, or another has taken its place',
  'code.factor-compulsory': 'With your role you keep a second factor',
  'code.factor-missing': 'There is no second factor',
  'code.passkey-refused':
    'This passkey does not open an account here. Try another one, or use your password',
  'code.passkey-over':
    'Too much time has passed, or it was sent twice. Ask for your passkey once more',
  'code.passkey-copied':
    'This passkey was refused: it seems to have been copied. Use your password, then remove it',
  'code.passkey-known': 'This device has a passkey for your account already',
  'code.passkey-missing': 'This passkey does not exist any more',
  'code.too-many-passkeys': 'Remove a passkey before you add another: there can be 20',
  'code.last-factor':
    'Add another passkey or an authenticator app first: your role needs a second factor',
  'code.too-many-tries': 'Wait before you try again: there were too many wrong tries',
  'code.too-many-letters': 'Wait before you ask again: several letters went to this address',
  'code.password-outgrown':
    'Your password is right, but too short for your role by now. We sent you a link to choose a longer one',
  'code.account-disabled': 'This account is closed. Write to the secretariat',
  'code.address-not-confirmed': 'Confirm your address first: follow the link of the letter',
  'code.address-confirmed-already': 'Your address is confirmed already',
  'code.address-taken': 'Another account has this address by now',
  'code.address-unchanged': 'Enter another address: this is the one you have',
  'code.session-missing': 'This session is over already',
  'code.link-missing': 'This link works no more',
  'code.link-over': 'This link works no more',
  'code.first-run-token-wrong':
    'Open the address that was printed when the register started. It works once, and changes at each start',
  'code.register-already-open': 'This register has its administrator already',
  'code.account-missing': 'Enter the e-mail address of somebody who has an account here',
  'code.administrator-only': 'Only an administrator can do this',
  'code.already-a-coordinator': 'This person is a coordinator already',
  'code.not-a-coordinator': 'This person is no coordinator',

  'code.file-missing': 'Choose a file for {label}',
  'code.file-empty': 'Choose another file: this one is empty',
  'code.file-too-large': 'Choose a file of 10 MB or less',
  'code.file-type': 'Choose a file of one of the kinds listed',
  'code.file-unreadable': 'Choose another file: this one could not be read',

  'code.changed-meanwhile': 'Somebody changed this while you were working. Look at it again',
  'code.conflict-of-interest':
    'You are, or within the last 24 months were, a member of a party to this commitment, so a colleague has to decide',
  'code.same-person': 'The second decision has to come from somebody else',
  'code.not-verifiable': 'Add at least one milestone with a due date, a unit and a target',

  'code.report-missing': 'This report does not exist, or you may not see it',
  'code.milestone-missing': 'This milestone does not exist, or you may not see it',
  'code.evidence-missing': 'This piece of evidence does not exist, or you may not see it',
  'code.review-missing': 'This review does not exist, or you may not see it',
  'code.report-already-open': 'A report on this milestone is open already: go on with that one',
  'code.milestone-achieved': 'This milestone was found achieved: there is nothing more to report',
  'code.commitment-not-published': 'Reports are taken only while the commitment is published',
  'code.report-not-editable': 'This report has been handed in and can no longer be changed',
  'code.report-incomplete': 'Answer the questions of the report first',
  'code.measured-in-the-future': 'Enter a day that has come already for {label}',
  'code.reason-when-late':
    'This report comes after the time a declaration allows. Say why in “Why it is behind”',
  'code.reason-when-behind': 'Say why it is behind, in {label}',
  'code.reason-when-held': 'Say why only the reviewer may see it, in {label}',
  'code.evidence-not-checked': 'Wait until every file has been checked, then hand in',
  'code.evidence-handed-in': 'This was handed in and stays on the record',
  'code.evidence-withheld': 'This piece has been withheld',
  'code.evidence-malformed': 'Check what you entered about this file',
  'code.too-much-evidence': 'Remove something first: a report takes 20 pieces of evidence',
  'code.report-quota-full': 'Remove a file first: those of one report may have 100 MB together',
  'code.organisation-quota-full':
    'Your organisation has no room left for files. Remove files from drafts, or give a link instead',
  'code.file-type-not-taken': 'Choose a file of a kind that is named above the form',
  'code.file-needs-scanner':
    'Save the document as a PDF and choose that: this register has no virus scanner, and takes no office documents without one',
  'code.file-harmful': 'Choose another file: a virus was found in this one. Nothing was kept',
  'code.scanner-down':
    'Try again in a few minutes: the virus scanner does not answer, and nothing is kept unscanned',
  'code.file-two-in-one': 'Choose another file: this one holds a second one behind its end',
  'code.pdf-active':
    'Print the document to a new PDF and choose that: this one carries scripts, files or programs to start',
  'code.document-macros': 'Save the document without macros, then choose it again',
  'code.document-protected': 'Take the password off the document, then choose it again',
  'code.document-embeds':
    'Take the files out of the document and upload each by itself: other files lie within this one',
  'code.document-too-large-inside':
    'Choose a smaller document: unpacked, this one has more than 100 MB or 2,000 parts',
  'code.document-damaged':
    'Save the document anew, then choose it again: it cannot be read to its end',
  'code.letter-missing': 'There is no such letter',
  'code.letter-not-given-up': 'This letter has gone out already, or is still being tried',
  'code.image-damaged': 'Save the picture anew, then choose it again: it cannot be read to its end',
  'code.image-too-many-pixels': 'Make the picture smaller: it has more than 25 million pixels',
  'code.image-moves': 'Choose a picture that does not move',
  'code.file-not-what-it-says':
    'Choose another file: what is inside does not match its name, or it is protected by a password',
  'code.number-out-of-range': 'Enter a number that is closer to zero for {label}',
  'code.nothing-to-reply-to': 'There is no decided finding to reply to',
  'code.already-replied': 'Your organisation has replied to this finding already',
  'code.reply-window-closed': 'The time to reply to this finding is over',
  'code.focal-point-only': 'Only a focal point of your organisation can do this',
  'code.not-your-organisation': 'This belongs to another organisation',
  'code.coordinator-only': 'Only a coordinator can do this',
  'code.report-not-waiting': 'This report no longer waits: somebody took it, or it went back',
  'code.review-not-open': 'This review is no longer open. Nothing you wrote has been recorded',
  'code.review-already-yours': 'This case is in your hands already',
  'code.review-not-yours':
    'A colleague has taken this case over. Nothing you wrote has been recorded',
  'code.finding-not-proposed': 'Nothing waits to be confirmed here any more',
  'code.nothing-to-correct': 'There is no finding here that could be corrected',
  'code.correction-already-proposed':
    'A correction of this finding is waiting to be confirmed already',
  'code.question-needed': 'Ask at least one question',
  'code.reason-needed': 'Give a reason',
  'code.note-when-low': 'Say why the score is below 2, in {label}',

  'code.not-signed-in': 'Sign in to go on',
  'code.own-account': 'Somebody else has to change your own account',
  'code.account-disabled-already': 'This account is closed already',
  'code.account-disabled-now': 'This account is closed: open it first',
  'code.account-not-disabled': 'This account is open',
  'code.already-an-administrator': 'This person is an administrator already',
  'code.not-an-administrator': 'This person is not an administrator',
  'code.second-administrator':
    'A second administrator has to make this person one: propose it, and another agrees',
  'code.no-second-administrator':
    'There is no second administrator to agree: you can make this person one yourself',
  'code.already-proposed': 'This person is proposed already',
  'code.not-proposed': 'This person is not proposed, or no longer',
  'code.last-administrator': 'The register needs an administrator: make somebody else one first',
  'code.word-not-typed': 'Type the word exactly as it stands there',
  'code.organisation-suspended':
    'Your organisation is suspended: until a coordinator reinstates it, nothing can be written in its name',
  'code.organisation-not-active': 'Your organisation cannot begin a commitment at the moment',
  'code.organisation-not-verified': 'The organisation has to be verified first',
  'code.organisation-missing': 'Choose an organisation that is on the register',
  'code.declaration-missing': 'Choose a declaration that is open',
  'code.commitment-missing': 'This commitment does not exist, or you may not see it',
  'code.commitment-not-editable': 'This commitment can no longer be changed here',
  'code.commitment-incomplete': 'Answer everything that is still missing first',
  'code.commitment-not-active': 'This commitment no longer takes answers',
  'code.unknown-clause': 'Choose a clause of this declaration',
  'code.unknown-place': 'Choose a country or region from the list for {label}',
  'code.end-before-start': 'Enter an end that does not come before the start',
  'code.milestone-needed': 'Add at least one milestone',
  'code.milestone-outside-dates': 'Enter a date within the commitment’s own dates for {label}',
  'code.milestone-dropped': 'Keep every milestone: one that was published cannot be dropped',
  'code.milestone-already-reported': 'Leave milestones as they are once they have been reported on',
  'code.nothing-changed': 'Change something first: this is the version that stands',
  'code.party-is-lead': 'Choose another organisation: this one leads the commitment',
  'code.already-a-party':
    'Choose another organisation: this one is invited or has accepted already',
  'code.party-missing': 'This invitation does not exist, or you may not see it',
  'code.party-move-not-allowed': 'This has been answered already',
  'code.invitation-missing': 'This invitation does not exist',
  'code.invitation-used': 'This link has been used. It works once',
  'code.invitation-expired': 'This link has expired. Ask for a new one',
  'code.already-invited': 'This invitation has just been sent',
  'code.already-a-member': 'You belong to this organisation already',
  'code.member-missing': 'This person no longer belongs to the organisation',
  'code.role-unchanged': 'This person has that role already',
  'code.last-focal-point': 'Make somebody else focal point first: an organisation needs one',
  'code.number-does-not-match': 'Type the number of the record exactly as it is shown',

  'code.nothing-waits': 'Nothing waits that you could take: a colleague may have been quicker',
  'code.organisation-move-not-allowed':
    'This can no longer be decided about the organisation: look at where it stands',
  'code.commitment-not-submitted':
    'This commitment does not wait for screening any more: it has been decided, or is back with its organisation',
  'code.declaration-not-open':
    'An administrator has to open the declaration that the mapping names first',
  'code.declaration-already-open': 'This declaration is open already',
  'code.table-needed': 'Choose a table, or a mapping that comes with one',
  'code.mapping-needed': 'Choose a mapping',
  'code.not-utf-8': 'Save {label} in UTF-8 and choose it again',

  'code.withheld-sign': 'Leave the sign █ out of {label}: it stands where words were withheld',
  'code.words-or-evidence': 'Enter words to withhold, or tick a piece of evidence',
  'code.words-too-short':
    'Enter at least three letters on each line of {label}: less stands in every other word',
  'code.words-too-many': 'Enter at most 20 lines in {label}',
  'code.reason-repeats-words':
    'Give a reason that does not say what is withheld, in {label}: the public reads it',
  'code.nothing-to-withhold':
    'Enter words exactly as they stand: some of these stand nowhere in this record',
  'code.redaction-stays':
    'Keep what an earlier redaction gave as its reason: that something was withheld, and why, stays',
  'code.record-not-public': 'Only a record that is public can have something withheld',
  'code.redaction-already-proposed':
    'A redaction of this record waits already: it has to be decided first',
  'code.redaction-not-proposed': 'This redaction has been decided already',
  'code.redaction-missing': 'This redaction does not exist',

  'code.import-problems': 'Mend the table: nothing of it was imported',
  'code.mapping-problems': 'Mend the mapping: nothing was imported',
  'code.publishing-stopped':
    'Nothing can be published until the public log is whole again. What you saved is safe',
  'code.milestone-still-open': 'Wait until every milestone has its final finding',
} as const
