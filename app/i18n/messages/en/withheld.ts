/** What the public reads where words or evidence were withheld. */
export const withheld = {
  'withheld.mark': 'withheld',
  'withheld.title':
    '{what, select, words {Words were withheld} evidence {Evidence was withheld} other {Words and evidence were withheld}} in {n, plural, one {entry} other {entries}} {of}',
  'withheld.see':
    'See <entry>{n, plural, one {entry} other {entries}} {entries}</entry>, basis: {basis}, on {day}.',
  'withheld.reason': 'Reason:',
} as const
