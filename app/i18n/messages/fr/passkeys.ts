import type { Translation } from '../en.ts'

export const passkeys: Translation = {
  'passkeys.title': 'Clés d’accès',
  'passkeys.lead':
    'Connectez-vous avec une empreinte, un visage ou le code qui ouvre votre appareil. Une clé d’accès ne sert que pour ce registre ; elle ne peut être ni devinée ni communiquée par erreur.',
  'passkeys.count':
    '{n, plural, =0 {Aucune pour le moment} one {Une clé d’accès} other {# clés d’accès}}',
  'passkeys.none': 'Vous n’avez pas encore de clé d’accès.',
  'passkeys.name': 'Nom de la clé d’accès',
  'passkeys.name.hint': 'Pour la reconnaître : l’appareil où elle se trouve, par exemple.',
  'passkeys.where': 'Où elle se trouve',
  'passkeys.synced': 'Synchronisée entre vos appareils',
  'passkeys.one-device': 'Sur un seul appareil',
  'passkeys.made': 'Créée',
  'passkeys.used': 'Dernière utilisation',
  'passkeys.never': 'Jamais',
  'passkeys.action': 'Modifier',
  'passkeys.add': 'Ajouter une clé d’accès',
  'passkeys.rename': 'Renommer',
  'passkeys.rename.title': 'Renommer {name}',
  'passkeys.remove': 'Supprimer',
  'passkeys.prove': 'Dire qui vous êtes',
  'passkeys.prove.text':
    'Pour ajouter ou supprimer une clé d’accès, dites encore une fois qui vous êtes.',
  'passkeys.without-script':
    'L’ajout d’une clé d’accès nécessite JavaScript, qui est désactivé ici. Votre mot de passe fonctionne sans lui.',
  'passkeys.use': 'Utiliser une clé d’accès',
  'passkeys.sign-in': 'Se connecter avec une clé d’accès',
  'passkeys.sign-in.without-script':
    'La connexion par clé d’accès nécessite JavaScript, qui est désactivé ici. Votre mot de passe fonctionne sans lui.',
  'passkeys.waiting': 'Suivez ce que demande votre navigateur ou votre appareil.',
  'passkeys.cancelled.create':
    'Aucune clé d’accès n’a été créée : l’opération a été annulée ou a pris trop de temps. Réessayez quand vous êtes prêt.',
  'passkeys.cancelled.get':
    'Aucune clé d’accès n’a été utilisée : l’opération a été annulée, a pris trop de temps, ou cet appareil n’en a pas pour ce registre. Réessayez ou utilisez votre mot de passe.',
  'passkeys.unsupported':
    'Ce navigateur ou cet appareil ne le permet pas avec des clés d’accès. Utilisez votre mot de passe ou un autre appareil.',
  'passkeys.failed': 'Cela n’a pas fonctionné. Réessayez ou utilisez votre mot de passe.',
  'passkeys.done.add':
    'La clé d’accès a été ajoutée. Vous pouvez désormais vous connecter avec elle.',
  'passkeys.done.rename': 'La clé d’accès a son nouveau nom.',
  'passkeys.done.remove': 'La clé d’accès a été supprimée. Elle n’ouvre plus votre compte.',
  'code.passkey-refused':
    'Cette clé d’accès n’ouvre aucun compte ici. Essayez-en une autre ou utilisez votre mot de passe',
  'code.passkey-over':
    'Trop de temps a passé, ou l’envoi a été fait deux fois. Demandez de nouveau votre clé d’accès',
  'code.passkey-copied':
    'Cette clé d’accès a été refusée : elle semble avoir été copiée. Utilisez votre mot de passe, puis supprimez-la',
  'code.passkey-known': 'Cet appareil a déjà une clé d’accès pour votre compte',
  'code.passkey-missing': 'Cette clé d’accès n’existe plus',
  'code.too-many-passkeys':
    'Supprimez une clé d’accès avant d’en ajouter une autre : il peut y en avoir 20',
  'code.last-factor':
    'Ajoutez d’abord une autre clé d’accès ou une application d’authentification : votre rôle exige un second facteur',
  'mail.account.passkey-added.subject': 'Une clé d’accès a été ajoutée à votre compte',
  'mail.account.passkey-added.text':
    'Une clé d’accès a été ajoutée à votre compte du registre le {at} : elle ouvre votre compte sans le mot de passe. Si ce n’était pas vous, supprimez-la, changez votre mot de passe et écrivez aussitôt au secrétariat. Son nom :',
  'mail.account.passkey-removed.subject': 'Une clé d’accès a été supprimée de votre compte',
  'mail.account.passkey-removed.text':
    'Une clé d’accès a été supprimée de votre compte du registre le {at} ; elle n’ouvre plus rien. Si ce n’était pas vous, changez votre mot de passe et écrivez aussitôt au secrétariat. Son nom était :',
  'mail.account.passkey-copied.subject': 'Une de vos clés d’accès a été refusée',
  'mail.account.passkey-copied.text':
    'Le {at}, quelqu’un a essayé de se connecter au registre avec une de vos clés d’accès qui semble avoir été copiée. Personne n’est entré. Supprimez cette clé et créez-en une nouvelle :',
}
