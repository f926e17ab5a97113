/** The second factor: setting it up, giving it, losing it. */
export const factors = {
  'factor.title': 'Second facteur',
  'factor.lead':
    'Un code d’une application de votre téléphone, demandé après le mot de passe : un mot de passe volé n’ouvre rien à lui seul.',
  'factor.on': 'Activé',
  'factor.off': 'Désactivé',
  'factor.lacking':
    'Votre rôle exige un second facteur. Tant qu’il n’est pas configuré, vous ne pouvez rien faire dans ce rôle.',
  'factor.begin': 'Configurer une application',
  'factor.since': 'Configuré le {date}.',
  'factor.codes.left':
    '{n, plural, one {Il reste # code de secours.} other {Il reste # codes de secours.}}',
  'factor.change': 'Modifier le second facteur',
  'factor.code': 'Code',
  'factor.codes.make': 'Créer de nouveaux codes de secours',
  'factor.replace': 'Configurer une autre application',
  'factor.remove': 'Le supprimer',
  'factor.keep': 'Votre rôle l’exige ; pour en changer, configurez une autre application.',
  'factor.removed': 'Votre second facteur est supprimé.',
  'factor.scan': 'Lisez ce carré avec une application d’authentification.',
  'factor.square': 'Carré à lire',
  'factor.type': 'Si vous ne pouvez pas le lire, saisissez ceci dans l’application :',
  'factor.open-app': 'L’ouvrir dans une application de cet appareil',
  'factor.first.hint': 'Les six chiffres que l’application affiche maintenant.',
  'factor.confirm': 'Activer',
  'factor.codes.title': 'Conservez ces codes de secours',
  'factor.codes.text':
    'Chacun remplace une fois l’application, si vous la perdez. Ils ne sont affichés que maintenant : imprimez-les ou notez-les.',
  'factor.codes.kept': 'Je les ai conservés',
  'factor.give.title': 'Second facteur',
  'factor.give.lead':
    'Votre mot de passe est exact. Saisissez maintenant le code affiché par votre application.',
  'factor.give.hint':
    'Six chiffres de l’application, ou un code de secours. Chacun ne sert qu’une fois.',
  'factor.give.button': 'Continuer',
  'factor.give.lost':
    'Si vous avez perdu l’application et les codes de secours, adressez-vous à un administrateur du registre.',
  'factor.give.other': 'Se connecter sous un autre compte',
  'code.wrong-code': 'Vérifiez {label} : il est erroné, trop ancien ou déjà utilisé',
  'code.factor-unreadable':
    'Utilisez un code de secours : le registre ne peut plus lire le secret de votre application',
  'code.enrolment-over': 'Recommencez : le carré est trop ancien, ou un autre l’a remplacé',
  'code.factor-compulsory': 'Votre rôle exige de garder un second facteur',
  'code.factor-missing': 'Il n’y a pas de second facteur',
  'mail.account.factor-added.subject': 'Votre compte a un second facteur',
  'mail.account.factor-added.text':
    'Une application a été configurée comme second facteur de votre compte sur le registre le {at}. Vos autres sessions sont closes. Si ce n’était pas vous, changez votre mot de passe et écrivez sans attendre au secrétariat.',
  'mail.account.factor-removed.subject': 'Votre second facteur a été supprimé',
  'mail.account.factor-removed.text':
    'L’application n’est plus le second facteur de votre compte sur le registre depuis le {at}. Si ce n’était pas vous, changez votre mot de passe et écrivez sans attendre au secrétariat.',
  'mail.account.recovery-code-used.subject': 'Un code de secours a été utilisé',
  'mail.account.recovery-code-used.text':
    'Un code de secours de votre compte sur le registre a été utilisé le {at} ; {left, plural, one {il en reste #} other {il en reste #}}. Si ce n’était pas vous, changez votre mot de passe et écrivez sans attendre au secrétariat.',
  'mail.account.factors-reset.subject': 'Votre second facteur a été réinitialisé',
  'mail.account.factors-reset.text':
    'Un administrateur a retiré les seconds facteurs et les codes de secours de votre compte sur le registre le {at}, et toutes les sessions sont closes. Connectez-vous et configurez-en un nouveau. Le motif indiqué :',
}
