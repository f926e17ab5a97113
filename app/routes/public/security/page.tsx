import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell, type RecordState } from '#app/ui/layout/public-shell.tsx'

export function SecurityPage(props: {
  record: RecordState
  contact?: string | undefined
  demonstration: boolean
}) {
  const { t, locale } = useSpeak()
  const { contact } = props
  const none = props.demonstration ? 'security.report.demonstration' : 'security.report.none'
  return (
    <PublicShell record={props.record}>
      <PageHead title={t('security.title')} lead={t('security.lead')} />
      <div className="stack prose">
        <section id="report">
          <h2>{t('security.report')}</h2>
          <p>
            {contact === undefined ? (
              t(none)
            ) : (
              <T
                k="security.report.text"
                args={{ contact: contact.replace(/^mailto:/, '') }}
                tags={{
                  linkContact: (text) => (
                    <a href={contact} dir="ltr">
                      {text}
                    </a>
                  ),
                  linkFile: (text) => <a href={paths.securityTxt()}>{text}</a>,
                }}
              />
            )}
          </p>
        </section>
        <section id="promise">
          <h2>{t('security.promise')}</h2>
          <p>{t('security.promise.text')}</p>
        </section>
        <section id="ask">
          <h2>{t('security.ask')}</h2>
          <p>{t('security.ask.text')}</p>
        </section>
        <section id="check">
          <h2>{t('security.check')}</h2>
          <p>
            <T
              k="security.check.text"
              tags={{ linkLog: (text) => <a href={paths.log(locale)}>{text}</a> }}
            />
          </p>
        </section>
      </div>
    </PublicShell>
  )
}
