import type { Translation } from '../en.ts'

export const mails: Translation = {
  'mail.see': 'Lo encontrará aquí:',
  'mail.entry': 'Es la entrada {entry, number} del registro de actos público:',
  'mail.receipt.at': 'Su recibo está allí en menos de 60 segundos:',
  'mail.receipt.yours':
    'Esto se hizo en nombre de su organización. Si no sabe nada de ello, escriba de inmediato a la secretaría.',
  'mail.receipt':
    'El propio recibo. Guárdelo con la entrada que le sigue: juntos demuestran, sin este registro, que la entrada estaba en el registro de actos.',
  'mail.receipt.leaf': 'La entrada, tal como la guarda el registro de actos:',
  'mail.invitation.subject':
    'Invitación para actuar en el registro en nombre de la organización {about}',
  'mail.invitation.text':
    'Un punto focal de la organización {about} le invita a actuar por ella en el registro. El enlace solo sirve una vez, hasta el {until}:',
  'mail.org.registered': 'Una organización pide que se la verifique: {about}',
  'mail.org.verified': 'Su organización está verificada y puede publicar compromisos: {about}',
  'mail.org.refused': 'Su organización no ha sido verificada: {about}',
  'mail.org.suspended': 'Su organización está suspendida y no puede publicar: {about}',
  'mail.party.invited': 'Se invita a su organización a ser asociada en un compromiso: {about}',
  'mail.party.accepted': 'Un asociado ha aceptado su parte en un compromiso: {about}',
  'mail.party.consented': 'Un asociado ha aceptado su parte en un compromiso: {about}',
  'mail.party.refused': 'Un asociado ha rechazado su parte en un compromiso: {about}',
  'mail.party.left': 'Un asociado se ha retirado de un compromiso: {about}',
  'mail.commitment.submitted': 'Un compromiso espera el examen previo: {about}',
  'mail.commitment.returned': 'Se le ha devuelto su compromiso con preguntas: {about}',
  'mail.commitment.declined': 'Su compromiso ha sido rechazado: {about}',
  'mail.commitment.published': 'Su compromiso está publicado: {about}',
  'mail.milestone.reported': 'Un informe espera revisión: {about}',
  'mail.review.returned': 'Se le ha devuelto su informe con preguntas: {about}',
  'mail.review.proposed': 'Una conclusión espera a un segundo coordinador: {about}',
  'mail.review.decided': 'Su informe ha sido revisado: {about}',
  'mail.correction.made': 'Se ha corregido una conclusión sobre su compromiso: {about}',
  'mail.redaction.proposed': 'Una retirada de contenido espera a un segundo coordinador: {about}',
  'mail.content.redacted': 'Se ha retirado contenido de su compromiso: {about}',
  'mail.account.confirm.subject': 'Confirme su dirección para el registro',
  'mail.account.confirm.text':
    'Se creó una cuenta con esta dirección. Si fue usted, siga el enlace; funciona una sola vez, hasta el {until}. Si no, no haga nada: sin el enlace la cuenta tampoco permite nada.',
  'mail.account.known.subject': 'Ya tiene una cuenta en el registro',
  'mail.account.known.text':
    'Alguien, quizá usted, quiso crear una cuenta con esta dirección, que ya tiene una. No se cambió nada. Si ya no sabe la contraseña, elija una nueva con este enlace; funciona una sola vez, hasta el {until}:',
  'mail.account.reset.subject': 'Elija una contraseña nueva',
  'mail.account.reset.text':
    'Alguien, esperamos que usted, pidió una contraseña nueva para esta dirección. El enlace funciona una sola vez, hasta el {until}. Si no fue usted, no haga nada: la contraseña sigue siendo la misma.',
  'mail.account.password-changed.subject': 'Su contraseña ha cambiado',
  'mail.account.password-changed.text':
    'La contraseña de su cuenta en el registro cambió el {at}. Si no fue usted, escriba de inmediato a la secretaría.',
  'mail.account.change-email.subject': 'Confirme su nueva dirección para el registro',
  'mail.account.change-email.text':
    'Una cuenta del registro va a pasar a esta dirección. Si es la suya, siga el enlace; funciona una sola vez, hasta el {until}. Si no, no haga nada.',
  'mail.account.address-known.subject': 'Su dirección ya tiene una cuenta en el registro',
  'mail.account.address-known.text':
    'Alguien quiso pasar otra cuenta a esta dirección, que ya tiene la suya. No se cambió nada y no tiene que hacer nada.',
  'mail.account.email-change-asked.subject': 'Su cuenta va a pasar a otra dirección',
  'mail.account.email-change-asked.text':
    'El {at} se pidió que su cuenta en el registro pase a otra dirección. Lo hará cuando se siga el enlace enviado allí. Si no fue usted, cambie de inmediato su contraseña y escriba a la secretaría.',
  'mail.account.email-changed.subject': 'Su cuenta ha pasado a otra dirección',
  'mail.account.email-changed.text':
    'Desde el {at} su cuenta en el registro tiene otra dirección, y a esta ya no llegan mensajes. Si no fue usted, escriba de inmediato a la secretaría.',
  'mail.account.many-tries.subject': 'Varias contraseñas erróneas para su cuenta',
  'mail.account.many-tries.text':
    'El {at} alguien probó varias contraseñas erróneas para su cuenta en el registro. Los intentos se hacen ahora más lentos; nadie entró con ellos. Si fue usted y ya no sabe la contraseña, elija una nueva:',
}
