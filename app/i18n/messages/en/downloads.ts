/** The data page: the whole register as files. */
export const downloads = {
  'nav.data': 'Data',
  'downloads.title': 'Data',
  'downloads.lead':
    'Every public commitment, milestone, report and finding of this register, as files that anybody may use.',
  'downloads.counts':
    '<linkCommitments>{commitments, plural, one {# commitment} other {# commitments}}</linkCommitments> by <linkOrganisations>{organisations, plural, one {# organisation} other {# organisations}}</linkOrganisations>, as of <linkLog>{entries, plural, one {# entry} other {# entries}} of the public log</linkLog>.',
  'downloads.empty': 'Nothing has been registered yet: the files hold the declarations alone.',
  'downloads.whole': 'The whole register',
  'downloads.whole.text':
    'Each file is made when you ask for it, from the register as it is then. The headers Kept-Log-Size and Kept-Log-Root of the answer name the state of the public log it was made from; so does datapackage.json.',
  'downloads.file': 'File',
  'downloads.holds': 'What it holds',
  'downloads.file.archive':
    'All tables as CSV with their description, in one archive (Data Package). Another register can import it.',
  'downloads.file.descriptor': 'The description of the tables: columns, types, keys, licence.',
  'downloads.file.commitments':
    'One whole record in each line (JSON Lines), in the order of their numbers.',
  'downloads.file.organisations': 'One organisation in each line (JSON Lines).',
  'downloads.file.declarations': 'The text of every declaration, clause by clause (JSON).',
  'downloads.file.iati':
    'One activity for each commitment (IATI 2.03): clauses as tags, milestones as results, public evidence as documents.',
  'downloads.part': 'A part of it',
  'downloads.part.text':
    '<linkList>Lists</linkList> can be narrowed first. Programs ask for <linkCommitments>commitments</linkCommitments> and <linkOrganisations>organisations</linkOrganisations> as JSON. What happens next comes as a <linkFeed>feed</linkFeed>.',
  'downloads.licence.text':
    'Evidence belongs to those who supplied it; imported plans keep the licence printed on them.',
  'downloads.cite.text': 'Name the state of the log with it, so that others find the same record:',
  'downloads.check': 'How to check it',
  'downloads.check.text':
    'Each record names its entries in the <linkLog>public log</linkLog>. Whoever holds them can rebuild the record from nothing else and compare; the <linkReadme>guide for programs</linkReadme> says how.',
  'downloads.commands': 'Commands to begin with',
  'downloads.tables': 'Tables and columns',
  'downloads.tables.text':
    'Columns are named as in JSON. Their descriptions are in English, the same as in datapackage.json. A cell that a spreadsheet would run as a formula has an apostrophe in front.',
  'downloads.column': 'Column',
  'downloads.type': 'Type',
  'downloads.key': 'key',
}
