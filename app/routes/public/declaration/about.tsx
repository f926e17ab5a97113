import type { DeclarationPage as Declaration } from '#app/db/read/declarations.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Words } from '#app/ui/data/text.tsx'

const sourceFields = ['document', 'unesdoc', 'fromPage', 'url', 'path', 'commit'] as const

/** What was adopted, by whom, where the text can be found, and the days that count here. */
export function About({ declaration }: Pick<Declaration, 'declaration'>) {
  const { t, list } = useSpeak()
  const { occasion, convenedBy, source, textNotice, settings } = declaration
  const said = (name: string) => (source[name] === undefined ? '' : String(source[name]))
  const link = said('url')
  return (
    <>
      <SummaryList
        rows={[
          ...(occasion
            ? [
                {
                  key: 'occasion',
                  term: t('declaration.occasion'),
                  value: <Words text={occasion} />,
                },
              ]
            : []),
          ...(convenedBy.length > 0
            ? [{ key: 'by', term: t('declaration.convened'), value: list(convenedBy) }]
            : []),
          {
            key: 'source',
            term: t('declaration.source'),
            value: sourceFields.some((name) => said(name) !== '') && (
              <>
                {said('document')}
                {said('unesdoc') && ` (UNESDOC ${said('unesdoc')})`}
                {said('fromPage') && `, ${t('declaration.from-page', { page: said('fromPage') })}`}
                {link && (
                  <>
                    {' '}
                    <a href={link} rel="noopener noreferrer">
                      {new URL(link).host}
                    </a>
                  </>
                )}
              </>
            ),
          },
          { key: 'licence', term: t('declaration.licence'), value: said('licence') },
          ...(said('notice')
            ? [{ key: 'notice', term: t('declaration.notice'), value: said('notice') }]
            : []),
          {
            key: 'settings',
            term: t('declaration.settings'),
            value: t('declaration.settings-words', {
              report: settings.reportWithinDays,
              silent: settings.silentAfterDays,
              reply: settings.replyWithinDays,
            }),
          },
        ]}
      />
      {textNotice && (
        <p className="quiet small">
          <Words text={textNotice} />
        </p>
      )}
    </>
  )
}
