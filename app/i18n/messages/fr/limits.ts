export const limits = {
  'limits.title': 'Trop de demandes sont venues d’ici',
  'limits.text':
    'Les demandes de votre réseau, ou de votre compte, sont arrivées plus vite que ce registre n’y répond. Celle-ci n’a rien changé : ce que vous avez saisi est encore à la page précédente.',
  'limits.wait':
    '{n, plural, one {Vous pourrez continuer dans une minute.} many {Vous pourrez continuer dans # minutes.} other {Vous pourrez continuer dans # minutes.}}',
}
