import type { Translation } from '../en.ts'

export const privacy: Translation = {
  'nav.privacy': 'Vie privée',
  'nav.security': 'Sécurité',

  'privacy.title': 'Les personnes et leurs données',
  'privacy.lead':
    'Ce que ce registre conserve sur les personnes, pourquoi, combien de temps, et qui le voit. Qui ne fait que lire ne laisse rien.',
  'privacy.reading': 'Si vous ne faites que lire',
  'privacy.reading.text':
    'Aucune page ne demande de se connecter, ne dépose de cookie ni n’exécute de script. Pour chaque requête, le serveur note l’heure, la page et la réponse, pas la provenance. Les adresses réseau restent au plus une heure en mémoire, pour écarter les abus.',
  'privacy.account': 'Si vous avez un compte',
  'privacy.account.text':
    'Un seul cookie tient votre session ; il disparaît quand vous vous déconnectez ou fermez le navigateur. Le secrétariat qui tient ce registre répond de ce qui est conservé :',
  'privacy.what': 'Quoi',
  'privacy.why': 'Pourquoi',
  'privacy.long': 'Combien de temps',
  'privacy.who': 'Qui le voit',
  'privacy.kept.account':
    'Votre nom, votre adresse électronique et votre langue ; du mot de passe, seule une empreinte',
  'privacy.kept.account.why': 'Pour vous laisser entrer et vous écrire',
  'privacy.kept.account.long': 'Jusqu’à ce que vous effaciez le compte',
  'privacy.kept.account.who':
    'Vous, vos collègues de l’organisation, les coordonnateurs et les administrateurs',
  'privacy.kept.sessions': 'Où vous êtes connecté : adresse réseau et navigateur',
  'privacy.kept.sessions.why': 'Pour que vous puissiez fermer une session qui n’est pas la vôtre',
  'privacy.kept.sessions.long': 'Au plus 12 heures',
  'privacy.kept.sessions.who': 'Vous',
  'privacy.kept.sign-ins': 'Les connexions et tentatives sur votre compte, avec l’adresse réseau',
  'privacy.kept.sign-ins.why': 'Pour remarquer les intrusions et les élucider',
  'privacy.kept.sign-ins.long': '{n, plural, one {# mois} other {# mois}}',
  'privacy.kept.sign-ins.who': 'Vous et les administrateurs',
  'privacy.kept.acts': 'Ce que vous avez fait ici, et quand',
  'privacy.kept.acts.why': 'Pour que le registre puisse rendre compte de lui-même',
  'privacy.kept.acts.long':
    'Pour toujours ; l’adresse réseau, {n, plural, one {# mois} other {# mois}}',
  'privacy.kept.acts.who':
    'Tout le monde voit l’organisation et le rôle ; la personne, seuls les administrateurs',
  'privacy.kept.refused': 'Ce que vous avez tenté et qui vous a été refusé',
  'privacy.kept.refused.why': 'Pour remarquer les attaques',
  'privacy.kept.refused.long': '{n, plural, one {# mois} other {# mois}}',
  'privacy.kept.refused.who': 'Les administrateurs',
  'privacy.kept.letters': 'Les lettres qui vous sont envoyées',
  'privacy.kept.letters.why': 'Pour savoir pourquoi l’une d’elles n’est pas arrivée',
  'privacy.kept.letters.long':
    'Leur texte, {days, plural, one {# jour} other {# jours}} après l’envoi ; le fait de l’envoi, {months, plural, one {# mois} other {# mois}}',
  'privacy.kept.letters.who': 'Les administrateurs',
  'privacy.kept.links': 'Les invitations et les liens de confirmation ou de réinitialisation',
  'privacy.kept.links.why': 'Pour que chacun ne serve qu’une fois',
  'privacy.kept.links.long':
    '{n, plural, one {# jour} other {# jours}} après leur usage ou leur expiration',
  'privacy.kept.links.who': 'Qui les a envoyés, et les administrateurs',
  'privacy.log': 'Le journal public reste pour toujours',
  'privacy.log.text':
    'Chaque acte public est une entrée d’un journal qui ne peut que croître. Elle nomme une organisation et un rôle, jamais une personne. Si l’on pouvait retirer des entrées, nul ne pourrait vérifier qu’aucune ne l’a été.',
  'privacy.log.redaction':
    'Des mots qui n’auraient jamais dû être publiés, comme un nom de personne dans un rapport, peuvent être retirés : deux coordonnateurs en décident, les mots sont effacés partout, et un avis dit qu’il manque quelque chose et pourquoi.',
  'privacy.rights': 'Vos droits',
  'privacy.rights.text':
    'Vous pouvez voir et emporter tout ce qui est conservé sur vous, corriger vos indications et effacer votre compte : <linkData>vos données</linkData>. Ce que vous avez fait pour une organisation demeure, sous son nom et votre rôle. Pour le reste, écrivez au secrétariat.',

  'security.title': 'Signaler une faille',
  'security.lead':
    'Si vous trouvez comment entrer là où vous n’avez rien à faire, ou faire dire au registre ce qui n’est pas, dites-le-nous d’abord.',
  'security.report': 'Comment la signaler',
  'security.report.text':
    'Écrivez à <linkContact>{contact}</linkContact> : où elle se trouve, comment la reproduire, où elle mène. L’anglais est compris. Les machines trouvent la même chose dans <linkFile>security.txt</linkFile>.',
  'security.report.none':
    'Qui exploite ce registre n’a pas encore indiqué d’adresse pour les signalements. Écrivez au secrétariat.',
  'security.report.demonstration':
    'Ceci est une démonstration sur une seule machine : personne n’y lit de signalement, et tout y est inventé.',
  'security.promise': 'Ce que vous pouvez attendre',
  'security.promise.text':
    'Une réponse sous cinq jours ouvrables, des nouvelles de la suite, et votre nom dans nos remerciements si vous le souhaitez. Personne n’engage de poursuites contre une recherche de bonne foi qui s’en tient à cette page.',
  'security.ask': 'Ce que nous vous demandons',
  'security.ask.text':
    'Servez-vous de votre propre compte. Arrêtez-vous dès que la faille est établie ; ne lisez, ne gardez et ne modifiez rien qui soit à autrui. Pas de saturation, pas de ruse envers les personnes, pas d’intrusion dans des locaux. Laissez-nous 90 jours avant de publier.',
  'security.check': 'Vous n’avez pas à nous croire',
  'security.check.text':
    'Le logiciel est ouvert, le journal aussi : chacun peut <linkLog>vérifier</linkLog> que rien de public n’a été modifié ni supprimé.',

  'own-data.title': 'Vos données',
  'own-data.lead':
    'Tout ce que ce registre conserve sur vous. <linkPrivacy>Pourquoi, et combien de temps</linkPrivacy>',
  'own-data.link': 'Les emporter ou effacer le compte',
  'own-data.export': 'Les emporter',
  'own-data.export.text':
    'Un fichier (JSON) avec votre compte, vos appartenances, sessions, connexions, actes, lettres et invitations.',
  'own-data.export.button': 'Télécharger vos données',
  'own-data.erase': 'Effacer votre compte',
  'own-data.erase.text':
    'Votre nom, votre adresse, votre mot de passe et vos seconds facteurs sont effacés définitivement, vous êtes déconnecté partout et vos appartenances prennent fin. Ce que vous avez fait pour une organisation reste au registre, sous son nom et votre rôle.',
  'own-data.erase.word': 'Pour confirmer, saisissez {word}',
  'own-data.erase.the-word': 'EFFACER',
  'own-data.erase.button': 'Effacer le compte',
  'own-data.erase.last-focal-point':
    'Vous êtes le seul point focal de l’organisation {organisation}. Donnez d’abord ce rôle à un collègue.',
  'own-data.erase.last-administrator':
    'Vous êtes le seul administrateur. Donnez d’abord ce rôle à quelqu’un d’autre.',
  'own-data.erased.title': 'Votre compte est effacé',
  'own-data.erased.text':
    'Vous êtes déconnecté partout. L’adresse peut servir à un nouveau compte. Ce que vous avez fait pour une organisation demeure, sans votre nom.',

  'mail.disable.subject': 'Votre compte a été fermé',
  'mail.disable.you':
    'Un administrateur du registre a fermé votre compte et vous êtes déconnecté partout. La raison donnée :',
  'mail.enable.subject': 'Votre compte est de nouveau ouvert',
  'mail.enable.you':
    'Un administrateur du registre a rouvert votre compte. Vous pouvez vous connecter comme avant. La raison donnée :',
  'mail.propose-administrator.subject': 'Une personne est proposée comme administrateur',
  'mail.propose-administrator.other':
    '{name} est proposé comme administrateur du registre. L’accord d’un second administrateur est nécessaire : vous trouverez la proposition dans la liste des personnes. La raison donnée :',
  'mail.drop-proposal.subject': 'Un administrateur proposé n’est pas nommé',
  'mail.drop-proposal.other':
    '{name} n’est plus proposé comme administrateur du registre. La raison donnée :',
  'mail.make-administrator.subject': 'Le registre a un nouvel administrateur',
  'mail.make-administrator.you':
    'Vous êtes désormais administrateur du registre. Reconnectez-vous. La raison donnée :',
  'mail.make-administrator.other':
    '{name} est désormais administrateur du registre. Si cela vous surprend, consultez aussitôt le relevé des actes. La raison donnée :',
  'mail.end-administrator.subject': 'Le registre a un administrateur de moins',
  'mail.end-administrator.you': 'Vous n’êtes plus administrateur du registre. La raison donnée :',
  'mail.end-administrator.other':
    '{name} n’est plus administrateur du registre. Si cela vous surprend, consultez aussitôt le relevé des actes. La raison donnée :',
}
