import type { dataPage } from '#app/db/read/data-page.server.ts'
import { datasetOf, scriptJson } from '#app/domain/open-data/dataset.ts'
import { registerTables } from '#app/domain/open-data/register-tables.ts'
import type { Field, Table } from '#app/domain/open-data/table.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths, registerFiles, serverPaths, tableFile } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Code, Words } from '#app/ui/data/text.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'
import { Commands } from '#app/ui/log/commands.tsx'

type Page = Awaited<ReturnType<typeof dataPage>> & { origin: string }

const files = [
  { name: 'archive', format: 'CSV, ZIP', mediaType: 'application/zip' },
  { name: 'commitments', format: 'JSON Lines', mediaType: 'application/jsonl' },
  { name: 'organisations', format: 'JSON Lines', mediaType: 'application/jsonl' },
  { name: 'declarations', format: 'JSON', mediaType: 'application/json' },
  { name: 'iati', format: 'IATI XML', mediaType: 'application/xml' },
  { name: 'descriptor', format: 'JSON', mediaType: 'application/json' },
] as const

const sections = ['whole', 'part', 'licence', 'cite', 'check', 'commands', 'tables'] as const

export function DataPage(page: Page) {
  const { t, locale } = useSpeak()
  const headings = {
    whole: t('downloads.whole'),
    part: t('downloads.part'),
    licence: t('about.licence'),
    cite: t('footer.cite'),
    check: t('downloads.check'),
    commands: t('downloads.commands'),
    tables: t('downloads.tables'),
  }
  return (
    <PublicShell current="data" record={page.record}>
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: scriptJson(useDataset(page)) }}
      />
      <PageHead title={t('downloads.title')} lead={t('downloads.lead')} />
      <div className="split">
        <div className="stack">
          <section id="whole" className="stack">
            <h2>{headings.whole}</h2>
            <Counts {...page} />
            <Files />
            <p className="prose small">{t('downloads.whole.text')}</p>
          </section>
          <section id="part" className="prose stack">
            <h2>{headings.part}</h2>
            <p>
              <T
                k="downloads.part.text"
                tags={{
                  linkList: (text) => <a href={paths.commitments(locale)}>{text}</a>,
                  linkCommitments: (text) => <a href={paths.commitmentsData()}>{text}</a>,
                  linkOrganisations: (text) => <a href={paths.organisationsData()}>{text}</a>,
                  linkFeed: (text) => <a href={paths.logFeed(locale)}>{text}</a>,
                }}
              />
            </p>
            <p>
              <a href={paths.api(locale)}>{t('api.link')}</a>
            </p>
          </section>
          <section id="licence" className="prose stack">
            <h2>{headings.licence}</h2>
            <ul>
              {page.declarations.map(({ key, title, licence }) => (
                <li key={key}>
                  <a href={paths.declaration(locale, key)}>
                    <Words text={title} />
                  </a>
                  :{' '}
                  <a href={licence.url} lang="en">
                    {licence.title}
                  </a>
                </li>
              ))}
            </ul>
            <p>{t('downloads.licence.text')}</p>
          </section>
          <Cite {...page} heading={headings.cite} />
          <section id="check" className="prose stack">
            <h2>{headings.check}</h2>
            <p>
              <T
                k="downloads.check.text"
                tags={{
                  linkLog: (text) => <a href={paths.log(locale)}>{text}</a>,
                  linkReadme: (text) => <a href={paths.logReadme()}>{text}</a>,
                }}
              />
            </p>
          </section>
          <section id="commands" className="stack">
            <h2>{headings.commands}</h2>
            <Commands lines={commandsFor(page.origin)} />
          </section>
          <section id="tables" className="stack">
            <h2>{headings.tables}</h2>
            <p className="prose">{t('downloads.tables.text')}</p>
            <ul className="versions">
              {registerTables.map((table) => (
                <li key={table.name}>
                  <div>
                    <Columns {...table} />
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <nav aria-label={t('about.contents')}>
          <ul className="contents">
            {sections.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{headings[name]}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </PublicShell>
  )
}

function useDataset({ origin, declarations, since, record }: Page) {
  const { t, locale } = useSpeak()
  return datasetOf({
    name: t('title.full', { title: t('downloads.title'), register: t('register.as-noun') }),
    says: t('downloads.lead'),
    register: { name: t('register.name'), url: origin },
    page: origin + paths.data(locale),
    lang: locale,
    licences: declarations.map(({ licence }) => licence),
    since,
    modified: record.asOf,
    files: files.map(({ name, mediaType }) => ({
      url: origin + serverPaths.registerFile(registerFiles[name]),
      mediaType,
      name: t(`downloads.file.${name}`),
    })),
  })
}

function Counts({ counts, record }: Page) {
  const { t, locale } = useSpeak()
  if (counts.commitments === 0) return <p>{t('downloads.empty')}</p>
  return (
    <p className="prose">
      <T
        k="downloads.counts"
        args={{ ...counts, entries: record.size }}
        tags={{
          linkCommitments: (text) => <a href={paths.commitments(locale)}>{text}</a>,
          linkOrganisations: (text) => <a href={paths.organisations(locale)}>{text}</a>,
          linkLog: (text) => <a href={paths.log(locale)}>{text}</a>,
        }}
      />
    </p>
  )
}

function Files() {
  const { t } = useSpeak()
  return (
    <DataTable
      caption={t('downloads.whole')}
      quietCaption
      rows={files}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'file',
          label: t('downloads.file'),
          header: true,
          cell: ({ name }) => <FileLink name={registerFiles[name]} />,
        },
        {
          key: 'format',
          label: t('downloads.type'),
          cell: ({ format }) => <bdi lang="en">{format}</bdi>,
        },
        {
          key: 'holds',
          label: t('downloads.holds'),
          cell: ({ name }) => t(`downloads.file.${name}`),
        },
      ]}
    />
  )
}

