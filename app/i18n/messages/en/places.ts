/** Where commitments are carried out, country by country. */
export const places = {
  'nav.places': 'Places',
  'places.title': 'Countries and areas',
  'places.lead':
    'Where commitments are carried out, by the regions of the United Nations. Every country and area has a tile of the same size, also where nothing was promised yet.',
  'places.reached':
    '{all, plural, one {{reached, number} of # country or area has a commitment of its own.} other {{reached, number} of # countries and areas have a commitment of their own.}}',
  'places.mark': 'The mark in a tile is the commonest status there.',
  'places.apart':
    'A commitment for a whole region counts with that region, not with each country in it.',
  'places.whole-world': 'For the whole world',
  'places.table': 'The same figures as a table',
  'places.caption': 'Commitments by country or area',
  'places.by-region': 'Commitments by region',
  'places.code': 'Code',
  'places.disclaimer':
    'The designations employed and the presentation of material on this page do not imply the expression of any opinion whatsoever concerning the legal status of any country, territory, city or area or of its authorities, or concerning the delimitation of its frontiers or boundaries.',
  'places.names':
    'Names and regions: United Nations Statistics Division, M49. The grouping is for statistical convenience.',
}
