import { licenceOf, type Declaration } from '../declarations/declaration.ts'
import { FORMAT } from './commitment.ts'
import { registerTables } from './register-tables.ts'
import type { Field, Table } from './table.ts'

export type PackageFacts = {
  /** The register's own address, without a slash at its end. */
  origin: string
  title: string
  says: string
  /** Every declaration that was opened: their licences are the package's. */
  declarations: readonly Pick<Declaration, 'licence'>[]
  /** The log as it stood when the making of the package began: its size, and its root in base64. */
  log: { size: number; root: string }
  /** How far it had grown when the making was over; the same size where nothing was added. */
  grewTo?: number
  created: Date
}

/**
 * The descriptor of the whole register as a Frictionless Data Package (version 1): what
 * `datapackage.json` says, columns and keys of every table included.
 */
export const dataPackage = (facts: PackageFacts) => ({
  profile: 'data-package',
  name: 'kept-register',
  id: `${facts.origin}/data/datapackage.json`,
  title: facts.title,
  description: facts.says,
  homepage: `${facts.origin}/en/data`,
  version: FORMAT,
  created: facts.created.toISOString(),
  licenses: licencesOf(facts.declarations),
  sources: [{ title: facts.title, path: `${facts.origin}/log/checkpoint` }],
  keywords: ['commitments', 'declarations', 'accountability', 'open data'],
  log: facts.grewTo === undefined ? facts.log : { ...facts.log, grewTo: facts.grewTo },
  resources: [
    ...registerTables.map(tabularResource),
    {
      profile: 'data-resource',
      name: 'declarations-whole',
      title: 'Declarations, whole',
      description: 'The text of every declaration, clause by clause. An import opens them from it.',
      path: 'declarations.json',
      format: 'json',
      mediatype: 'application/json',
      encoding: 'utf-8',
    },
  ],
})

/** Each licence once, in the order of the declarations; the ordinary one while none is open. */
function licencesOf(declarations: PackageFacts['declarations']) {
  const said = (declarations.length > 0 ? declarations : [{}]).map(licenceOf)
  return [...new Map(said.map((one) => [one.name, one])).values()].map(({ name, title, url }) => ({
    name,
    title,
    path: url,
  }))
}

const tabularResource = ({ name, title, says, primaryKey, refers, fields }: Table<never>) => ({
  profile: 'tabular-data-resource',
  name,
  title,
  description: says,
  path: `${name}.csv`,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: {
    delimiter: ',',
    lineTerminator: '\r\n',
    quoteChar: '"',
    doubleQuote: true,
    header: true,
  },
  schema: {
    fields: Object.entries(fields).map(schemaField),
    missingValues: [''],
    primaryKey,
    ...(refers.length > 0 && {
      foreignKeys: refers.map((one) => ({
        fields: one.fields,
        reference: { resource: one.to, fields: one.toFields },
      })),
    }),
  },
})

function schemaField([name, { type, says, required, oneOf }]: [string, Field]) {
  const constraints = { ...(required && { required }), ...(oneOf && { enum: oneOf }) }
  return {
    name,
    type,
    description: says,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  }
}
