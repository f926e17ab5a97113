import type { Translation } from '../en.ts'

export const privacy: Translation = {
  'nav.privacy': 'Privacidad',
  'nav.security': 'Seguridad',

  'privacy.title': 'Las personas y sus datos',
  'privacy.lead':
    'Qué guarda este registro sobre las personas, por qué, cuánto tiempo y quién lo ve. Quien solo lee no deja nada.',
  'privacy.reading': 'Si solo lee',
  'privacy.reading.text':
    'Ninguna página pide iniciar sesión, instala cookies ni ejecuta scripts. De cada petición el servidor anota la hora, la página y la respuesta, no de dónde vino. Las direcciones de red permanecen en memoria una hora como máximo, para frenar abusos.',
  'privacy.account': 'Si tiene una cuenta',
  'privacy.account.text':
    'Una sola cookie mantiene su sesión; desaparece al cerrar la sesión o el navegador. La secretaría que lleva este registro responde de lo que se guarda:',
  'privacy.what': 'Qué',
  'privacy.why': 'Por qué',
  'privacy.long': 'Cuánto tiempo',
  'privacy.who': 'Quién lo ve',
  'privacy.kept.account':
    'Su nombre, correo electrónico e idioma; de la contraseña, solo una huella',
  'privacy.kept.account.why': 'Para dejarle entrar y escribirle',
  'privacy.kept.account.long': 'Hasta que borre la cuenta',
  'privacy.kept.account.who':
    'Usted, sus colegas de la organización, los coordinadores y los administradores',
  'privacy.kept.sessions': 'Dónde tiene la sesión iniciada: dirección de red y navegador',
  'privacy.kept.sessions.why': 'Para que pueda encontrar y cerrar una sesión que no sea suya',
  'privacy.kept.sessions.long': '12 horas como máximo',
  'privacy.kept.sessions.who': 'Usted',
  'privacy.kept.sign-ins': 'Los inicios de sesión e intentos en su cuenta, con la dirección de red',
  'privacy.kept.sign-ins.why': 'Para advertir e investigar intrusiones',
  'privacy.kept.sign-ins.long': '{n, plural, one {# mes} other {# meses}}',
  'privacy.kept.sign-ins.who': 'Usted y los administradores',
  'privacy.kept.acts': 'Lo que hizo aquí y cuándo',
  'privacy.kept.acts.why': 'Para que el registro pueda rendir cuentas de sí mismo',
  'privacy.kept.acts.long':
    'Para siempre; la dirección de red, {n, plural, one {# mes} other {# meses}}',
  'privacy.kept.acts.who':
    'Todos ven la organización y la función; quién fue, solo los administradores',
  'privacy.kept.refused': 'Lo que intentó y se le denegó',
  'privacy.kept.refused.why': 'Para advertir ataques',
  'privacy.kept.refused.long': '{n, plural, one {# mes} other {# meses}}',
  'privacy.kept.refused.who': 'Los administradores',
  'privacy.kept.letters': 'Las cartas que se le envían',
  'privacy.kept.letters.why': 'Para averiguar por qué alguna no llegó',
  'privacy.kept.letters.long':
    'Su texto, {days, plural, one {# día} other {# días}} después del envío; que se enviaron, {months, plural, one {# mes} other {# meses}}',
  'privacy.kept.letters.who': 'Los administradores',
  'privacy.kept.links': 'Las invitaciones y los enlaces para confirmar o restablecer',
  'privacy.kept.links.why': 'Para que cada uno sirva una sola vez',
  'privacy.kept.links.long':
    '{n, plural, one {# día} other {# días}} después de usarse o de caducar',
  'privacy.kept.links.who': 'Quien los envió y los administradores',
  'privacy.log': 'El registro de actos público queda para siempre',
  'privacy.log.text':
    'Cada acto público es una entrada de un registro de actos que solo puede crecer. Nombra una organización y una función, nunca una persona. Si se pudieran quitar entradas, nadie podría comprobar que no se quitó ninguna.',
  'privacy.log.redaction':
    'Las palabras que nunca debieron hacerse públicas, como el nombre de una persona en un informe, pueden retirarse: lo deciden dos coordinadores, se borran en todas partes y un aviso dice que falta algo y por qué.',
  'privacy.rights': 'Sus derechos',
  'privacy.rights.text':
    'Puede ver y llevarse todo lo que se guarda sobre usted, corregir sus datos y borrar su cuenta: <linkData>sus datos</linkData>. Lo que hizo por una organización permanece, con el nombre de esta y la función de usted. Para todo lo demás, escriba a la secretaría.',

  'security.title': 'Comunicar una vulnerabilidad',
  'security.lead':
    'Si encuentra cómo entrar donde no le corresponde, o cómo hacer que el registro diga lo que no es, díganoslo primero a nosotros.',
  'security.report': 'Cómo comunicarla',
  'security.report.text':
    'Escriba a <linkContact>{contact}</linkContact>: dónde está, cómo repetirla y a qué lleva. Se entiende el inglés. Las máquinas encuentran lo mismo en <linkFile>security.txt</linkFile>.',
  'security.report.none':
    'Quien gestiona este registro aún no ha indicado una dirección para estos avisos. Escriba a la secretaría.',
  'security.report.demonstration':
    'Esto es una demostración en una sola máquina: aquí nadie lee avisos y todo es inventado.',
  'security.promise': 'Qué puede esperar',
  'security.promise.text':
    'Una respuesta en cinco días laborables, noticias de lo que se haga y su nombre en nuestro agradecimiento si lo desea. Nadie emprende acciones legales contra una investigación de buena fe que se atenga a esta página.',
  'security.ask': 'Qué le pedimos',
  'security.ask.text':
    'Use su propia cuenta. Deténgase en cuanto haya mostrado la vulnerabilidad; no lea, guarde ni cambie lo que es de otros. Sin saturar el servicio, sin engañar a nadie, sin entrar en locales. Denos 90 días antes de publicar.',
  'security.check': 'No hace falta que nos crea',
  'security.check.text':
    'El programa es abierto, y el registro de actos también: cualquiera puede <linkLog>comprobar</linkLog> que nada público se cambió ni se quitó.',

  'own-data.title': 'Sus datos',
  'own-data.lead':
    'Todo lo que este registro guarda sobre usted. <linkPrivacy>Por qué y cuánto tiempo</linkPrivacy>',
  'own-data.link': 'Llevárselos o borrar la cuenta',
  'own-data.export': 'Llevárselos',
  'own-data.export.text':
    'Un archivo (JSON) con su cuenta, pertenencias, sesiones, inicios de sesión, actos, cartas e invitaciones.',
  'own-data.export.button': 'Descargar sus datos',
  'own-data.erase': 'Borrar su cuenta',
  'own-data.erase.text':
    'Su nombre, dirección, contraseña y segundos factores se borran definitivamente, se cierran todas sus sesiones y terminan sus pertenencias. Lo que hizo por una organización permanece en el registro, con el nombre de esta y la función de usted.',
  'own-data.erase.word': 'Para confirmar, escriba {word}',
  'own-data.erase.the-word': 'BORRAR',
  'own-data.erase.button': 'Borrar la cuenta',
  'own-data.erase.last-focal-point':
    'Usted es el único punto focal de {organisation}. Dé antes esa función a un colega.',
  'own-data.erase.last-administrator':
    'Usted es el único administrador. Dé antes esa función a otra persona.',
  'own-data.erased.title': 'Su cuenta se ha borrado',
  'own-data.erased.text':
    'Se han cerrado todas sus sesiones. La dirección puede usarse para una cuenta nueva. Lo que hizo por una organización permanece, sin su nombre.',

  'mail.disable.subject': 'Su cuenta se ha cerrado',
  'mail.disable.you':
    'Un administrador del registro ha cerrado su cuenta y se han cerrado todas sus sesiones. El motivo indicado:',
  'mail.enable.subject': 'Su cuenta vuelve a estar abierta',
  'mail.enable.you':
    'Un administrador del registro ha vuelto a abrir su cuenta. Puede iniciar sesión como antes. El motivo indicado:',
  'mail.propose-administrator.subject': 'Se propone a una persona como administrador',
  'mail.propose-administrator.other':
    'Se propone a {name} como administrador del registro. Hace falta el acuerdo de un segundo administrador: encontrará la propuesta en la lista de personas. El motivo indicado:',
  'mail.drop-proposal.subject': 'No se nombra al administrador propuesto',
  'mail.drop-proposal.other':
    'Ya no se propone a {name} como administrador del registro. El motivo indicado:',
  'mail.make-administrator.subject': 'El registro tiene un nuevo administrador',
  'mail.make-administrator.you':
    'Ahora es administrador del registro. Vuelva a iniciar sesión. El motivo indicado:',
  'mail.make-administrator.other':
    '{name} es ahora administrador del registro. Si le sorprende, revise de inmediato la relación de actos. El motivo indicado:',
  'mail.end-administrator.subject': 'El registro tiene un administrador menos',
  'mail.end-administrator.you': 'Ya no es administrador del registro. El motivo indicado:',
  'mail.end-administrator.other':
    '{name} ya no es administrador del registro. Si le sorprende, revise de inmediato la relación de actos. El motivo indicado:',
}
