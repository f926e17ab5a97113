import type { Translation } from '../en.ts'

export const places: Translation = {
  'nav.places': 'Lieux',
  'places.title': 'Pays et zones',
  'places.lead':
    'Où les engagements sont mis en œuvre, selon les régions des Nations Unies. Chaque pays ou zone a une case de même taille, même là où rien n’a encore été promis.',
  'places.reached':
    '{all, plural, one {{reached, number} pays ou zone sur # a un engagement qui lui est propre.} many {Pays et zones ayant un engagement propre : {reached, number} sur #.} other {Pays et zones ayant un engagement propre : {reached, number} sur #.}}',
  'places.mark': 'Le signe dans une case indique le statut le plus fréquent.',
  'places.apart':
    'Un engagement pour toute une région compte avec cette région, et non avec chacun de ses pays.',
  'places.whole-world': 'Pour le monde entier',
  'places.table': 'Les mêmes chiffres sous forme de tableau',
  'places.caption': 'Engagements par pays ou zone',
  'places.by-region': 'Engagements par région',
  'places.code': 'Code',
  'places.disclaimer':
    'Les appellations employées sur cette page et la présentation des données qui y figurent n’impliquent aucune prise de position quant au statut juridique des pays, territoires, villes ou zones, ou de leurs autorités, ni quant au tracé de leurs frontières ou limites.',
  'places.names':
    'Noms et régions : Division de statistique de l’ONU, M49. Ce classement répond à des besoins statistiques.',
}
