import type { Translation } from '../en.ts'

export const rubric: Translation = {
  'rubric.relevance.question': 'Les preuves portent-elles sur cette étape ?',
  'rubric.relevance.0': 'Il n’y en a pas, ou elles portent sur autre chose',
  'rubric.relevance.1':
    'Elles touchent au sujet, mais pas à ce lieu, ces personnes ou cette période',
  'rubric.relevance.2':
    'Elles portent sur cette étape, avec des lacunes quant au lieu, aux personnes ou à la période',
  'rubric.relevance.3':
    'Elles portent exactement là-dessus : même lieu, mêmes personnes, même période',
  'rubric.sufficiency.question': 'Y en a-t-il assez pour étayer toute l’affirmation ?',
  'rubric.sufficiency.0': 'Elles n’en étayent rien',
  'rubric.sufficiency.1': 'Elles en étayent une petite partie',
  'rubric.sufficiency.2': 'Elles en étayent l’essentiel',
  'rubric.sufficiency.3': 'Elles l’étayent entièrement',
  'rubric.reliability.question': 'La source est-elle fiable et vérifiable ?',
  'rubric.reliability.0': 'Personne n’en répond',
  'rubric.reliability.1':
    'La seule parole de l’organisation, que personne d’autre ne peut vérifier',
  'rubric.reliability.2': 'Les propres documents de l’organisation, qui peuvent être vérifiés',
  'rubric.reliability.3':
    'Un tiers indépendant en répond, ou les données brutes peuvent être vérifiées',
  'rubric.measurement.question': 'La valeur a-t-elle été mesurée comme l’étape le prévoit ?',
  'rubric.measurement.0': 'On ne peut en tirer aucune valeur',
  'rubric.measurement.1': 'Une autre unité, ou un décompte qui ne convient pas à l’étape',
  'rubric.measurement.2': 'La bonne unité, mais la date ou la méthode sont en partie imprécises',
  'rubric.measurement.3': 'La bonne unité, avec la date et la méthode',
}
