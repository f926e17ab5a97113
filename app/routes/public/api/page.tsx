import type { ReactNode } from 'react'

import type { apiPage } from '#app/db/read/api-page.server.ts'
import type { openApiDocument, Schema } from '#app/domain/open-data/openapi.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Code } from '#app/ui/data/text.tsx'
import { Breadcrumbs } from '#app/ui/layout/breadcrumbs.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'
import { Commands } from '#app/ui/log/commands.tsx'

type Document = ReturnType<typeof openApiDocument>
type Operation = Document['paths'][string]['get']
type Page = Awaited<ReturnType<typeof apiPage>> & { document: Document }

const rules = ['open', 'filters', 'pages', 'unchanged', 'limit', 'problems'] as const

/** The API's own description, as people read it: made from the document that programs read. */
export function ApiPage({ document, newest, record }: Page) {
  const { t, locale } = useSpeak()
  const asked = Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }))
  const shapes = Object.entries(document.components.schemas).filter(([, { properties }]) =>
    Boolean(properties && Object.keys(properties).length > 1),
  )
  return (
    <PublicShell current="data" record={record}>
      <Breadcrumbs trail={[{ href: paths.data(locale), label: t('downloads.title') }]} />
      <PageHead title={t('api.title')} lead={t('api.lead')} />
      <div className="split">
        <div className="stack">
          <section id="rules" className="prose stack">
            <h2>{t('api.rules')}</h2>
            <ul>
              {rules.map((rule) => (
                <li key={rule}>
                  <T k={`api.rule.${rule}`} tags={{ code: (text) => <Code>{text}</Code> }} />
                </li>
              ))}
            </ul>
            <p>
              <T
                k="api.document"
                tags={{ linkDocument: (text) => <a href={paths.openApi()}>{text}</a> }}
              />
            </p>
          </section>
          <section id="operations" className="stack">
            <h2>{t('api.operations')}</h2>
            {asked.map((one) => (
              <Asked
                key={one.path}
                {...one}
                example={exampleOf(document.servers[0]!.url + one.path, one, newest)}
              />
            ))}
          </section>
          <section id="shapes" className="stack">
            <h2>{t('api.shapes')}</h2>
            <ul className="versions">
              {shapes.map(([name, schema]) => (
                <li key={name}>
                  <Shape name={name} schema={schema} all={document.components.schemas} />
                </li>
              ))}
            </ul>
          </section>
        </div>
        <nav aria-label={t('about.contents')}>
          <ul className="contents">
            {(['rules', 'operations', 'shapes'] as const).map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{t(`api.${name}`)}</a>
              </li>
            ))}
            {asked.map(({ operationId, path }) => (
              <li key={path}>
                <a href={`#${operationId}`}>
                  <bdi dir="ltr">{path.replace('/api/v1', '')}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </PublicShell>
  )
}

/** Descriptions are in English, whoever reads them. */
function English({ children }: { children: ReactNode }) {
  const { locale } = useSpeak()
  return locale === 'en' ? (
    <>{children}</>
  ) : (
    <span lang="en" dir="ltr">
      {children}
    </span>
  )
}

function Asked({
  operationId,
  path,
  summary,
  parameters,
  responses,
  example,
}: Operation & { path: string; example: string }) {
  const { t } = useSpeak()
  const { $ref } = responses[200].content['application/json'].schema
  return (
    <section id={operationId} className="stack">
      <h3>
        <Code>{path}</Code>
      </h3>
      <p>
        <English>{summary}</English>
      </p>
      <p className="small">
        {t('api.answers')}{' '}
        {operationId === 'getDocument' ? 'OpenAPI 3.1' : <Named name={nameIn($ref)} />}
      </p>
      <Commands lines={[`curl '${example}'`]} />
      {parameters.length > 0 && (
        <DataTable
          caption={t('api.parameters', { path })}
          quietCaption
          dense
          rows={parameters}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'name',
              label: t('api.parameter'),
              header: true,
              cell: ({ name }) => <Code>{name}</Code>,
            },
            {
              key: 'meaning',
              label: t('downloads.holds'),
              cell: ({ description, schema }) => (
                <English>
                  {description} <Values schema={schema} />
                </English>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

const nameIn = (ref = '') => ref.split('/').at(-1) ?? ''

const Named = ({ name }: { name: string }) => (
  <bdi dir="ltr">
    <a href={`#shape-${name}`}>{name}</a>
  </bdi>
)

/** What a value may be, where it is one of a few. */
function Values({ schema }: { schema: Schema }) {
  const values = (schema.items ?? schema).enum
  return values ? <>({values.join(', ')})</> : null
}

function Shape(props: { name: string; schema: Schema; all: Readonly<Record<string, Schema>> }) {
  const { name, schema, all } = props
  const { t } = useSpeak()
  return (
    <details id={`shape-${name}`}>
      <summary>
        <Code>{name}</Code>
      </summary>
      <DataTable
        caption={name}
        quietCaption
        dense
        rows={Object.entries(schema.properties ?? {})}
        rowKey={([field]) => field}
        columns={[
          {
            key: 'field',
            label: t('api.field'),
            header: true,
            cell: ([field]) => <Code>{field}</Code>,
          },
          {
            key: 'type',
            label: t('downloads.type'),
            cell: ([field, value]) => (
              <bdi lang="en" dir="ltr">
                <TypeOf schema={value} />
                {schema.required?.includes(field) ? '' : ', optional'}
              </bdi>
            ),
          },
          {
            key: 'meaning',
            label: t('downloads.holds'),
            cell: ([, value]) => (
              <English>
                {value.description ?? all[nameIn(value.$ref)]?.description}{' '}
                <Values schema={value} />
              </English>
            ),
          },
        ]}
      />
    </details>
  )
}

/** The shape of a value in a word or two; what has a name is a link to it. */
function TypeOf({ schema }: { schema: Schema }): ReactNode {
  if (schema.$ref) return <Named name={nameIn(schema.$ref)} />
  if (schema.anyOf)
    return schema.anyOf.map((one, place) => (
      <span key={place}>
        {place > 0 && ' or '}
        <TypeOf schema={one} />
      </span>
    ))
  if (schema.items)
    return (
      <>
        list of <TypeOf schema={schema.items} />
      </>
    )
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  return schema.format ?? (schema.type ? [schema.type].flat().join(' or ') : 'any')
}

/** A request that finds something here, as it stands. */
function exampleOf(url: string, { operationId }: Operation, newest: Page['newest']): string {
  const queries: Record<string, string> = {
    listCommitments: '?outcome=no-report&sort=due&limit=5',
    listMilestones: '?state=overdue&limit=5',
    listRecords: '?limit=1',
    listOrganisations: '?limit=1',
  }
  return (
    url
      .replace('{number}', newest?.number ?? 'QD-2026-0001')
      .replace('{id}', newest?.organisation ?? 'org_1')
      .replace('{key}', newest?.declaration ?? 'qd2015') + (queries[operationId] ?? '')
  )
}
