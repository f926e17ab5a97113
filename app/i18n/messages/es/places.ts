import type { Translation } from '../en.ts'

export const places: Translation = {
  'nav.places': 'Lugares',
  'places.title': 'Países y zonas',
  'places.lead':
    'Dónde se llevan a cabo los compromisos, según las regiones de las Naciones Unidas. Cada país o zona tiene una casilla del mismo tamaño, también donde aún no se ha prometido nada.',
  'places.reached':
    '{all, plural, one {{reached, number} país o zona de # tiene un compromiso propio.} many {Países y zonas con un compromiso propio: {reached, number} de #.} other {Países y zonas con un compromiso propio: {reached, number} de #.}}',
  'places.mark': 'El signo de una casilla indica el estado más frecuente.',
  'places.apart':
    'Un compromiso para toda una región cuenta con esa región, no con cada uno de sus países.',
  'places.whole-world': 'Para todo el mundo',
  'places.table': 'Las mismas cifras en una tabla',
  'places.caption': 'Compromisos por país o zona',
  'places.by-region': 'Compromisos por región',
  'places.code': 'Código',
  'places.disclaimer':
    'Las denominaciones empleadas en esta página y la forma en que aparecen presentados los datos que contiene no implican juicio alguno sobre la condición jurídica de países, territorios, ciudades o zonas, o de sus autoridades, ni respecto de la delimitación de sus fronteras o límites.',
  'places.names':
    'Nombres y regiones: División de Estadística de las Naciones Unidas, M49. La agrupación obedece a fines estadísticos.',
}
