import type { LogEntryPage as Found, Withholding } from '#app/db/read/log-entry.server.ts'
import { TOLD } from '#app/domain/acts/told.ts'
import { redactionBases } from '#app/domain/redactions/redaction-state.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DateText, Hash } from '#app/ui/data/text.tsx'
import { Breadcrumbs } from '#app/ui/layout/breadcrumbs.tsx'
import { MarginColumn, MarginFacts } from '#app/ui/layout/margin-column.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'
import { fieldLabel } from '#app/ui/log/field-label.ts'
import { FieldValue, isEmpty } from '#app/ui/log/field-value.tsx'
import { Actor, DoneElsewhere, Subject } from '#app/ui/log/told-act.tsx'

/** One act as the log tells it: in words, then what it says, then the bytes that are hashed. */
export function LogEntryPage(page: Found) {
  const { t, locale } = useSpeak()
  const { act, record, previous, next } = page
  return (
    <PublicShell current="log" record={record}>
      <Breadcrumbs trail={[{ href: paths.log(locale), label: t('log.title') }]} />
      <MarginColumn
        as="article"
        record
        heading={
          <>
            <h1>{t('record.entry', { entry: act.entry })}</h1>
            <p className="lead record-voice">{t(`log.act.${act.kind}`)}</p>
            {act.told && <DoneElsewhere told={act.told} />}
          </>
        }
        margin={<Margin page={page} />}
      >
        <Said page={page} />
        <AsHeld page={page} />
        {(previous ?? next) && (
          <section>
            <h2 className="text-lg">{t('log.neighbours')}</h2>
            <ul className="plain">
              {[previous, next].map(
                (one) =>
                  one && (
                    <li key={one.entry}>
                      <a href={paths.logEntry(locale, one.entry)}>
                        {t('record.entry', { entry: one.entry })}
                      </a>
                      : {t(`log.act.${one.kind}`)}
                    </li>
                  ),
              )}
            </ul>
          </section>
        )}
      </MarginColumn>
    </PublicShell>
  )
}

function Margin({ page: { act, clauses } }: { page: Found }) {
  const { t, locale } = useSpeak()
  return (
    <MarginFacts
      facts={[
        { key: 'at', term: t('head.time'), value: <DateText at={act.at} /> },
        { key: 'who', term: t('head.who'), value: <Actor act={act} /> },
        { key: 'about', term: t('log.about'), value: <Subject subject={act.subject} /> },
        ...(clauses.length > 0
          ? [
              {
                key: 'clauses',
                term: t('record.clauses', { n: clauses.length }),
                value: clauses.map((clause) => (
                  <a key={clause} className="block" href={paths.clause(locale, clause)}>
                    <bdi dir="ltr">{clause}</bdi>
                  </a>
                )),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Every field that is open, and of what is withheld what remains. */
function Said({ page }: { page: Found }) {
  const speech = useSpeak()
  const { t, list } = speech
  const { fields, withheld, redacts } = page
  const language = fields.find(({ field }) => field === 'lang')?.value
  const lang = typeof language === 'string' ? language : undefined
  // What a redaction leaves of a field is told where that field is, on the entry it is of. Where an
  // act was done stands under its name.
  const own = fields.filter(({ field }) => !field.startsWith('remains.') && field !== TOLD)
  const empty = own.filter(({ value }) => isEmpty(value))
  const told = [
    ...own
      .filter(({ value }) => !isEmpty(value))
      .map(({ field, value }) => ({
        key: field,
        label: fieldLabel(field, speech),
        shown: <FieldValue field={field} value={value} lang={lang} />,
      })),
    ...withheld.map((one) => ({
      key: one.digest,
      label: one.field === undefined ? t('log.field.unknown') : fieldLabel(one.field, speech),
      shown: <Withheld withheld={one} lang={lang} />,
    })),
  ]
  return (
    <section>
      <h2 className="text-lg">{t('log.said')}</h2>
      {redacts && <Redacts redacts={redacts} />}
      {told.length === 0 && !redacts && <p>{t('log.said.none')}</p>}
      {told.length > 0 && (
        <dl className="summary">
          {told.map(({ key, label, shown }) => (
            <div key={key}>
              <dt>
                <bdi>{label}</bdi>
              </dt>
              <dd>{shown}</dd>
            </div>
          ))}
        </dl>
      )}
      {empty.length > 0 && (
        <p className="small quiet">
          {t('log.said.empty', {
            fields: list(empty.map(({ field }) => fieldLabel(field, speech))),
          })}
        </p>
      )}
    </section>
  )
}

/** Of a redaction: what it withholds of which entry, and on what ground. */
function Redacts({ redacts }: { redacts: NonNullable<Found['redacts']> }) {
  const { t, locale } = useSpeak()
  const { of, fields } = redacts
  const basis = redactionBases.find((one) => one === redacts.basis)
  return (
    <p>
      <T
        k="log.redacts"
        args={{ n: fields, entry: of, basis: basis ? t(`log.basis.${basis}`) : redacts.basis }}
        tags={{ linkEntry: (text) => <a href={paths.logEntry(locale, of)}>{text}</a> }}
      />
    </p>
  )
}

function Withheld({ withheld, lang }: { withheld: Withholding; lang: string | undefined }) {
  const { t, locale } = useSpeak()
  const { redaction, field, value } = withheld
  const basis = redactionBases.find((one) => one === withheld.basis)
  return (
    <>
      {field !== undefined && value !== undefined && (
        <div>
          <FieldValue field={field} value={value} lang={lang} />
        </div>
      )}
      <p className="small">
        <T
          k={basis ? 'log.withheld' : 'log.withheld.unreasoned'}
          args={{ entry: redaction, basis: basis && t(`log.basis.${basis}`) }}
          tags={{
            linkEntry: (text) => <a href={paths.logEntry(locale, redaction)}>{text}</a>,
          }}
        />
      </p>
    </>
  )
}

/** The bytes themselves and their hash; from here the check begins. */
function AsHeld({ page: { act, leaf, leafHash, record, signed } }: { page: Found }) {
  const { t, locale } = useSpeak()
  const isSigned = signed !== undefined && act.entry < signed.size
  return (
    <section>
      <h2 className="text-lg">{t('log.held')}</h2>
      <p>{t('log.held.text')}</p>
      <pre className="commands" dir="ltr">
        <code>{leaf}</code>
      </pre>
      <dl className="terms">
        <div>
          <dt>{t('head.leaf-hash')}</dt>
          <dd>
            <Hash value={leafHash} whole />
          </dd>
        </div>
        <div>
          <dt>{t('log.root-of', { size: record.size })}</dt>
          <dd>
            <Hash value={record.rootHash} whole />
          </dd>
        </div>
      </dl>
      {isSigned ? (
        <p className="links">
          <a href={paths.checkEntry(locale, act.entry)}>{t('verify.check')}</a>
          <a href={paths.logReceipt(act.entry)}>{t('verify.receipt')}</a>
          <a href={paths.logDisclosures(act.entry)}>{t('log.openings')}</a>
        </p>
      ) : (
        <p>{t('log.not-signed-yet')}</p>
      )}
    </section>
  )
}
