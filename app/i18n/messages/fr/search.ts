import type { Translation } from '../en.ts'

export const search: Translation = {
  'nav.search': 'Recherche',
  'search.title': 'Recherche',
  'search.title-for': 'Recherche : {q}',
  'search.lead':
    'Tous les engagements publics, par les mots de leur titre et de leur texte, de leurs étapes et de leurs organisations, dans chaque langue où ils ont été écrits.',
  'search.label': 'Chercher dans les engagements',
  'search.hint':
    'Tous les mots doivent se trouver ; le début d’un mot suffit. Les guillemets en gardent plusieurs ensemble.',
  'search.submit': 'Chercher',
  'search.examples': 'Par exemple :',
  'search.words': 'Mots : {q}',
  'search.cut': 'Seuls les {n, number} premiers caractères ont été cherchés.',
  'search.no-words': 'Il n’y a aucun mot à chercher dans {q}.',
  'search.best': 'Les plus pertinents d’abord',
  'search.shown-of-more':
    '{from, number} à {to, number} sur plus de {n, plural, one {# engagement} many {# d’engagements} other {# engagements}}',
  'search.more':
    'Plus de {n, plural, one {# engagement contient} many {# d’engagements contiennent} other {# engagements contiennent}} ces mots. Sont trouvés ici ceux qui les ont tous dans leur titre et les plus récents des autres ; les filtres comptent parmi ceux-là. Un mot de plus fait trouver le reste.',
  'search.none': 'Aucun engagement ne correspond à cette recherche.',
  'search.spelling': 'Vouliez-vous dire <linkSpelling>{q}</linkSpelling> ?',
  'search.leave-out': 'Ce qui peut être retiré',
  'search.without': 'Sans {what} :',
  'search.found': '{n, plural, one {# engagement} many {# d’engagements} other {# engagements}}',
  'search.found-more':
    'plus de {n, plural, one {# engagement} many {# d’engagements} other {# engagements}}',
  'search.languages':
    'Un engagement se trouve dans la langue où il a été écrit et dans celles où il a été traduit. Essayez aussi les mots d’une autre langue.',
  'search.lists': 'Ou parcourez les listes :',
  'search.in-milestone': 'Étape',
  'search.ways': 'Ce qui peut être saisi',
  'search.way.word': 'Des mots',
  'search.way.word.text':
    'Le début suffit ; accents et majuscules ne comptent pas. En chinois, un seul signe trouve quelque chose.',
  'search.way.phrase': 'Plusieurs mots ensemble',
  'search.way.phrase.text': 'Entre guillemets, dans cet ordre.',
  'search.way.organisation': 'Une organisation',
  'search.way.organisation.text': 'Ce qu’elle pilote et ce à quoi elle participe.',
  'search.way.number': 'Le numéro d’un engagement',
  'search.way.number.text': 'Ouvre l’engagement. Majuscules et zéros initiaux ne comptent pas.',
  'search.way.entry': 'Une entrée du journal',
  'search.way.entry.text': 'Ouvre l’entrée.',
  'search.way.hash': 'Une empreinte',
  'search.way.hash.text':
    'D’une entrée ou d’une racine signée : ouvre le journal à cet endroit. D’un fichier de preuve : ouvre son engagement.',
}
