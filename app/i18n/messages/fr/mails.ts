import type { Translation } from '../en.ts'

export const mails: Translation = {
  'mail.see': 'Vous le trouverez ici :',
  'mail.entry': 'Il s’agit de l’entrée {entry, number} du journal public :',
  'mail.receipt.at': 'Son reçu est là dans les 60 secondes :',
  'mail.receipt.yours':
    'Cela a été fait au nom de votre organisation. Si vous n’en savez rien, écrivez aussitôt au secrétariat.',
  'mail.receipt':
    'Le reçu lui-même. Gardez-le avec l’entrée qui le suit : ensemble, ils prouvent, sans ce registre, que l’entrée figurait dans le journal.',
  'mail.receipt.leaf': 'L’entrée, telle que le journal la conserve :',
  'mail.invitation.subject': 'Invitation à agir dans le registre au nom de l’organisation {about}',
  'mail.invitation.text':
    'Un point focal de l’organisation {about} vous invite à agir en son nom dans le registre. Le lien ne fonctionne qu’une fois, jusqu’au {until} :',
  'mail.org.registered': 'Une organisation demande à être vérifiée : {about}',
  'mail.org.verified': 'Votre organisation est vérifiée et peut publier des engagements : {about}',
  'mail.org.refused': 'Votre organisation n’a pas été vérifiée : {about}',
  'mail.org.suspended': 'Votre organisation est suspendue et ne peut pas publier : {about}',
  'mail.party.invited':
    'Votre organisation est invitée à devenir partenaire d’un engagement : {about}',
  'mail.party.accepted': 'Un partenaire a accepté sa part d’un engagement : {about}',
  'mail.party.consented': 'Un partenaire a accepté sa part d’un engagement : {about}',
  'mail.party.refused': 'Un partenaire a refusé sa part d’un engagement : {about}',
  'mail.party.left': 'Un partenaire s’est retiré d’un engagement : {about}',
  'mail.commitment.submitted': 'Un engagement attend l’examen préalable : {about}',
  'mail.commitment.returned': 'Votre engagement vous revient avec des questions : {about}',
  'mail.commitment.declined': 'Votre engagement a été rejeté : {about}',
  'mail.commitment.published': 'Votre engagement est publié : {about}',
  'mail.milestone.reported': 'Un rapport attend d’être examiné : {about}',
  'mail.review.returned': 'Votre rapport vous revient avec des questions : {about}',
  'mail.review.proposed': 'Une conclusion attend un second coordonnateur : {about}',
  'mail.review.decided': 'Votre rapport a été examiné : {about}',
  'mail.correction.made': 'Une conclusion sur votre engagement a été corrigée : {about}',
  'mail.redaction.proposed': 'Un retrait de contenu attend un second coordonnateur : {about}',
  'mail.content.redacted': 'Du contenu a été retiré de votre engagement : {about}',
}
