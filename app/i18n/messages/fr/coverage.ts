import type { Translation } from '../en.ts'

export const coverage: Translation = {
  'nav.coverage': 'Couverture',
  'coverage.title': 'Couverture',
  'coverage.lead':
    '{declaration} : chaque groupe de parties prenantes face à chaque clause. Chaque nombre mène aux engagements qu’il compte.',
  'coverage.views': 'Ce que montre le tableau',
  'coverage.view.made': 'Engagements pris',
  'coverage.view.kept': 'Part tenue',
  'coverage.view.silent': 'Aucun rapport',
  'coverage.caption.made': 'Engagements par groupe de parties prenantes et par clause',
  'coverage.caption.kept':
    'Part tenue des engagements à échéance ce jour, par groupe de parties prenantes et par clause',
  'coverage.caption.silent':
    'Engagements sans rapport, par groupe de parties prenantes et par clause',
  'coverage.unit.made': 'Engagements dans une case',
  'coverage.unit.kept': 'Pourcentage tenu de ceux à échéance',
  'coverage.unit.silent': 'Engagements sans rapport dans une case',
  'coverage.none-due': 'rien à échéance',
  'coverage.gap': 'destinataire, rien n’est promis',
  'coverage.all-clauses': 'Toutes les clauses',
  'coverage.all-groups': 'Tous les groupes',
  'coverage.several':
    'Un engagement pris au titre de plusieurs clauses compte dans chacune, et une fois sous « Toutes les clauses ».',
  'coverage.reading.made':
    'La plus grande lacune : {group}. Rien n’est promis au titre de {n, number} des {addressed, number} clauses qui leur sont adressées : {clauses}.',
  'coverage.reading.complete':
    'Aucune lacune : au titre de chaque clause, chaque groupe destinataire a promis quelque chose.',
  'coverage.reading.kept':
    'Le moins tenu : {group}, clause {number}. Sur {due, number} à échéance, {kept, number} {kept, plural, one {tenu} many {tenus} other {tenus}}.',
  'coverage.reading.kept-none': 'Rien n’est encore arrivé à échéance ici.',
  'coverage.reading.silent':
    'Le plus de silence : {group}, clause {number}. Sur {made, plural, one {# engagement} many {# d’engagements} other {# engagements}}, {silent, number} sans rapport.',
  'coverage.reading.silent-none': 'Aucun rapport ne manque ici.',
  'coverage.shown':
    '{all, plural, one {{shown, number} sur # engagement pris au titre de cette déclaration.} many {{shown, number} sur # d’engagements pris au titre de cette déclaration.} other {{shown, number} sur # engagements pris au titre de cette déclaration.}}',
  'coverage.unfiltered': 'Sans ces filtres',
  'coverage.gaps.text':
    'Les clauses adressées à un groupe et au titre desquelles personne dans ce groupe n’a rien promis.',
  'coverage.clauses': 'Les clauses',
  'coverage.region': 'Région',
  'coverage.whole': 'Le tableau complet, avec filtres',

  'clause.regions': 'Lieu',
  'clause.regions.none':
    '{n, plural, one {Région sans engagement : {regions}.} many {Régions sans engagement : {regions}.} other {Régions sans engagement : {regions}.}}',
  'organisation.clauses': 'Clauses adressées à son groupe',
  'organisation.clauses.covered': 'Couvertes : {covered, number} sur {addressed, number}',
  'organisation.clauses.open': 'Non couvertes',
  'organisation.clauses.beyond': 'Couvertes aussi, bien qu’adressées à d’autres',
}
