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
}