const FileLink = ({ name }: { name: string }) => (
  <bdi dir="ltr">
    <a href={serverPaths.registerFile(name)}>{name}</a>
  </bdi>
)

function Cite({ record, origin, heading }: Page & { heading: string }) {
  const { t, date } = useSpeak()
  return (
    <section id="cite" className="prose stack">
      <h2>{heading}</h2>
      <p>{t('downloads.cite.text')}</p>
      <blockquote>
        {t('footer.citation', { size: record.size, day: date(record.asOf) })}{' '}
        <bdi dir="ltr">{origin}</bdi>
      </blockquote>
    </section>
  )
}

/** The columns of one table, as its own definition lists them. */
function Columns({ name, title, says, primaryKey, refers, fields }: Table<never>) {
  const { t, locale } = useSpeak()
  const english = locale === 'en' ? {} : ({ lang: 'en', dir: 'ltr' } as const)
  const pointsTo = (column: string) =>
    refers
      .filter((one) => one.fields.at(-1) === column)
      .map((one) => ` → ${one.to}.${one.toFields.at(-1)}`)
  return (
    <details id={`table-${name}`}>
      <summary>
        <Code>{name}</Code> <span {...english}>{says}</span>
      </summary>
      <p>
        <FileLink name={tableFile(name)} />
      </p>
      <DataTable
        caption={title}
        quietCaption
        dense
        rows={Object.entries(fields)}
        rowKey={([column]) => column}
        columns={[
          {
            key: 'column',
            label: t('downloads.column'),
            header: true,
            cell: ([column]: [string, Field]) => <Code>{column}</Code>,
          },
          {
            key: 'type',
            label: t('downloads.type'),
            cell: ([column, { type }]) => (
              <>
                <bdi lang="en" dir="ltr">
                  {type}
                  {pointsTo(column)}
                </bdi>
                {primaryKey.includes(column) && `, ${t('downloads.key')}`}
              </>
            ),
          },
          {
            key: 'holds',
            label: t('downloads.holds'),
            cell: ([, { says: said, oneOf }]) => (
              <span {...english}>
                {said}
                {oneOf && (
                  <>
                    <br />
                    <small>{oneOf.join(', ')}</small>
                  </>
                )}
              </span>
            ),
          },
        ]}
      />
    </details>
  )
}

/** Examples that run as they stand. */
const commandsFor = (origin: string) => {
  const at = (name: string) => origin + serverPaths.registerFile(name)
  return [
    `curl -O ${at(registerFiles.archive)}`,
    `curl -sI ${at(registerFiles.commitments)} | grep -i kept-log`,
    `curl -s ${at(registerFiles.commitments)} | jq -r 'select(.outcome == "no-report") | .number'`,
    `curl -s ${at(tableFile('milestones'))} | head -3`,
  ]
}
