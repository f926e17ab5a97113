import type { Translation } from '../en.ts'

export const log: Translation = {
  'log.title': 'El registro de actos público',
  'log.lead':
    'Nada de lo que ve el público cambia sin un acto, y cada acto es una entrada de este registro. Las entradas se añaden al final. Ninguna se modifica ni se quita nunca.',
  'log.stopped': 'Por el momento no se puede publicar nada',
  'log.stopped.text':
    'Los datos de esta máquina no concuerdan con lo último que se firmó. Todo puede leerse; no se añade nada hasta que se aclare.',
  'log.state':
    '{size, plural, =0 {Todavía ninguna entrada} one {# entrada} many {# de entradas} other {# entradas}}',
  'log.signed': 'Última firma',
  'log.unsigned': 'Todavía no se ha firmado nada.',
  'log.waiting':
    '{n, plural, one {La última entrada espera la próxima firma.} many {Las últimas # entradas esperan la próxima firma.} other {Las últimas # entradas esperan la próxima firma.}}',
  'log.key': 'Clave del registro de actos',
  'log.witnesses': 'Testigos',
  'log.witnesses.none': 'No se ha designado ningún testigo.',
  'log.witnessed': '{size, plural, one {# entrada} many {# de entradas} other {# entradas}}, {at}',
  'log.not-witnessed': 'aún no ha dado testimonio',
  'log.checkpoint': 'Punto de control firmado',
  'log.policy': 'Norma de los testigos',
  'log.readme': 'Qué hay y dónde, para programas (en inglés)',
  'log.shown':
    '{total, plural, one {{from, number} a {to, number} de # entrada} many {{from, number} a {to, number} de # de entradas} other {{from, number} a {to, number} de # entradas}}, primero las más recientes',
  'log.none': 'Aquí no hay entradas.',
  'log.none.text': 'El primer acto que todos puedan ver será la primera entrada.',
  'log.none-like-that':
    'Todavía no ha ocurrido nada de ese tipo. Quite el filtro para ver lo demás.',
  'log.feed': 'Siga esta lista en un lector de canales: <linkFeed>canal Atom</linkFeed>.',
  'log.how': 'Cómo comprobarlo',
  'log.how.signed':
    'El punto de control dice cuántas entradas hay y da una sola huella que vale por todas, firmada con la clave de arriba. Quien guarde un punto de control anterior puede demostrar que nada de lo anterior a él ha cambiado.',
  'log.how.all':
    'El programa <code>verify</code> de este software lee desde fuera el registro de actos entero, reconstruye cada ficha a partir de él y la compara con estas páginas.',
  'log.how.witness':
    'Cualquiera puede tener en marcha un testigo: un pequeño programa con su propia clave que se niega a firmar un registro de actos reescrito.',

  'log.act.declaration.opened': 'Declaración abierta',
  'log.act.org.verified': 'Organización verificada e inscrita en el registro',
  'log.act.org.suspended': 'Organización suspendida',
  'log.act.org.reinstated': 'Organización restablecida',
  'log.act.commitment.published': 'Compromiso registrado y publicado',
  'log.act.commitment.amended': 'Compromiso modificado',
  'log.act.commitment.withdrawn': 'Compromiso retirado',
  'log.act.commitment.closed': 'Compromiso cerrado: todas las conclusiones son definitivas',
  'log.act.party.accepted': 'Asociado que acepta su parte',
  'log.act.party.left': 'Asociado que se retira',
  'log.act.milestone.reported': 'Informe presentado',
  'log.act.review.opened': 'Revisión abierta',
  'log.act.review.returned': 'Informe devuelto con preguntas',
  'log.act.review.decided': 'Conclusión adoptada',
  'log.act.reply.made': 'Respuesta a una conclusión',
  'log.act.correction.made': 'Conclusión corregida',
  'log.act.content.redacted': 'Contenido retirado',

  'log.about': 'Objeto',
  'log.told': 'Hecho el {date} en {register}; aquí se cuenta tal como lo cuenta ese registro.',
  'log.said': 'Qué dice',
  'log.said.none': 'Nada más que lo ocurrido.',
  'log.said.empty': 'Sin rellenar: {fields}.',
  'log.yes': 'Sí',
  'log.no': 'No',
  'log.parts': '{n, plural, one {Un elemento} many {# de elementos} other {# elementos}}',
  'log.redacts':
    'Retira {n, plural, one {un campo} many {# de campos} other {# campos}} de <linkEntry>la entrada {entry, number}</linkEntry>. Motivo: {basis}.',
  'log.withheld':
    'No divulgado, véase <linkEntry>la entrada {entry, number}</linkEntry>. Motivo: {basis}.',
  'log.withheld.unreasoned':
    'No divulgado. <linkEntry>La entrada {entry, number}</linkEntry> no da el motivo.',
  'log.basis.gdpr-17': 'derecho de una persona a la supresión (RGPD, artículo 17)',
  'log.basis.court': 'orden judicial',
  'log.basis.safety': 'seguridad de una persona',
  'log.held': 'Tal como la guarda el registro de actos',
  'log.held.text':
    'De estos bytes se calcula la huella. Lo que dice la entrada se guarda aparte, cada campo bajo su propia huella.',
  'log.root-of':
    '{size, plural, one {Huella raíz de # entrada} many {Huella raíz de # de entradas} other {Huella raíz de # entradas}}',
  'log.openings': 'Lo que dice, como datos (JSON)',
  'log.not-signed-yet':
    'Esta entrada aún no está firmada. En menos de un minuto podrá comprobarse aquí y tendrá recibo.',
  'log.neighbours': 'Antes y después, sobre el mismo objeto',

  'log.field.lead': 'Organización principal',
  'log.field.lang': 'Idioma',
  'log.field.further-clauses': 'Otras cláusulas',
  'log.field.start': 'Inicio',
  'log.field.parties': 'Asociados',
  'log.field.provenance': 'Origen de la importación',
  'log.field.reason': 'Razón',
  'log.field.role': 'Función',
  'log.field.share': 'Parte',
  'log.field.reached': 'Alcanzado',
  'log.field.value': 'Valor declarado',
  'log.field.measured': 'Medido el',
  'log.field.questions': 'Preguntas',
  'log.field.reviewed': 'Valor revisado',
  'log.field.reasons': 'Motivos',
  'log.field.stance': 'Respuesta a la conclusión',
  'log.field.names': 'Nombres',
  'log.field.evidence': 'Prueba',
  'log.field.scope': 'Alcance',
  'log.field.count': 'Número de personas',
  'log.field.order': 'Orden de los hitos',
  'log.field.report': 'Informe',
  'log.field.review': 'Revisión',
  'log.field.round': 'Entrega n.º',
  'log.field.late': 'Con retraso',
  'log.field.people': 'Coordinadores que decidieron',
  'log.field.unknown': 'Un campo',

  'check.title': 'Compruebe usted la entrada {entry, number}',
  'check.holds':
    'Esta entrada está en el registro de actos, y nada de ella ha cambiado desde el {day}.',
  'check.holds.text':
    'Calculado ahora mismo a partir de los bytes de la entrada y del punto de control firmado de {size, plural, one {# entrada} many {# de entradas} other {# entradas}}.',
  'check.fails': 'La comprobación de esta entrada falla.',
  'check.fails.text':
    'No se fíe de lo que este registro muestra de ella. Avise a la secretaría y guarde una copia de esta página.',
  'check.problem.not-signed-by-the-log':
    'El punto de control no está firmado con la clave del registro de actos.',
  'check.problem.not-included': 'Los bytes de la entrada no llevan a la huella raíz firmada.',
  'check.problem.hash-differs':
    'Los bytes de la entrada tienen otra huella que la guardada en el registro de actos.',
  'check.problem.not-an-entry': 'Los bytes de la entrada no pueden leerse como un acto.',
  'check.problem.digest-unopened': 'Parte de lo que dice se ha retirado sin un motivo inscrito.',
  'check.problem.opening-unknown': 'Se muestra algo de lo que la entrada no responde.',
  'check.problem.opening-repeated': 'Parte de lo que dice figura dos veces.',
  'check.problem.opening-malformed': 'Parte de lo que dice no puede leerse.',
  'check.problem.field-repeated': 'Se muestran dos cosas distintas para un mismo campo.',
  'check.problem.opened-though-withheld': 'Se muestra algo que una entrada posterior retira.',
  'check.problem.withheld-unknown': 'Una entrada posterior retira algo que nunca figuró en ella.',
  'mismatch.title': 'Lo que muestra esta página difiere del registro de actos',
  'mismatch.act': 'lo que esta página cuenta de ella no es lo que dice la entrada.',
  'mismatch.missing': 'falta el acto anterior, u otro ocupa su lugar.',
  'mismatch.order': 'no se sigue de las entradas anteriores.',
  'mismatch.record': 'Lo que aquí se muestra no es lo que dicen las entradas:',
  'mismatch.organisation': 'Una organización no es como dicen sus propias entradas:',
  'mismatch.more':
    '{n, plural, one {Y una diferencia más.} many {Y # de diferencias más.} other {Y # diferencias más.}}',
  'mismatch.text':
    'Alguien cambió la ficha sin un acto. Fíese del registro de actos, no de esta página, y avise a la secretaría.',

  'check.waiting': 'Esta entrada aún no está firmada',
  'check.waiting.text':
    'El registro de actos firma en menos de un minuto. Vuelva después a esta página.',
  'check.steps': 'Paso a paso',
  'check.steps.text':
    '{n, plural, =0 {La entrada {entry, number} está sola en el registro de actos: su propia huella es la huella raíz.} one {La entrada {entry, number} es una de {size, number}. Una sola huella vecina basta para calcular la huella raíz.} many {La entrada {entry, number} es una de {size, number}. # de huellas vecinas bastan para calcular la huella raíz.} other {La entrada {entry, number} es una de {size, number}. # huellas vecinas bastan para calcular la huella raíz.}}',
  'check.step.leaf':
    'SHA-256 de un byte cero y {bytes, plural, one {el único byte} many {los # de bytes} other {los # bytes}} de la entrada.',
  'check.step.left':
    'La vecina está a la izquierda: SHA-256 del byte 1, la vecina y la huella obtenida.',
  'check.step.right':
    'La vecina está a la derecha: SHA-256 del byte 1, la huella obtenida y la vecina.',
  'check.neighbour.left': 'Vecina de la izquierda',
  'check.neighbour.right': 'Vecina de la derecha',
  'check.result': 'Huella tras el paso {step}',
  'check.step.root':
    'Es la huella raíz que da el punto de control para {size, plural, one {# entrada} many {# de entradas} other {# entradas}}.',
  'check.step.root-claimed':
    'El punto de control da esta huella raíz para {size, plural, one {# entrada} many {# de entradas} other {# entradas}}.',
  'check.step.signature':
    'El punto de control, firmado con la clave del registro de actos. Consiga la clave una segunda vez por otra vía.',
  'check.repeat': 'Sin nosotros',
  'check.repeat.text':
    'Estas órdenes necesitan un intérprete con curl y openssl, y nada de este software.',
  'check.repeat.entry':
    'La entrada, recortada de su lote, y su huella. Debe resultar <code>{hash}</code>',
  'check.repeat.root': 'De ahí a la huella raíz. Debe resultar <code>{hash}</code>',
  'check.repeat.signature':
    'El punto de control con esa huella raíz, y su firma. Debe decir <code>Signature Verified Successfully</code>',
  'check.repeat.all':
    'Con este software: el registro de actos entero, y cada ficha reconstruida a partir de él.',
  'check.files': 'Archivos',
  'check.proof': 'La prueba como datos (JSON)',
}
