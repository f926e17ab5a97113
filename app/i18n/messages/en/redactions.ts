/** The desk's pages about withholding words and evidence from a public record. */
export const redactions = {
  'withholding.title': 'Withhold something from a record',
  'withholding.lead':
    'Words or evidence that must not stay public: by a person’s right to erasure, a court’s order, or for somebody’s safety. You propose it, another coordinator carries it out, and the public log says that it was done and why.',
  'withholding.number': 'Number of the record',
  'withholding.number.hint': 'As on its page, like QD-2027-0147.',
  'withholding.number.button': 'Go on',
  'withholding.start': 'Withhold something from a record',

  'withholding.words': 'Words to withhold',
  'withholding.words.hint':
    'One name, sentence or line of text to each line, exactly as it stands, small and capital letters too. They go wherever they stand, also inside longer words: rather a whole name than half of one. At most 20 lines.',
  'withholding.evidence': 'Evidence to withhold',
  'withholding.evidence.hint': 'A piece goes whole: its file, its title and its address.',
  'withholding.evidence.none': 'This record has no evidence that could be withheld.',
  'withholding.basis': 'On what ground',
  'withholding.basis.gdpr-17': 'A person’s right to erasure (GDPR Article 17)',
  'withholding.basis.gdpr-17.hint':
    'Somebody asks that what identifies them be erased, and no ground to keep it weighs more.',
  'withholding.basis.court': 'An order of a court or an authority',
  'withholding.basis.court.hint': 'It binds the register, and says what must go.',
  'withholding.basis.safety': 'Somebody’s safety',
  'withholding.basis.safety.hint':
    'What stands here puts a person in danger. Withhold it soon; the ground can be settled later.',
  'withholding.reason': 'Reason',
  'withholding.reason.hint':
    'The public reads it beside the record and in the log, for good. Never say here what is withheld, nor whom it is about.',
  'withholding.look': 'See what it would change',

  'withholding.preview': 'What would be withheld',
  'withholding.preview.lead':
    '{entries, plural, =0 {Nothing public} one {# public entry} other {# public entries}} would lose what is marked. The entry itself, its number, its date and everything else it says stay.',
  'withholding.preview.what': 'What it says, with what would go',
  'withholding.preview.unseen': 'Also in what the public never saw',
  'withholding.preview.copies': 'The same words would go from these copies, too:',
  'withholding.nowhere': 'These stand nowhere in this record:',
  'withholding.nowhere.text':
    'Copy them from the record, with its own spelling. Nothing was proposed.',
  'withholding.propose': 'Propose to withhold this',
  'withholding.change': 'Change it',
  'withholding.wait': 'A redaction of this record, proposed by {name}, waits to be decided first.',
  'withholding.wait.look': 'See the redaction that waits',

  'withholding.copy.commitments': '{n, plural, one {the commitment} other {# commitments}}',
  'withholding.copy.versions': '{n, plural, one {# version} other {# versions}}',
  'withholding.copy.milestones': '{n, plural, one {# milestone} other {# milestones}}',
  'withholding.copy.parties': '{n, plural, one {# partner’s part} other {# partners’ parts}}',
  'withholding.copy.screenings': '{n, plural, one {# screening} other {# screenings}}',
  'withholding.copy.reports':
    '{n, plural, one {# working copy} other {# working copies}} of a report',
  'withholding.copy.rounds':
    '{n, plural, one {# version of a report} other {# versions of reports}}',
  'withholding.copy.evidence':
    '{n, plural, one {# piece of evidence} other {# pieces of evidence}}',
  'withholding.copy.reviews': '{n, plural, one {# review} other {# reviews}}',
  'withholding.copy.replies': '{n, plural, one {# reply} other {# replies}}',
  'withholding.copy.letters': '{n, plural, one {# letter} other {# letters}}',

  'withholding.field.title': 'Title',
  'withholding.field.text': 'Text',
  'withholding.field.problem': 'Problem addressed',
  'withholding.field.beneficiaries': 'Who benefits',
  'withholding.field.responsible': 'Responsible unit',
  'withholding.field.contactRole': 'Contact',
  'withholding.field.source': 'Source',
  'withholding.field.role': 'Role',
  'withholding.field.share': 'Share',
  'withholding.field.reason': 'Reason',
  'withholding.field.reasons': 'Reasons',
  'withholding.field.note': 'Note on a score',
  'withholding.field.happened': 'What happened',
  'withholding.field.behindReason': 'Why it is behind',
  'withholding.field.next': 'What comes next',
  'withholding.field.indicator': 'Indicator',
  'withholding.field.unit': 'Unit',
  'withholding.field.evidenceExpected': 'Expected evidence',
  'withholding.field.url': 'Address',
  'withholding.field.heldReason': 'Why it is held',
  'withholding.field.questions': 'Questions',
  'withholding.field.milestone': 'Milestone',
  'withholding.field.evidence': 'Evidence',
  'withholding.field.translations': 'Translation',

  'withholding.unseen.commitment.returned': 'Commitment returned with questions',
  'withholding.unseen.commitment.declined': 'Commitment declined',
  'withholding.unseen.party.consented': 'Partner accepted before publication',
  'withholding.unseen.party.refused': 'Partner refused',
  'withholding.unseen.review.sent-back': 'Finding sent back',
  'withholding.unseen.redaction.refused': 'Redaction refused',

  'redaction.title': 'Withhold something: a second look',
  'redaction.lead': 'Proposed by {name} on {day}.',
  'redaction.lead.second': 'If you agree it is gone at once, for good, and the public log says so.',
  'redaction.mine':
    'You proposed this. It waits for a second coordinator: until then nothing is withheld.',
  'redaction.basis': 'Ground',
  'redaction.reason': 'Reason, which the public will read',
  'redaction.words': 'Words',
  'redaction.evidence': 'Evidence',
  'redaction.gone':
    'What was to be withheld stands nowhere in this record any more. Refuse it, saying so.',
  'redaction.carry-out': 'Withhold it',
  'redaction.carry-out.text':
    'Nobody can bring it back, neither you nor whoever runs the register. Copies others have made are not reached.',
  'redaction.refuse': 'Do not withhold it',
  'redaction.refuse.reason': 'Reason',
  'redaction.refuse.hint': '{name} reads it. It stays inside the register.',
  'redaction.refuse.button': 'Refuse it',
  'redaction.carried-out': 'Carried out by {name} on {day}',
  'redaction.refused': 'Refused by {name} on {day}',
  'redaction.erasing':
    'It is gone from every page. Its last traces in the register’s files are being overwritten.',
  'redaction.erased': 'Its last traces in the register’s files were overwritten on {at}.',
  'redaction.entries': 'In the log',
  'redaction.record': 'See the record',
} as const
