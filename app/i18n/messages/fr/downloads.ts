import type { Translation } from '../en.ts'

/** The data page: the whole register as files. */
export const downloads: Translation = {
  'nav.data': 'Données',
  'downloads.title': 'Données',
  'downloads.lead':
    'Tous les engagements, étapes, rapports et conclusions publics de ce registre, en fichiers que chacun peut utiliser.',
  'downloads.counts':
    '<linkCommitments>{commitments, plural, one {# engagement} many {# d’engagements} other {# engagements}}</linkCommitments> de <linkOrganisations>{organisations, plural, one {# organisation} many {# d’organisations} other {# organisations}}</linkOrganisations>, à l’état du <linkLog>journal public de {entries, plural, one {# entrée} many {# d’entrées} other {# entrées}}</linkLog>.',
  'downloads.empty':
    'Rien n’a encore été enregistré : les fichiers ne contiennent que les déclarations.',
  'downloads.whole': 'Le registre entier',
  'downloads.whole.text':
    'Chaque fichier est établi au moment où vous le demandez, d’après le registre tel qu’il est alors. Les en-têtes Kept-Log-Size et Kept-Log-Root de la réponse indiquent l’état du journal public dont il est tiré ; datapackage.json aussi.',
  'downloads.file': 'Fichier',
  'downloads.holds': 'Ce qu’il contient',
  'downloads.file.archive':
    'Toutes les tables en CSV avec leur description, dans une seule archive (Data Package). Un autre registre peut l’importer.',
  'downloads.file.descriptor': 'La description des tables : colonnes, types, clés, licence.',
  'downloads.file.commitments':
    'Un engagement complet par ligne (JSON Lines), dans l’ordre des numéros.',
  'downloads.file.organisations': 'Une organisation par ligne (JSON Lines).',
  'downloads.file.declarations': 'Le texte de chaque déclaration, clause par clause (JSON).',
  'downloads.file.iati':
    'Une activité par engagement (IATI 2.03) : les clauses en étiquettes, les étapes en résultats, les preuves publiques en documents.',
  'downloads.part': 'Une partie seulement',
  'downloads.part.text':
    'Les <linkList>listes</linkList> se laissent d’abord filtrer. Les programmes demandent les <linkCommitments>engagements</linkCommitments> et les <linkOrganisations>organisations</linkOrganisations> en JSON. La suite arrive par un <linkFeed>flux</linkFeed>.',
  'downloads.licence.text':
    'Les preuves appartiennent à ceux qui les ont fournies ; les plans importés gardent la licence qui y est indiquée.',
  'downloads.cite.text':
    'Indiquez l’état du journal, pour que d’autres retrouvent les mêmes données :',
  'downloads.check': 'Comment vérifier',
  'downloads.check.text':
    'Chaque engagement nomme ses entrées dans le <linkLog>journal public</linkLog>. Qui les détient peut reconstituer l’engagement à partir d’elles seules et comparer ; le <linkReadme>guide pour les programmes</linkReadme> dit comment.',
  'downloads.commands': 'Commandes pour commencer',
  'downloads.tables': 'Tables et colonnes',
  'downloads.tables.text':
    'Les colonnes portent les mêmes noms qu’en JSON. Leurs descriptions sont en anglais, comme dans datapackage.json. Une cellule qu’un tableur exécuterait comme une formule est précédée d’une apostrophe.',
  'downloads.column': 'Colonne',
  'downloads.type': 'Type',
  'downloads.key': 'clé',
}
