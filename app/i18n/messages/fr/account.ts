import type { Translation } from '../en.ts'

export const account: Translation = {
  'sign-in.title': 'Se connecter',
  'sign-in.email': 'Adresse électronique',
  'sign-in.password': 'Mot de passe',
  'sign-in.button': 'Se connecter',
  'sign-in.made':
    'Si cette adresse est nouvelle ici, le compte a été créé. Connectez-vous avec le mot de passe que vous avez choisi.',
  'sign-in.signed-out':
    'Votre session s’est fermée. Ce que vous avez saisi est conservé : connectez-vous et continuez.',
  'sign-in.no-account': 'Pas encore de compte ?',
  'sign-in.sign-up': 'Créer un compte',
  'sign-in.demonstration.title': 'Ceci est une démonstration',
  'sign-in.demonstration.text':
    'Toutes les personnes qui figurent ici sont inventées. Connectez-vous sous le nom de votre choix avec le mot de passe « demonstration ».',
  'sign-in.continue.title': 'Votre session est rouverte',
  'sign-in.continue.text': 'Ce que vous avez saisi a été conservé et n’a pas encore été envoyé.',
  'sign-in.continue.button': 'Reprendre où vous en étiez',

  'sign-up.title': 'Créer un compte',
  'sign-up.lead':
    'Un compte appartient à une seule personne. Il vous permet d’enregistrer votre organisation ou d’en rejoindre une qui vous a adressé une invitation.',
  'sign-up.name': 'Votre nom',
  'sign-up.name.hint': 'Vos collègues et les coordonnateurs le voient. Le public, jamais.',
  'sign-up.email': 'Adresse électronique',
  'sign-up.email.hint': 'Celle que vous utilisez au travail.',
  'sign-up.password': 'Mot de passe',
  'sign-up.password.hint':
    'Au moins {n, number} caractères. Plusieurs mots font un bon mot de passe.',
  'sign-up.button': 'Créer le compte',
  'sign-up.have-account': 'Vous avez déjà un compte ?',

  'first-run.title': 'Ouvrir ce registre',
  'first-run.lead':
    'Le premier compte est celui de l’administrateur : il ouvre les déclarations et nomme les coordonnateurs.',
  'first-run.button': 'Ouvrir le registre',
}
