import type { Translation } from '../en.ts'

/** The data page: the whole register as files. */
export const downloads: Translation = {
  'nav.data': 'Datos',
  'downloads.title': 'Datos',
  'downloads.lead':
    'Todos los compromisos, hitos, informes y conclusiones públicos de este registro, en archivos que cualquiera puede usar.',
  'downloads.counts':
    '<linkCommitments>{commitments, plural, one {# compromiso} many {# de compromisos} other {# compromisos}}</linkCommitments> de <linkOrganisations>{organisations, plural, one {# organización} many {# de organizaciones} other {# organizaciones}}</linkOrganisations>, según <linkLog>{entries, plural, one {# entrada} many {# de entradas} other {# entradas}} del registro de actos público</linkLog>.',
  'downloads.empty':
    'Todavía no se ha registrado nada: los archivos solo contienen las declaraciones.',
  'downloads.whole': 'El registro completo',
  'downloads.whole.text':
    'Cada archivo se hace cuando usted lo pide, a partir del registro tal como está en ese momento. Los encabezados Kept-Log-Size y Kept-Log-Root de la respuesta indican el estado del registro de actos del que procede; también datapackage.json.',
  'downloads.file': 'Archivo',
  'downloads.holds': 'Qué contiene',
  'downloads.file.archive':
    'Todas las tablas en CSV con su descripción, en un solo archivo comprimido (Data Package). Otro registro puede importarlo.',
  'downloads.file.descriptor': 'La descripción de las tablas: columnas, tipos, claves, licencia.',
  'downloads.file.commitments':
    'Un compromiso completo por línea (JSON Lines), en el orden de sus números.',
  'downloads.file.organisations': 'Una organización por línea (JSON Lines).',
  'downloads.file.declarations': 'El texto de cada declaración, cláusula por cláusula (JSON).',
  'downloads.file.iati':
    'Una actividad por compromiso (IATI 2.03): las cláusulas como etiquetas, los hitos como resultados, las pruebas públicas como documentos.',
  'downloads.part': 'Solo una parte',
  'downloads.part.text':
    'Las <linkList>listas</linkList> se pueden filtrar antes. Los programas piden los <linkCommitments>compromisos</linkCommitments> y las <linkOrganisations>organizaciones</linkOrganisations> en JSON. Lo que ocurra después llega por un <linkFeed>canal de noticias</linkFeed>.',
  'downloads.licence.text':
    'Las pruebas pertenecen a quienes las aportaron; los planes importados conservan la licencia que llevan indicada.',
  'downloads.cite.text':
    'Indique el estado del registro de actos, para que otros encuentren los mismos datos:',
  'downloads.check': 'Cómo comprobarlo',
  'downloads.check.text':
    'Cada compromiso nombra sus entradas en el <linkLog>registro de actos público</linkLog>. Quien las tenga puede reconstruirlo solo con ellas y comparar; la <linkReadme>guía para programas</linkReadme> explica cómo.',
  'downloads.commands': 'Órdenes para empezar',
  'downloads.tables': 'Tablas y columnas',
  'downloads.tables.text':
    'Las columnas se llaman como en JSON. Sus descripciones están en inglés, igual que en datapackage.json. Una celda que una hoja de cálculo ejecutaría como fórmula lleva un apóstrofo delante.',
  'downloads.column': 'Columna',
  'downloads.type': 'Tipo',
  'downloads.key': 'clave',
}
