/** What the public reads where words or evidence were withheld. */
export const withheld = {
  'withheld.mark': 'withheld',
  'withheld.title':
    '{what, select, words {Words were withheld} evidence {Evidence was withheld} other {Words and evidence were withheld}} in {n, plural, one {entry} other {entries}} {of}',
  'withheld.see':
    'See <entry>{n, plural, one {entry} other {entries}} {entries}</entry>, basis: {basis}, on {day}.',
  'withheld.reason': 'Reason:',
  'withheld.evidence': 'Withheld, see <entry>entry {number}</entry>, basis: {basis}.',
  'basis.gdpr-17': 'erasure of personal data (GDPR Art. 17)',
  'basis.court': 'order of a court or an authority',
  'basis.safety': 'safety of a person',
} as const
