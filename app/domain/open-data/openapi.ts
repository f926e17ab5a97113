import { z } from 'zod'

import { apiOperations, apiShapes, type ApiOperation, type ApiParameter } from './api.ts'
import { problemTitles, type ProblemStatus } from './problem.ts'

/** Part of a JSON Schema, as far as anybody here looks into one. */
export type Schema = {
  $ref?: string
  type?: string | readonly string[]
  description?: string
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly Schema[]
  format?: string
}

const NAMED = '#/components/schemas/'
/** What zod names shapes that refer to themselves; there is one, a value of JSON. */
const SHARED = `${NAMED}__shared#/$defs/schema0`

let made: Record<string, Schema> | undefined

/** Every named shape as JSON Schema 2020-12, each referring to the others by name. */
export function apiSchemas(): Record<string, Schema> {
  made ??= makeSchemas()
  return made
}

function makeSchemas(): Record<string, Schema> {
  const named = z.registry<{ id: string }>()
  for (const [id, shape] of Object.entries(apiShapes)) named.add(shape, { id })
  const { schemas } = z.toJSONSchema(named, {
    uri: (id) => NAMED + id,
    io: 'output',
    override: ({ jsonSchema }) => {
      // The format says it; the pattern only spells out the calendar.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      delete jsonSchema.default
    },
  })
  const text = JSON.stringify(schemas).replaceAll(SHARED, `${NAMED}JsonValue`)
  const { __shared: shared, ...rest } = JSON.parse(text) as Record<string, Schema> & {
    __shared?: { $defs: { schema0: Schema } }
  }
  const all = shared ? { ...rest, JsonValue: shared.$defs.schema0 } : rest
  return Object.fromEntries(
    Object.entries(all).map(([name, schema]) => {
      const { $schema: _, $id: __, ...own } = schema as Schema & { $schema?: string; $id?: string }
      return [name, own]
    }),
  )
}

const plain = (shape: z.ZodType): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input' })
  return schema as Schema
}

const parameterOf = ({ name, says, shape, example, many, isKey }: ApiParameter) => ({
  name,
  in: isKey ? 'path' : 'query',
  required: isKey === true,
  description: many ? `${says} May be repeated.` : says,
  schema: many ? { type: 'array', items: plain(shape) } : plain(shape),
  ...(many ? { style: 'form', explode: true } : {}),
  ...(example === '' || example.includes('…')
    ? {}
    : { example: many ? [example] : name === 'limit' ? Number(example) : example }),
})

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

const limits = {
  RateLimit: ref('headers', 'RateLimit'),
  'RateLimit-Policy': ref('headers', 'RateLimitPolicy'),
}

function operationOf({ id, says, parameters, answer }: ApiOperation) {
  const hasKey = parameters.some(({ isKey }) => isKey)
  const hasNext = parameters.some(({ name }) => name === 'after')
  return {
    operationId: id,
    summary: says,
    parameters: parameters.map(parameterOf),
    responses: {
      200: {
        description: 'What was asked for.',
        headers: {
          ETag: ref('headers', 'ETag'),
          ...(hasNext ? { Link: ref('headers', 'Link') } : {}),
          ...limits,
        },
        content: { 'application/json': { schema: { $ref: NAMED + answer } } },
      },
      304: { description: 'What was handed over before, by its ETag, is still so.' },
      400: ref('responses', 'Problem400'),
      ...(hasKey ? { 404: ref('responses', 'Problem404') } : {}),
      405: ref('responses', 'Problem405'),
      429: ref('responses', 'Problem429'),
      500: ref('responses', 'Problem500'),
      503: ref('responses', 'Problem503'),
    },
  }
}

const details: Record<ProblemStatus, string> = {
  400: '`limit` is a whole number from 1 to 200.',
  404: 'No public commitment has this number.',
  405: 'The open data is only read.',
  429: 'More than 600 requests in a minute; go on in 12 seconds.',
  500: 'The request is known here as 018f….',
  503: 'The request is known here as 018f….',
}

const problemOf = (status: ProblemStatus) => ({
  description: `${problemTitles[status]}.`,
  headers: {
    ...(status === 405 ? { Allow: ref('headers', 'Allow') } : {}),
    ...(status === 429 || status === 503 ? { 'Retry-After': ref('headers', 'RetryAfter') } : {}),
    ...(status === 429 ? limits : {}),
  },
  content: {
    'application/problem+json': {
      schema: { $ref: `${NAMED}Problem` },
      example: {
        type: 'about:blank',
        title: problemTitles[status],
        status,
        detail: details[status],
        ...(status === 400 ? { parameter: 'limit' } : {}),
      },
    },
  },
})

const header = (description: string, schema: Schema = { type: 'string' }) => ({
  description,
  schema,
})

const statuses = Object.keys(problemTitles).map((status) => Number(status) as ProblemStatus)

/** The API in OpenAPI 3.1, made from the shapes its answers have. */
export const openApiDocument = (origin: string) => ({
  openapi: '3.1.1',
  info: {
    title: 'Kept',
    version: '1.0.0',
    summary: 'What was promised under a declaration, and what became of it.',
    description:
      'Read-only, without a key, from any site. Words are in the language they were registered in, with their translations beside them; withheld words read █. An answer is made from the public log, whose size and root it names. Shapes only grow within v1.',
    license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  servers: [{ url: origin }],
  paths: Object.fromEntries(apiOperations.map((one) => [one.path, { get: operationOf(one) }])),
  components: {
    schemas: apiSchemas(),
    responses: Object.fromEntries(statuses.map((one) => [`Problem${one}`, problemOf(one)])),
    headers: {
      ETag: header('Send it back as If-None-Match; 304 says that nothing has changed.'),
      Link: header('The page that follows, rel="next"; absent on the last.'),
      RateLimit: header('How many requests are left, and for how many seconds: "api";r=599;t=60.'),
      RateLimitPolicy: header(
        'How many are allowed in how many seconds: "api";q=600;w=60. Answers that were made before, for anybody, are not counted and carry none.',
      ),
      RetryAfter: header('After how many seconds to go on.', { type: 'integer' }),
      Allow: header('What may be asked: GET, HEAD, OPTIONS.'),
    },
  },
})
