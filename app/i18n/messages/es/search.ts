import type { Translation } from '../en.ts'

export const search: Translation = {
  'nav.search': 'Búsqueda',
  'search.title': 'Búsqueda',
  'search.title-for': 'Búsqueda: {q}',
  'search.lead':
    'Todos los compromisos públicos, por las palabras de su título y su texto, de sus hitos y de sus organizaciones, en cada idioma en que se escribieron.',
  'search.label': 'Buscar en los compromisos',
  'search.hint':
    'Deben encontrarse todas las palabras; basta con el comienzo. Las comillas mantienen juntas varias.',
  'search.submit': 'Buscar',
  'search.examples': 'Por ejemplo:',
  'search.words': 'Palabras: {q}',
  'search.cut': 'Solo se buscaron los primeros {n, number} caracteres.',
  'search.no-words': 'No hay ninguna palabra que buscar en {q}.',
  'search.best': 'Los más pertinentes primero',
  'search.shown-of-more':
    '{from, number} a {to, number} de más de {n, plural, one {# compromiso} many {# de compromisos} other {# compromisos}}',
  'search.more':
    'Más de {n, plural, one {# compromiso tiene} many {# de compromisos tienen} other {# compromisos tienen}} estas palabras. Aquí se encuentran los que las tienen todas en el título y los más recientes de los demás; los filtros cuentan entre estos. Con una palabra más se encuentra el resto.',
  'search.none': 'Ningún compromiso coincide con esta búsqueda.',
  'search.spelling': '¿Quiso decir <linkSpelling>{q}</linkSpelling>?',
  'search.leave-out': 'Qué se puede quitar',
  'search.without': 'Sin {what}:',
  'search.found': '{n, plural, one {# compromiso} many {# de compromisos} other {# compromisos}}',
  'search.found-more':
    'más de {n, plural, one {# compromiso} many {# de compromisos} other {# compromisos}}',
  'search.languages':
    'Un compromiso se encuentra en el idioma en que se escribió y en los idiomas a los que se tradujo. Pruebe también con palabras de otro idioma.',
  'search.lists': 'O recorra las listas:',
  'search.in-milestone': 'Hito',
  'search.ways': 'Qué se puede escribir',
  'search.way.word': 'Palabras',
  'search.way.word.text':
    'Basta con el comienzo; no importan los acentos ni las mayúsculas. En chino, un solo signo encuentra algo.',
  'search.way.phrase': 'Varias palabras juntas',
  'search.way.phrase.text': 'Entre comillas, en ese orden.',
  'search.way.organisation': 'Una organización',
  'search.way.organisation.text': 'Lo que lidera y en lo que participa.',
  'search.way.number': 'El número de un compromiso',
  'search.way.number.text':
    'Abre el compromiso. No importan las mayúsculas ni los ceros iniciales.',
  'search.way.entry': 'Una entrada del registro de actos',
  'search.way.entry.text': 'Abre la entrada.',
  'search.way.hash': 'Una huella',
  'search.way.hash.text':
    'De una entrada o de una raíz firmada: abre el registro de actos en ese punto. De un archivo de prueba: abre su compromiso.',
}
