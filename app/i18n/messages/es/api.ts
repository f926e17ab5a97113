import type { Translation } from '../en.ts'

export const api: Translation = {
  'api.link': 'Cómo preguntan los programas: la API',
  'api.title': 'API',
  'api.lead':
    'El registro como lo leen los programas: compromisos, hitos, organizaciones y declaraciones públicos en JSON, sin clave.',
  'api.rules': 'Cómo funciona',
  'api.rule.open':
    'Solo se lee: <code>GET</code>, desde cualquier sitio, sin clave. Cada respuesta indica el tamaño y la raíz del registro de actos público del que procede.',
  'api.rule.filters':
    'Las listas aceptan los filtros de las páginas. Un filtro puede repetirse: basta uno de sus valores, y filtros distintos deben cumplirse todos. Lo que no se entiende recibe 400; nunca se pasa por alto.',
  'api.rule.pages':
    'Las listas llegan página por página: <code>next</code> en la respuesta y la cabecera <code>Link</code> llevan a la página siguiente.',
  'api.rule.unchanged':
    'Devuelva <code>ETag</code> en <code>If-None-Match</code>: la respuesta es 304 mientras nada haya cambiado.',
  'api.rule.limit':
    'Las cabeceras <code>RateLimit</code> y <code>RateLimit-Policy</code> indican cuántas solicitudes quedan. Después llega 429 con <code>Retry-After</code>.',
  'api.rule.problems':
    'Los errores se comunican como <code>application/problem+json</code> (RFC 9457), con el parámetro equivocado.',
  'api.document':
    'Todo esto consta en un <linkDocument>documento OpenAPI 3.1</linkDocument>, del que sale esta página. Las descripciones están en inglés.',
  'api.operations': 'Qué se puede pedir',
  'api.shapes': 'Qué se recibe',
  'api.answers': 'Responde con',
  'api.parameters': 'Parámetros de {path}',
  'api.parameter': 'Parámetro',
  'api.field': 'Campo',
}
