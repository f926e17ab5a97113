/** Searching, and what helps where nothing is found. */
export const search = {
  'nav.search': 'Search',
  'search.title': 'Search',
  'search.title-for': 'Search: {q}',
  'search.lead':
    'Every public commitment, by the words of its title and text, its milestones and its organisations, in each language they were written in.',
  'search.label': 'Search the commitments',
  'search.hint':
    'All words must be found; the beginning of a word is enough. Quotation marks keep several together.',
  'search.submit': 'Search',
  'search.examples': 'For example:',
  'search.words': 'Words: {q}',
  'search.cut': 'Only the first {n, number} characters were searched for.',
  'search.no-words': 'There is no word to search for in {q}.',
  'search.best': 'Best match first',
  'search.shown-of-more': '{from, number} to {to, number} of more than {n, number} commitments',
  'search.more':
    'More than {n, number} commitments have these words. Found here are those with all of them in the title and the newest others; the filters count among these. A further word finds the rest.',
  'search.none': 'No commitment matches this search.',
  'search.spelling': 'Did you mean <linkSpelling>{q}</linkSpelling>?',
  'search.leave-out': 'What to leave out',
  'search.without': 'Without {what}:',
  'search.found': '{n, plural, one {# commitment} other {# commitments}}',
  'search.found-more': 'more than {n, number} commitments',
  'search.languages':
    'A commitment is found in the language it was written in and in those it was translated into. Try the words of another language as well.',
  'search.lists': 'Or go through the lists:',
  'search.in-milestone': 'Milestone',
  'search.ways': 'What can be typed',
  'search.way.word': 'Words',
  'search.way.word.text':
    'Beginnings are enough, accents and capitals do not matter. In Chinese a single sign finds something.',
  'search.way.phrase': 'Several words together',
  'search.way.phrase.text': 'In quotation marks, in this order.',
  'search.way.organisation': 'An organisation',
  'search.way.organisation.text': 'What it leads, and what it takes part in.',
  'search.way.number': 'A record’s number',
  'search.way.number.text': 'Opens the record. Capitals and leading zeros do not matter.',
  'search.way.entry': 'An entry of the log',
  'search.way.entry.text': 'Opens the entry.',
  'search.way.hash': 'A hash',
  'search.way.hash.text':
    'Of an entry or a signed root: opens the log there. Of a file of evidence: opens its record.',
}
