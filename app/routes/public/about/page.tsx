import type { ReactNode } from 'react'

import type { declarationRules } from '#app/db/read/declarations.server.ts'
import { assurances } from '#app/domain/accountability/assurance.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { AssuranceTag, StatusMark } from '#app/ui/data/status-mark.tsx'
import { Words } from '#app/ui/data/text.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

const told = ['people', 'reply', 'changes', 'log', 'privacy', 'licence', 'source', 'help'] as const

type Props = Awaited<ReturnType<typeof declarationRules>>

export function AboutPage({ declarations, record }: Props) {
  const { t, locale } = useSpeak()
  return (
    <PublicShell current="about" record={record}>
      <PageHead title={t('about.title')} lead={t('about.lead')} />
      <div className="split">
        <div className="stack prose">
          <section id="what">
            <h2>{t('about.what')}</h2>
            <p>{t('about.what.text')}</p>
            <p>{t('about.what.words')}</p>
          </section>
          <section id="outcomes">
            <h2>{t('about.outcomes')}</h2>
            <p>{t('about.outcomes.text')}</p>
            <Explained
              rows={outcomes.toSorted(byRule).map((outcome) => ({
                key: outcome,
                mark: <StatusMark status={outcome} compact />,
                text: t(`about.outcome.${outcome}`),
              }))}
            />
            <p>{t('about.due')}</p>
          </section>
          <section id="days">
            <h2>{t('about.days')}</h2>
            <p>{t('about.days.text')}</p>
            <ul>
              {declarations.map(({ key, title, settings }) => (
                <li key={key}>
                  <a href={paths.declaration(locale, key)}>
                    <Words text={title} />
                  </a>
                  :{' '}
                  {t('declaration.settings-words', {
                    report: settings.reportWithinDays,
                    silent: settings.silentAfterDays,
                    reply: settings.replyWithinDays,
                  })}
                </li>
              ))}
            </ul>
          </section>
          <section id="assurance">
            <h2>{t('about.assurance')}</h2>
            <p>{t('about.assurance.text')}</p>
            <Explained
              rows={assurances.map((assurance) => ({
                key: assurance,
                mark: <AssuranceTag assurance={assurance} compact />,
                text: t(`assurance.${assurance}.text`),
              }))}
            />
          </section>
          {told.map((name) => (
            <section key={name} id={name}>
              <h2>{t(`about.${name}`)}</h2>
              <p>
                <T
                  k={`about.${name}.text`}
                  tags={{
                    linkLicence: (text) => (
                      <a href="https://creativecommons.org/licenses/by/4.0/">{text}</a>
                    ),
                    linkRegister: (text) => <a href={paths.registerOrganisation(locale)}>{text}</a>,
                  }}
                />
              </p>
              {name === 'licence' && (
                <p>
                  <a href={paths.data(locale)}>{t('downloads.whole')}</a>
                </p>
              )}
            </section>
          ))}
        </div>
        <nav aria-label={t('about.contents')}>
          <ul className="contents">
            {(['what', 'outcomes', 'days', 'assurance', ...told] as const).map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{t(`about.${name}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </PublicShell>
  )
}

/** In the order the rules are asked: the first that holds is the outcome. */
const asked = [
  'withdrawn',
  'no-report',
  'kept',
  'partly-kept',
  'not-kept',
  'behind',
  'on-track',
  'registered',
] as const
const byRule = (a: (typeof asked)[number], b: (typeof asked)[number]) =>
  asked.indexOf(a) - asked.indexOf(b)

function Explained({ rows }: { rows: { key: string; mark: ReactNode; text: string }[] }) {
  return (
    <dl className="explained">
      {rows.map(({ key, mark, text }) => (
        <div key={key}>
          <dt>{mark}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
