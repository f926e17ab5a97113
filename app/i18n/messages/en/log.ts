/** The pages of the public log, and of checking it. */
export const log = {
  'log.title': 'The public log',
  'log.lead':
    'Nothing the public sees changes without an act, and each act is an entry here. Entries are added at the end. None is ever changed or taken away.',
  'log.stopped': 'Nothing can be published at the moment',
  'log.stopped.text':
    'The record on this machine does not fit what was last signed. Everything can be read; nothing is added until that is settled.',
  'log.state': '{size, plural, =0 {No entry yet} one {# entry} other {# entries}}',
  'log.signed': 'Last signed',
  'log.unsigned': 'Nothing has been signed yet.',
  'log.waiting':
    '{n, plural, one {The newest entry waits for the next signature.} other {The newest # entries wait for the next signature.}}',
  'log.key': 'Key of the log',
  'log.witnesses': 'Witnesses',
  'log.witnesses.none': 'No witness has been named for this log.',
  'log.witnessed': '{size, plural, one {# entry} other {# entries}}, {at}',
  'log.not-witnessed': 'has not witnessed it yet',
  'log.checkpoint': 'Signed checkpoint',
  'log.policy': 'Witness policy',
  'log.readme': 'What is where, for programs',
  'log.shown':
    '{total, plural, one {{from, number} to {to, number} of # entry} other {{from, number} to {to, number} of # entries}}, newest first',
  'log.none': 'No entries here.',
  'log.none.text': 'The first act that anybody may see will be the first entry.',
  'log.none-like-that':
    'Nothing of that kind has happened yet. Take the filter away to see the rest.',
  'log.feed': 'Follow this list in a feed reader: <linkFeed>Atom feed</linkFeed>.',
  'log.how': 'How to check it',
  'log.how.signed':
    'The checkpoint says how many entries there are and gives one hash that stands for all of them, signed with the key above. Whoever keeps an older checkpoint can prove that nothing before it was changed.',
  'log.how.all':
    'The program <code>verify</code> of this software reads the whole log from outside, rebuilds every record from it, and compares them with these pages.',
  'log.how.witness':
    'Anybody can run a witness: a small program with a key of its own that refuses to sign a rewritten log.',

  'log.act.declaration.opened': 'Declaration opened',
  'log.act.org.verified': 'Organisation verified and entered in the register',
  'log.act.org.suspended': 'Organisation suspended',
  'log.act.org.reinstated': 'Organisation reinstated',
  'log.act.commitment.published': 'Commitment registered and published',
  'log.act.commitment.amended': 'Commitment amended',
  'log.act.commitment.withdrawn': 'Commitment withdrawn',
  'log.act.commitment.closed': 'Commitment closed: every finding is final',
  'log.act.party.accepted': 'Partner accepted its part',
  'log.act.party.left': 'Partner left',
  'log.act.milestone.reported': 'Report handed in',
  'log.act.review.opened': 'Review opened',
  'log.act.review.returned': 'Report returned with questions',
  'log.act.review.decided': 'Finding decided',
  'log.act.reply.made': 'Reply to a finding',
  'log.act.correction.made': 'Finding corrected',
  'log.act.content.redacted': 'Words withheld',

  'log.about': 'About',
  'log.told': 'Done on {date} in {register}, and told here as that register told it.',
  'log.said': 'What it says',
  'log.said.none': 'Nothing beyond what happened.',
  'log.said.empty': 'Left empty: {fields}.',
  'log.yes': 'Yes',
  'log.no': 'No',
  'log.parts': '{n, plural, one {One part} other {# parts}}',
  'log.redacts':
    'It withholds {n, plural, one {one field} other {# fields}} of <linkEntry>entry {entry, number}</linkEntry>. Basis: {basis}.',
  'log.withheld': 'Withheld, see <linkEntry>entry {entry, number}</linkEntry>. Basis: {basis}.',
  'log.withheld.unreasoned':
    'Withheld. <linkEntry>Entry {entry, number}</linkEntry> gives no reason for it.',
  'log.basis.gdpr-17': 'a person’s right to erasure (GDPR, Article 17)',
  'log.basis.court': 'a court order',
  'log.basis.safety': 'somebody’s safety',
  'log.held': 'As the log holds it',
  'log.held.text':
    'These bytes are hashed. What the entry says stands beside them, each field under its own digest.',
  'log.root-of': '{size, plural, one {Root hash of # entry} other {Root hash of # entries}}',
  'log.openings': 'What it says, as data (JSON)',
  'log.not-signed-yet':
    'This entry is not signed yet. Within a minute it can be checked here and has a receipt.',
  'log.neighbours': 'Before and after, on the same subject',

  'log.field.lead': 'Lead',
  'log.field.lang': 'Language',
  'log.field.further-clauses': 'Further clauses',
  'log.field.start': 'Start',
  'log.field.parties': 'Partners',
  'log.field.provenance': 'Where it was imported from',
  'log.field.reason': 'Reason',
  'log.field.role': 'Part',
  'log.field.share': 'Share',
  'log.field.reached': 'Reached',
  'log.field.value': 'Claimed value',
  'log.field.measured': 'Measured on',
  'log.field.questions': 'Questions',
  'log.field.reviewed': 'Reviewed value',
  'log.field.reasons': 'Reasons',
  'log.field.stance': 'Answer to the finding',
  'log.field.names': 'Names',
  'log.field.evidence': 'Evidence',
  'log.field.scope': 'Scope',
  'log.field.count': 'How many people',
  'log.field.order': 'Order of the milestones',
  'log.field.report': 'Report',
  'log.field.review': 'Review',
  'log.field.round': 'Round',
  'log.field.late': 'Late',
  'log.field.people': 'Coordinators who decided',
  'log.field.unknown': 'A field',

  'check.title': 'Check entry {entry, number} yourself',
  'check.holds': 'This entry is in the log, and nothing of it has changed since {day}.',
  'check.holds.text':
    'Worked out just now from the entry’s own bytes and the signed checkpoint of {size, plural, one {# entry} other {# entries}}.',
  'check.fails': 'This entry does not verify.',
  'check.fails.text':
    'Do not rely on what this register shows for it. Please tell the secretariat, and keep a copy of this page.',
  'check.problem.not-signed-by-the-log': 'The checkpoint is not signed with the key of the log.',
  'check.problem.not-included': 'The entry’s bytes do not lead to the signed root hash.',
  'check.problem.hash-differs': 'The entry’s bytes have another hash than the log keeps for it.',
  'check.problem.not-an-entry': 'The entry’s bytes cannot be read as an act.',
  'check.problem.digest-unopened': 'Something it says is withheld without a logged reason.',
  'check.problem.opening-unknown': 'Something is shown that the entry does not vouch for.',
  'check.problem.opening-repeated': 'Something it says stands there twice.',
  'check.problem.opening-malformed': 'Something it says cannot be read.',
  'check.problem.field-repeated': 'Two different things are shown for one field.',
  'check.problem.opened-though-withheld': 'Something is shown that a later entry withholds.',
  'check.problem.withheld-unknown': 'A later entry withholds something that was never in it.',
  'mismatch.title': 'What this page shows differs from the log',
  'mismatch.act': 'what this page tells of it is not what the entry says.',
  'mismatch.missing': 'the act before it is missing, or another stands in its place.',
  'mismatch.order': 'it does not follow from the entries before it.',
  'mismatch.record': 'What is shown here is not what the entries say:',
  'mismatch.organisation': 'An organisation is not as its own entries say:',
  'mismatch.more': '{n, plural, one {And one more difference.} other {And # more differences.}}',
  'mismatch.text':
    'Somebody changed the record without an act. Rely on the log, not on this page, and please tell the secretariat.',

  'check.waiting': 'This entry is not signed yet',
  'check.waiting.text': 'The log signs within a minute. Then come back to this page.',
  'check.steps': 'Step by step',
  'check.steps.text':
    '{n, plural, =0 {Entry {entry, number} is alone in the log: its own hash is the root hash.} one {Entry {entry, number} is one of {size, number}. One hash beside it is enough to work out the root hash.} other {Entry {entry, number} is one of {size, number}. # hashes beside it are enough to work out the root hash.}}',
  'check.step.leaf':
    'SHA-256 of a zero byte and the entry’s {bytes, plural, one {# byte} other {# bytes}}.',
  'check.step.left':
    'The neighbour stands to the left: SHA-256 of the byte 1, the neighbour, the hash so far.',
  'check.step.right':
    'The neighbour stands to the right: SHA-256 of the byte 1, the hash so far, the neighbour.',
  'check.neighbour.left': 'Neighbour, left',
  'check.neighbour.right': 'Neighbour, right',
  'check.result': 'Hash after step {step}',
  'check.step.root':
    'That is the root hash the checkpoint names for {size, plural, one {# entry} other {# entries}}.',
  'check.step.root-claimed':
    'The checkpoint names this root hash for {size, plural, one {# entry} other {# entries}}.',
  'check.step.signature':
    'The checkpoint, signed with the key of the log. Get the key a second time from somewhere else.',
  'check.repeat': 'Without us',
  'check.repeat.text':
    'These commands need a shell with curl and openssl, and nothing of this software.',
  'check.repeat.entry':
    'The entry, cut out of its bundle, and its hash. It should be <code>{hash}</code>',
  'check.repeat.root': 'From there to the root hash. It should be <code>{hash}</code>',
  'check.repeat.signature':
    'The checkpoint with that root hash, and its signature. It should say <code>Signature Verified Successfully</code>',
  'check.repeat.all': 'With this software: the whole log, and every record rebuilt from it.',
  'check.files': 'Files',
  'check.proof': 'The proof as data (JSON)',
} as const
