/** The page about the API. */
export const api = {
  'api.link': 'How programs ask: the API',
  'api.title': 'API',
  'api.lead':
    'The register as programs read it: every public commitment, milestone, organisation and declaration as JSON, without a key.',
  'api.rules': 'How it works',
  'api.rule.open':
    'It is only read: <code>GET</code>, from any site, without a key. Each answer names the size and root of the public log it was made from.',
  'api.rule.filters':
    'Lists take the filters of the pages. A filter may be given several times: any of its values will do, and different filters must all hold. What is not understood is answered with 400, never passed over.',
  'api.rule.pages':
    'Lists come page by page: <code>next</code> in the answer, and the header <code>Link</code>, lead to the page that follows.',
  'api.rule.unchanged':
    'Send <code>ETag</code> back as <code>If-None-Match</code>: the answer is 304 while nothing has changed.',
  'api.rule.limit':
    'The headers <code>RateLimit</code> and <code>RateLimit-Policy</code> say how many requests are left. After that comes 429 with <code>Retry-After</code>.',
  'api.rule.problems':
    'What goes wrong is told as <code>application/problem+json</code> (RFC 9457), with the parameter that is wrong.',
  'api.document':
    'All of this stands in an <linkDocument>OpenAPI 3.1 document</linkDocument>, from which this page is made. Descriptions are in English.',
  'api.operations': 'What can be asked',
  'api.shapes': 'What comes back',
  'api.answers': 'Answers with',
  'api.parameters': 'Parameters of {path}',
  'api.parameter': 'Parameter',
  'api.field': 'Field',
}
