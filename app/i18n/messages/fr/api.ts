import type { Translation } from '../en.ts'

export const api: Translation = {
  'api.link': 'Comment les programmes interrogent le registre : l’API',
  'api.title': 'API',
  'api.lead':
    'Le registre tel que les programmes le lisent : engagements, étapes, organisations et déclarations publics en JSON, sans clé.',
  'api.rules': 'Fonctionnement',
  'api.rule.open':
    'Lecture seule : <code>GET</code>, depuis tout site, sans clé. Chaque réponse indique la taille et la racine du journal public dont elle est tirée.',
  'api.rule.filters':
    'Les listes acceptent les filtres des pages. Un filtre peut être répété : l’une de ses valeurs suffit, et des filtres différents doivent tous être satisfaits. Ce qui n’est pas compris reçoit 400 et n’est jamais ignoré.',
  'api.rule.pages':
    'Les listes viennent page par page : <code>next</code> dans la réponse et l’en-tête <code>Link</code> mènent à la page suivante.',
  'api.rule.unchanged':
    'Renvoyez <code>ETag</code> dans <code>If-None-Match</code> : la réponse est 304 tant que rien n’a changé.',
  'api.rule.limit':
    'Les en-têtes <code>RateLimit</code> et <code>RateLimit-Policy</code> indiquent combien de requêtes il reste. Au-delà vient 429 avec <code>Retry-After</code>.',
  'api.rule.problems':
    'Les erreurs sont en <code>application/problem+json</code> (RFC 9457), avec le paramètre en cause.',
  'api.document':
    'Tout cela figure dans un <linkDocument>document OpenAPI 3.1</linkDocument>, dont cette page est tirée. Les descriptions sont en anglais.',
  'api.operations': 'Ce qu’on peut demander',
  'api.shapes': 'Ce qui est renvoyé',
  'api.answers': 'Répond par',
  'api.parameters': 'Paramètres de {path}',
  'api.parameter': 'Paramètre',
  'api.field': 'Champ',
}
