import type { Translation } from '../en.ts'

export const publicPages: Translation = {
  'home.title': 'Qué se prometió y qué se cumplió',
  'home.headline':
    '<linkMade>{made, plural, one {# promesa} many {# de promesas} other {# promesas}}</linkMade>. <linkDue>{due, number}</linkDue> con plazo vencido a día de hoy. <linkKept>{kept, number}</linkKept> {kept, plural, one {cumplida} many {cumplidas} other {cumplidas}}.',
  'home.lead':
    'Lo que gobiernos, organizaciones de docentes, ONG, empresas y universidades dijeron que harían, y lo que las pruebas muestran que hicieron.',
  'home.no-declarations': 'Aún no se ha abierto ninguna declaración.',
  'home.no-declarations.text':
    'Un registro empieza por el texto que se adoptó. Un administrador abre la primera declaración; sus cláusulas figuran entonces aquí, listas para recibir compromisos.',
  'home.no-commitments': 'Aún no se ha registrado ningún compromiso.',
  'home.no-commitments.text':
    'Cada cláusula espera a las organizaciones a las que se dirige. El primer compromiso aparecerá aquí en cuanto un coordinador haya hecho su examen previo.',
  'home.who': 'Quién ha prometido qué',
  'home.gaps': 'Donde nadie ha prometido nada',
  'home.soon': 'Con plazo en los próximos 60 días',
  'home.soon.none': 'Ningún plazo vence en los próximos 60 días.',
  'home.soon.all': 'Todo lo que vence en los próximos 60 días',
  'home.in-days': '{n, plural, =0 {hoy} one {en # día} many {en # de días} other {en # días}}',
  'home.silent': 'Los silencios más largos',
  'home.silent.none':
    'Nadie guarda silencio: no falta ningún informe más allá del tiempo establecido.',
  'home.silent.all': 'Todos los compromisos sin informe',
  'home.days-silent': '{n, plural, one {# día} many {# de días} other {# días}}',
  'home.on-day': 'el {day}',
  'home.since-day': 'desde el {day}',
  'home.reviewed': 'Últimas revisiones',
  'home.declarations': 'Declaraciones de este registro',
  'home.partners': '¿Ha prometido algo su organización?',
  'home.partners.text':
    'Las organizaciones registran sus propios compromisos, fijan hitos que se pueden comprobar e informan sobre ellos con pruebas. Un coordinador hace el examen previo de cada compromiso antes de que se publique.',
  'home.partners.start': 'Registrar un compromiso',

  'coverage.nothing-under':
    '{n, plural, one {nada en virtud de la cláusula} many {nada en virtud de las cláusulas} other {nada en virtud de las cláusulas}}',

  'punctuality.title': 'Puntualidad de los informes',
  'punctuality.on-time': 'Presentados a tiempo',
  'punctuality.late': 'Presentados con retraso',
  'punctuality.missing': 'Sin informe',
  'punctuality.median': 'Mediana de días de retraso',
  'punctuality.none': 'Aún no ha vencido el plazo de ningún hito.',
  'punctuality.explained':
    'Hitos cuyo plazo ha vencido. «A tiempo» significa dentro de los días que fija la declaración; la mediana es la de los informes con retraso y se cuenta desde la fecha del plazo. No se cuenta lo retirado ni lo que lidera una organización que no se ha incorporado a este registro.',

  'mark.invented': 'Ejemplo ficticio',
  'mark.imported': 'Importado',
  'invented.title': 'Inventado para la demostración',
  'invented.commitment':
    'Ni este compromiso ni las organizaciones que lo asumen existen. Muestra cómo funciona el registro.',
  'invented.organisation': 'Esta organización no existe. Muestra cómo funciona el registro.',
  'place.worldwide': 'Todo el mundo',
  'text.other-languages': 'En otros idiomas',
  'text.translation': 'Traducción: {language}',
  'text.translated-from': 'traducido del {language}',

  'head.declaration': 'Declaración',
  'head.made': 'Compromisos asumidos',
  'head.due-by-today': 'Con plazo vencido a día de hoy',
  'head.finding': 'Conclusión',
  'head.silent-for': 'Tiempo de silencio',
  'head.entry': 'Entrada',
  'head.act': 'Qué ocurrió',
  'head.who': 'Quién',
  'head.time': 'Cuándo',
  'head.leaf-hash': 'Huella de la hoja',

  'list.shown':
    '{total, plural, one {{from, number} a {to, number} de # compromiso} many {{from, number} a {to, number} de # de compromisos} other {{from, number} a {to, number} de # compromisos}}',
  'list.order': 'Orden:',
  'list.newest': 'Los más recientes primero',
  'list.due': 'El próximo plazo primero',
  'list.registered': 'Registrado el {day}',
  'list.nothing-due': 'Sin más plazos',
  'list.no-report-yet': 'Aún sin informe',

  'filter.outcome': 'Estado',
  'filter.assurance': 'Comprobación',
  'filter.declaration': 'Declaración',
  'filter.clause': 'Cláusula',
  'filter.group': 'Grupo de partes interesadas',
  'filter.country': 'Lugar',
  'filter.seat': 'País o zona',
  'filter.year': 'Año de registro',
  'filter.year.label': 'Registrado en {year}',
  'filter.due.by-today': 'Con plazo vencido a día de hoy',
  'filter.due.soon': 'Con plazo en los próximos 60 días',
  'filter.reporting.on-time': 'Con informes a tiempo',
  'filter.reporting.late': 'Con informes con retraso',
  'filter.reporting.missing': 'Con informes que faltan',

  'commitments.title': 'Compromisos',
  'commitments.lead':
    'Todo lo que se prometió en virtud de las declaraciones de este registro, y qué fue de ello.',
  'commitments.none': 'Ningún compromiso cumple todos estos filtros.',
  'commitments.none.text': 'Quite alguno de los de arriba, o bórrelos todos.',

  'declarations.title': 'Declaraciones',
  'declarations.lead':
    'Los textos adoptados en virtud de los cuales se asumen los compromisos, cada uno con sus propias cifras.',
  'declaration.clauses': '{n, plural, one {# cláusula} many {# de cláusulas} other {# cláusulas}}',
  'declaration.clauses-head': 'Texto',
  'declaration.adopted': 'Adopción',
  'declaration.place': 'Lugar',
  'declaration.opened': 'En este registro desde el',
  'declaration.made':
    '{n, plural, =0 {Aún sin compromisos} one {# compromiso asumido} many {# de compromisos asumidos} other {# compromisos asumidos}}',
  'declaration.occasion': 'Ocasión',
  'declaration.convened': 'Convocada por',
  'declaration.source': 'Fuente del texto',
  'declaration.from-page': 'a partir de la página {page}',
  'declaration.licence': 'Licencia del texto',
  'declaration.notice': 'Advertencia',
  'declaration.settings': 'Plazos aplicables',
  'declaration.settings-words':
    'El informe debe presentarse a más tardar {report, plural, one {# día} many {# de días} other {# días}} después del plazo de cada hito. Tras {silent, plural, one {# día} many {# de días} other {# días}} sin informe, el compromiso figura como «Sin informe». Una organización dispone de {reply, plural, one {# día} many {# de días} other {# días}} para responder a una conclusión.',
  'declaration.text': 'Cláusulas',
  'declaration.preamble': 'Preámbulo (no pide nada a nadie)',

  'clause.title': 'Cláusula {number}, {declaration}',
  'clause.addressees': 'Destinatarios',
  'clause.paragraph': 'Párrafo oficial',
  'clause.no-paragraph': 'Aún no introducido',
  'clause.nobody': 'Aún sin compromisos',
  'clause.commitments': 'Compromisos en virtud de esta cláusula',
  'clause.empty': 'Ninguna organización ha asumido un compromiso en virtud de esta cláusula.',
  'clause.empty.text': 'Espera a los grupos a los que se dirige.',
  'clause.gap':
    '{n, plural, one {Grupo destinatario que no ha prometido nada: {groups}.} many {Grupos destinatarios que no han prometido nada: {groups}.} other {Grupos destinatarios que no han prometido nada: {groups}.}}',
  'clause.neighbours': 'Cláusulas contiguas',
  'clause.neighbour': 'Cláusula {number}',

  'organisations.title': 'Organizaciones',
  'organisations.lead':
    'Las que se han incorporado a este registro. Un coordinador ha comprobado la identidad de cada una.',
  'organisations.shown':
    '{total, plural, one {{from, number} a {to, number} de # organización} many {{from, number} a {to, number} de # de organizaciones} other {{from, number} a {to, number} de # organizaciones}}',
  'organisations.none': 'Aquí no hay organizaciones.',
  'organisations.none.text': 'Nadie se ha incorporado aún a este registro.',
  'organisations.none-like-that': 'Quite uno de los filtros de arriba, o borre los dos.',
  'organisation.since': 'Se incorporó el',
  'organisation.entered': 'En el registro desde el',
  'organisation.not-joined': 'No se ha incorporado a este registro',
  'organisation.not-joined.text':
    'Lo que figura aquí procede de una fuente publicada, y nadie presenta informes aquí en su nombre. En esta página, «Sin informe» significa que ningún informe ha llegado al registro, y nada más.',
  'organisation.website': 'Sitio web',
  'organisation.identifier': 'Identificador',
  'organisation.account': 'Su balance',
  'organisation.empty': 'Se ha incorporado y no ha asumido ningún compromiso.',
  'organisation.empty.text': 'El primero aparecerá aquí en cuanto se publique.',
  'organisation.led': 'Compromisos que encabeza',
  'organisation.joined': 'Compromisos en los que participa',
  'organisation.all': 'Ver los {n, number} compromisos que encabeza',
  'organisation.history': 'En este registro',

  'assurance.claimed.text':
    'La organización ha presentado su informe. Ningún coordinador lo ha revisado aún.',
  'assurance.under-review.text': 'Un coordinador está leyendo el informe y sus pruebas.',
  'assurance.reviewed.text': 'Los coordinadores han revisado todos los informes vigentes.',
  'assurance.disputed.text':
    'La organización impugna una conclusión. La conclusión y la respuesta se publican juntas.',

  'why.kept':
    '{n, plural, one {Su único hito se revisó y se consideró logrado.} =2 {Los dos hitos se revisaron y se consideraron logrados.} many {Los # de hitos se revisaron y se consideraron logrados.} other {Los # hitos se revisaron y se consideraron logrados.}}',
  'why.partly-kept':
    '{n, plural, one {Su único hito se consideró logrado en parte.} many {De # de hitos, todos revisados, {achieved, plural, =0 {ninguno se logró por completo} one {uno se logró} many {se lograron {achieved, number}} other {se lograron {achieved, number}}}.} other {De # hitos, todos revisados, {achieved, plural, =0 {ninguno se logró por completo} one {uno se logró} many {se lograron {achieved, number}} other {se lograron {achieved, number}}}.}}',
  'why.not-kept':
    '{n, plural, one {Su único hito se revisó y no se logró, ni siquiera en parte.} =2 {Los dos hitos se revisaron; no se logró ninguno, ni siquiera en parte.} many {Los # de hitos se revisaron; no se logró ninguno, ni siquiera en parte.} other {Los # hitos se revisaron; no se logró ninguno, ni siquiera en parte.}}',
  'why.no-report':
    'No se ha presentado ningún informe sobre el hito con plazo el {due}: {days}, y la cuenta sigue.',
  'why.overdue': 'El hito con plazo el {due} lleva {days} de retraso.',
  'why.short':
    '{n, plural, one {El hito revisado hasta ahora no se logró por completo. Quedan otros por venir.} many {De # de hitos revisados hasta ahora, {achieved, plural, =0 {ninguno se logró por completo} one {uno se logró} many {se lograron {achieved, number}} other {se lograron {achieved, number}}}. Quedan otros por venir.} other {De # hitos revisados hasta ahora, {achieved, plural, =0 {ninguno se logró por completo} one {uno se logró} many {se lograron {achieved, number}} other {se lograron {achieved, number}}}. Quedan otros por venir.}}',
  'why.on-track': 'No hay retrasos. El plazo del próximo hito es el {due}.',
  'why.waiting':
    'Se ha presentado informe sobre todos los hitos. Los coordinadores aún no han decidido sobre todos.',
  'why.all-reported': 'Se ha presentado informe sobre todos los hitos.',
  'why.registered': 'Comienza el {start}.',
  'why.withdrawn': 'La organización lo ha retirado. Toda su ficha sigue siendo pública.',

  'record.lead': 'organización principal',
  'record.partners':
    '{n, plural, one {Con un asociado} many {Con # de asociados} other {Con # asociados}}',
  'record.clauses': '{n, plural, one {Cláusula} many {Cláusulas} other {Cláusulas}}',
  'record.dates': 'Período',
  'record.from-to': 'del {from} al {to}',
  'record.registered': 'Registro',
  'record.version': 'Versión',
  'record.version-of': '{version, number} de {all, number}',
  'record.version-n': 'Versión {version, number}',
  'record.permalink': 'Enlace permanente',
  'record.withdrawn': 'Retirado por la organización el {day}',
  'record.withdrawn.text': 'La ficha que sigue queda como estaba.',
  'record.imported': 'Importado, no introducido por la organización',
  'record.imported.text': 'Procede de «{title}», publicado por {publisher}. Licencia: {licence}.',
  'record.imported.silence':
    'Nadie presenta informes aquí por una organización que no se ha incorporado a este registro. En esta página, «Sin informe» significa que ningún informe ha llegado al registro, y nada más.',
  'record.imported.source': 'La fuente',
  'record.promise': 'Tal como se registró',
  'record.problem': 'El problema al que responde',
  'record.target': 'Meta del último hito',
  'record.by-when': 'Para cuándo',
  'record.where': 'Dónde',
  'record.beneficiaries': 'Para quién',
  'record.pays': 'Quién paga',
  'record.responsible': 'Unidad responsable',
  'record.contact': 'Contacto',
  'record.sdg': 'Metas de los ODS',
  'record.milestones': '{n, plural, one {# hito} many {# de hitos} other {# hitos}}',
  'record.planned-in':
    '{n, plural, one {# hito con plazo en {year}} many {# de hitos con plazo en {year}} other {# hitos con plazo en {year}}}',
  'record.indicator': 'Indicador',
  'record.evidence-expected': 'Qué servirá de prueba',
  'record.indicators':
    '{n, plural, one {# indicador} many {# de indicadores} other {# indicadores}}',
  'record.deadline-words': 'Plazo tal como está escrito',
  'record.deadline-reading': 'Se entiende aquí como',
  'record.reported-late': 'Primer informe presentado {days} después del plazo',
  'record.days-overdue': '{days} desde el plazo',
  'record.reported-on': 'Informe presentado el {day}. Medición hecha el {measured}.',
  'record.reached.yes': 'La organización dice que el hito se logró.',
  'record.reached.partly': 'La organización dice que el hito se logró en parte.',
  'record.reached.no': 'La organización dice que el hito no se logró.',
  'record.reached.cannot-say': 'La organización no puede decir si el hito se logró.',
  'record.report-whole': 'El informe, sus pruebas y la conclusión',
  'record.behind-reason': 'Por qué hay retraso',
  'record.what-next': 'Qué va a cambiar',
  'record.questions': 'Devuelto por un coordinador con preguntas',
  'record.earlier-reports':
    '{n, plural, one {Un informe anterior} many {# de informes anteriores} other {# informes anteriores}}',
  'record.earlier-rounds':
    '{n, plural, one {Tal como se presentó por primera vez} many {Tal como se presentó antes, # de veces} other {Tal como se presentó antes, # veces}}',
  'record.replaced-findings':
    '{n, plural, one {La conclusión antes de la corrección} many {# de conclusiones antes de la corrección} other {# conclusiones antes de la corrección}}',
  'record.evidence.title':
    '{n, plural, =0 {No se aportaron pruebas} one {Prueba aportada por la organización principal} many {Pruebas aportadas por la organización principal} other {Pruebas aportadas por la organización principal}}',
  'record.evidence.file': 'Archivo',
  'record.evidence.link': 'Enlace',
  'record.evidence.dataset': 'Conjunto de datos',
  'record.evidence.size': '{size, number} KB',
  'record.evidence.not-scanned': 'Sin analizar con antivirus',
  'record.evidence.elsewhere': 'Conservado por {register}, donde se presentó el informe',
  'record.evidence.lost': 'Este registro ya no tiene el archivo',
  'record.evidence.held': 'Reservada al revisor, no pública:',
  'record.finding.title': 'Conclusión',
  'record.finding.correction': 'Conclusión corregida',
  'record.finding.decided':
    '{people, plural, one {Adoptada el {day} por un coordinador.} many {Adoptada el {day} por dos coordinadores.} other {Adoptada el {day} por dos coordinadores.}}',
  'record.finding.scores': 'Cómo se puntuaron las pruebas',
  'record.finding.score': '{score, number} de 3.',
  'record.reply.accepts': 'La organización acepta la conclusión',
  'record.reply.disputes': 'La organización impugna la conclusión',
  'record.reply.on': 'Respuesta del {day}',
  'record.versions': 'Versiones',
  'record.first-version': 'Tal como se registró al principio.',
  'record.changes': '{n, plural, one {Un cambio} many {# de cambios} other {# cambios}}',
  'record.later': '{days} más tarde',
  'record.sooner': '{days} antes',
  'record.compare': 'Comparar',
  'record.compare-from': 'Comparar desde la versión {version}',
  'record.compare-to': 'Comparar hasta la versión {version}',
  'record.comparison': 'De la versión {from, number} a la versión {to, number}',
  'record.comparison.same': 'Estas dos versiones dicen lo mismo.',
  'record.field.title': 'Título',
  'record.field.text': 'Texto',
  'record.field.endOn': 'Fin',
  'record.field.translations': 'Traducciones',
  'record.field.milestone': 'Hito',
  'record.field.dueOn': 'plazo',
  'record.field.target': 'meta',
  'record.field.baseline': 'valor de referencia',
  'record.field.unit': 'unidad',
  'record.field.indicator': 'indicador',
  'record.field.evidenceExpected': 'pruebas previstas',
  'record.field.responsible': 'unidad responsable',
  'record.field.indicators': 'indicadores',
  'record.field.of-milestone': 'Hito {place, number}: {field}',
  'record.field.new-milestone': 'Hito {place, number}: nuevo',
  'record.history': 'Qué ocurrió',
  'record.older':
    '{n, plural, one {Un hecho anterior} many {# de hechos anteriores} other {# hechos anteriores}}',
  'record.entry': 'Entrada {entry, number}',
  'record.log':
    '{n, plural, one {Una entrada en el registro de actos público} many {Las # de entradas en el registro de actos público} other {Las # entradas en el registro de actos público}}',
  'record.verify':
    '{n, plural, one {Una sola entrada contiene toda esta ficha.} many {# de entradas contienen toda esta ficha; esta es la más reciente.} other {# entradas contienen toda esta ficha; esta es la más reciente.}}',
  'record.cite': 'Citar esta ficha',
  'record.cite-rest': 'Compromiso {number}, versión {version, number}.',

  'resource.financial': 'Dinero',
  'resource.in-kind': 'En especie',
  'resource.technical': 'Ayuda técnica',
  'resource.staff': 'Personal',

  'act.declaration.opened': 'Declaración abierta',
  'act.org.verified': 'Verificada por un coordinador e inscrita en el registro',
  'act.org.suspended': 'Suspendida',
  'act.org.reinstated': 'Restablecida',
  'act.commitment.published': 'Registrado y publicado',
  'act.commitment.amended': 'Modificado',
  'act.commitment.withdrawn': 'Retirado',
  'act.commitment.closed': 'Cerrado: todas las conclusiones son definitivas',
  'act.party.accepted': 'El asociado aceptó su parte',
  'act.party.left': 'El asociado se retiró',
  'act.milestone.reported': 'Informe presentado',
  'act.review.opened': 'Revisión abierta',
  'act.review.returned': 'Informe devuelto con preguntas',
  'act.review.decided': 'Conclusión adoptada',
  'act.reply.made': 'Respuesta a una conclusión',
  'act.correction.made': 'Conclusión corregida',
  'act.content.redacted': 'Palabras retiradas',
  'role.focal-point': 'Punto focal',
  'role.editor': 'Redactor',
  'role.coordinator': 'Coordinador',
  'role.administrator': 'Administrador',
  'role.person': 'Persona con sesión iniciada',
  'role.register': 'El propio registro',

  'about.title': 'Acerca de este registro',
  'about.lead':
    'Kept guarda lo que se prometió en virtud de una declaración, y lo que se cumplió. Nadie puede reescribirlo a escondidas.',
  'about.contents': 'En esta página',
  'about.what': 'Qué figura aquí',
  'about.what.text':
    'Las organizaciones registran compromisos en virtud de las cláusulas de una declaración. Cada uno fija hitos con una fecha, una unidad y una meta. Las organizaciones informan sobre ellos con pruebas. Los coordinadores revisan esos informes. El público lo lee todo, sin cuenta.',
  'about.what.words':
    'Lo que se declaró y lo que concluyó la revisión se publican siempre juntos. El silencio es un estado por sí mismo y se cuenta en días.',
  'about.outcomes': 'Cómo se determina un estado',
  'about.outcomes.text':
    'Nadie escribe un estado. Se deriva de fechas, informes y conclusiones, según la primera de estas reglas que se cumpla:',
  'about.outcome.withdrawn': 'La organización lo ha retirado. El motivo y la ficha quedan.',
  'about.outcome.no-report': 'Algún hito lleva demasiado tiempo sin informe.',
  'about.outcome.kept': 'Todos los hitos se han revisado, y todos se lograron.',
  'about.outcome.partly-kept':
    'Todos los hitos se han revisado; algunos se lograron, o se lograron en parte.',
  'about.outcome.not-kept':
    'Todos los hitos se han revisado; no se logró ninguno, ni siquiera en parte.',
  'about.outcome.behind':
    'Un informe lleva retraso, o un hito no se logró por completo cuando aún quedan otros por venir.',
  'about.outcome.on-track': 'Ha comenzado y no hay retrasos.',
  'about.outcome.registered': 'Aún no ha comenzado.',
  'about.due':
    '«Con plazo vencido a día de hoy» cuenta los compromisos de los que se puede hacer balance: los cumplidos, cumplidos en parte o no cumplidos, y los que están sin informe.',
  'about.days': 'Los plazos aplicables',
  'about.days.text':
    'Cada declaración fija los suyos. Los días de retraso se cuentan desde la fecha del plazo y son públicos.',
  'about.assurance': 'Hasta dónde se ha comprobado lo declarado',
  'about.assurance.text': 'Se indica aparte del estado y nunca se mezcla con él.',
  'about.people': 'Nunca una persona sola',
  'about.people.text':
    'Un coordinador que es miembro de una organización, o lo fue en los últimos 24 meses, no decide nada sobre los compromisos de esta. Una conclusión que deja un compromiso entero como «Cumplido» o «No cumplido» exige dos coordinadores; corregir una conclusión, también.',
  'about.reply': 'El derecho de respuesta',
  'about.reply.text':
    'Una organización puede responder a cada conclusión. Su respuesta se publica junto a la conclusión. Vencido el plazo de respuesta, la conclusión es definitiva; solo puede cambiarla una corrección pública hecha por dos coordinadores.',
  'about.changes': 'Nada de lo público se retoca',
  'about.changes.text':
    'Cambiar una fecha, una meta o un texto después de la publicación crea una nueva versión, con su motivo. La versión anterior queda, y se cuentan los días que se movió un plazo.',
  'about.log': 'El registro de actos público',
  'about.log.text':
    'Todo lo que ve el público cambia por un acto, y cada acto es una entrada de un registro de actos que solo puede crecer. Cada ficha muestra sus entradas y sus huellas. La huella raíz, al pie de cada página, representa el registro de actos entero.',
  'about.privacy': 'Las personas',
  'about.privacy.text':
    'Las páginas públicas nombran organizaciones y funciones, nunca personas. No instalan cookies, no ejecutan scripts y no piden a nadie que inicie sesión.',
  'about.licence': 'Licencia',
  'about.licence.text':
    'Cualquiera puede usar los datos de este registro con la licencia <linkLicence>CC BY 4.0</linkLicence>. Las pruebas pertenecen a quienes las aportaron; los planes importados conservan la licencia que llevan indicada.',
  'about.source': 'El software',
  'about.source.text':
    'Kept es software libre con licencia MIT. Quien lleve este registro puede usar el software sin modificarlo; las reglas están en el código fuente, y también los tests que intentan burlarlas.',
  'about.help': 'Ayuda y contacto',
  'about.help.text':
    'Si una ficha contiene un error, escriba a la secretaría que lleva este registro e indique el número de la ficha. Si su organización ha prometido algo, <linkRegister>regístrelo aquí</linkRegister>.',
}
