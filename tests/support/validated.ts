import { readFileSync } from 'node:fs'

import Ajv from 'ajv-draft-04'
import { parse } from 'csv-parse/sync'
import {
  XmlBufferInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XmlValidateError,
  XsdValidator,
} from 'libxml2-wasm'

const standard = (file: string) => readFileSync(`tests/support/standards/${file}`)

const included = new XmlBufferInputProvider({
  'https://schemas.test/iati-common.xsd': standard('iati-common.xsd'),
  'https://schemas.test/xml.xsd': standard('xml.xsd'),
})
xmlRegisterInputProvider(included)
const iatiSchema = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(standard('iati-activities-schema.xsd'), {
    url: 'https://schemas.test/iati-activities-schema.xsd',
  }),
)

/** What the IATI 2.03 schema says against a file of activities. */
export function iatiProblems(xml: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    iatiSchema.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return error.details.map(({ message, line }) => `${line}: ${message}`)
  } finally {
    document.dispose()
  }
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
const json = (file: string) => JSON.parse(standard(file).toString()) as object
const isPackage = ajv.compile(json('data-package.schema.json'))
const isTable = ajv.compile(json('tabular-data-resource.schema.json'))

type SchemaField = {
  name: string
  type: string
  constraints?: { required?: boolean; enum?: readonly string[] }
}
type Resource = {
  name: string
  path: string
  profile: string
  schema: {
    fields: SchemaField[]
    primaryKey: string[]
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[]
  }
}
export type Descriptor = { resources: Resource[]; [member: string]: unknown }

/** What the schemas of Data Package v1 say against a descriptor. */
export function descriptorProblems(descriptor: Descriptor): string[] {
  const said = (name: string, validate: typeof isPackage, value: object) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map((one) => `${name}${one.instancePath} ${one.message}`)
  return [
    ...said('', isPackage, descriptor),
    ...descriptor.resources
      .filter(({ profile }) => profile === 'tabular-data-resource')
      .flatMap((resource) => said(resource.name, isTable, resource)),
  ]
}

const isJson = (text: string, isKind: (value: unknown) => boolean) => {
  try {
    return isKind(JSON.parse(text))
  } catch {
    return false
  }
}
/** As Table Schema v1 reads a cell of each type. */
const reads: Readonly<Record<string, (text: string) => boolean>> = {
  string: () => true,
  any: () => true,
  integer: (text) => /^-?\d+$/.test(text),
  number: (text) => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text),
  datetime: (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text),
  object: (text) =>
    isJson(text, (value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  array: (text) => isJson(text, Array.isArray),
}

/** The records of a CSV text as an independent reader splits it, strictly. */
export const recordsIn = (csv: string): string[][] => parse(csv)

/** What a package's tables say against its descriptor: columns, cells, keys, and keys of others. */
export function tableProblems(descriptor: Descriptor, fileOf: (path: string) => string): string[] {
  const tables = descriptor.resources.filter(({ schema }) => schema !== undefined)
  const rows = new Map(
    tables.map(({ name, path }) => {
      const [header = [], ...body] = recordsIn(fileOf(path))
      return [name, { header, body }] as const
    }),
  )
  const keysOf = (table: string, columns: readonly string[]) => {
    const { header, body } = rows.get(table) ?? { header: [], body: [] }
    const places = columns.map((column) => header.indexOf(column))
    return body.map((row) => places.map((place) => row[place] ?? '').join('\u0000'))
  }
  const problems: string[] = []
  for (const { name, schema } of tables) {
    const { header, body } = rows.get(name) ?? { header: [], body: [] }
    if (header.join() !== schema.fields.map((field) => field.name).join())
      problems.push(`${name}: other columns`)
    schema.fields.forEach(({ name: column, type, constraints }, place) => {
      for (const row of body) {
        const cell = row[place] ?? ''
        const where = `${name}.${column}: ${JSON.stringify(cell)}`
        if (cell === '' && constraints?.required) problems.push(`${where} is missing`)
        if (cell !== '' && !reads[type]?.(cell)) problems.push(`${where} is no ${type}`)
        if (cell !== '' && constraints?.enum && !constraints.enum.includes(cell))
          problems.push(`${where} is not allowed`)
      }
    })
    const keys = keysOf(name, schema.primaryKey)
    if (new Set(keys).size !== keys.length) problems.push(`${name}: a key stands twice`)
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(keysOf(reference.resource, reference.fields))
      for (const key of keysOf(name, fields))
        if (!known.has(key)) problems.push(`${name}: ${key} is not in ${reference.resource}`)
    }
  }
  return problems
}
