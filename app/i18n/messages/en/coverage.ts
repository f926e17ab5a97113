/** Who has promised what, and where nobody has: the matrix, its gaps, and both in small. */
export const coverage = {
  'nav.coverage': 'Coverage',
  'coverage.title': 'Coverage',
  'coverage.lead':
    'Every stakeholder group against every clause of the {declaration}. Each number leads to the commitments behind it.',
  'coverage.views': 'What the table shows',
  'coverage.view.made': 'Commitments made',
  'coverage.view.kept': 'Share kept',
  'coverage.view.silent': 'No report',
  'coverage.caption.made': 'Commitments by stakeholder group and clause',
  'coverage.caption.kept':
    'Share kept of the commitments due by today, by stakeholder group and clause',
  'coverage.caption.silent': 'Commitments without a report, by stakeholder group and clause',
  'coverage.unit.made': 'Commitments in a cell',
  'coverage.unit.kept': 'Per cent kept of those due',
  'coverage.unit.silent': 'Commitments without a report in a cell',
  'coverage.none-due': 'nothing due yet',
  'coverage.gap': 'addressed, nothing promised',
  'coverage.all-clauses': 'All clauses',
  'coverage.all-groups': 'All groups',
  'coverage.several':
    'A commitment under several clauses counts in each of them, and once under “All clauses”.',
  'coverage.reading.made':
    'The largest gap: {group}. Nothing promised under {n, number} of the {addressed, number} clauses addressed to them: {clauses}.',
  'coverage.reading.complete':
    'No gap: under every clause, each group it addresses has promised something.',
  'coverage.reading.kept':
    'Least kept: {group}, clause {number}. Of {due, number} due, {kept, number} kept.',
  'coverage.reading.kept-none': 'Nothing has fallen due here yet.',
  'coverage.reading.silent':
    'Most silent: {group}, clause {number}. Of {made, plural, one {# commitment} other {# commitments}}, {silent, number} without a report.',
  'coverage.reading.silent-none': 'No report is missing here.',
  'coverage.shown':
    '{all, plural, one {{shown, number} of # commitment under this declaration.} other {{shown, number} of # commitments under this declaration.}}',
  'coverage.unfiltered': 'Without these filters',
  'coverage.gaps.text':
    'Clauses that address a group, and under which nobody in that group has promised anything.',
  'coverage.clauses': 'The clauses',
  'coverage.region': 'Region',
  'coverage.whole': 'The whole table, with filters',

  'clause.regions': 'Where',
  'clause.regions.none':
    '{n, plural, one {Region without a commitment: {regions}.} other {Regions without a commitment: {regions}.}}',
  'organisation.clauses': 'Clauses addressed to its group',
  'organisation.clauses.covered': 'Covered: {covered, number} of {addressed, number}',
  'organisation.clauses.open': 'Not covered',
  'organisation.clauses.beyond': 'Covered as well, though addressed to others',
}
