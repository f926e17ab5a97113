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
  'mail.account.confirm.subject': 'Confirmez votre adresse pour le registre',
  'mail.account.confirm.text':
    'Un compte a été créé avec cette adresse. Si c’est bien vous, suivez le lien ; il ne sert qu’une fois, jusqu’au {until}. Sinon, ne faites rien : sans le lien, le compte ne permet rien non plus.',
  'mail.account.known.subject': 'Vous avez déjà un compte sur le registre',
  'mail.account.known.text':
    'Quelqu’un, peut-être vous, a voulu créer un compte avec cette adresse, qui en a déjà un. Rien n’a été changé. Si vous ne connaissez plus le mot de passe, choisissez-en un nouveau par ce lien ; il ne sert qu’une fois, jusqu’au {until} :',
  'mail.account.reset.subject': 'Choisissez un nouveau mot de passe',
  'mail.account.reset.text':
    'Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour cette adresse. Le lien ne sert qu’une fois, jusqu’au {until}. Si ce n’était pas vous, ne faites rien : le mot de passe reste le même.',
  'mail.account.password-changed.subject': 'Votre mot de passe a été changé',
  'mail.account.password-changed.text':
    'Le mot de passe de votre compte sur le registre a été changé le {at}. Si ce n’était pas vous, écrivez sans attendre au secrétariat.',
  'mail.account.change-email.subject': 'Confirmez votre nouvelle adresse pour le registre',
  'mail.account.change-email.text':
    'Un compte du registre doit passer à cette adresse. Si c’est le vôtre, suivez le lien ; il ne sert qu’une fois, jusqu’au {until}. Sinon, ne faites rien.',
  'mail.account.address-known.subject': 'Votre adresse a déjà un compte sur le registre',
  'mail.account.address-known.text':
    'Quelqu’un a voulu faire passer un autre compte à cette adresse, qui a déjà le sien. Rien n’a été changé, et vous n’avez rien à faire.',
  'mail.account.email-change-asked.subject': 'Votre compte doit passer à une autre adresse',
  'mail.account.email-change-asked.text':
    'Le {at}, il a été demandé que votre compte sur le registre passe à une autre adresse. Ce sera fait quand le lien envoyé à celle-ci aura été suivi. Si ce n’était pas vous, changez sans attendre votre mot de passe et écrivez au secrétariat.',
  'mail.account.email-changed.subject': 'Votre compte est passé à une autre adresse',
  'mail.account.email-changed.text':
    'Depuis le {at}, votre compte sur le registre a une autre adresse, et celle-ci ne reçoit plus de messages. Si ce n’était pas vous, écrivez sans attendre au secrétariat.',
  'mail.account.many-tries.subject': 'Plusieurs mots de passe erronés pour votre compte',
  'mail.account.many-tries.text':
    'Le {at}, quelqu’un a essayé plusieurs mots de passe erronés pour votre compte sur le registre. Les tentatives sont désormais ralenties ; personne n’est entré ainsi. Si c’était vous et que vous ne connaissez plus le mot de passe, choisissez-en un nouveau :',
}
