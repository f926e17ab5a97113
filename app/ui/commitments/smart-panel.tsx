import type { SmartCheck } from '#app/domain/commitments/smart-check.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { MessageKey } from '#app/i18n/speech.ts'
import { Mark } from '#app/ui/data/glyph.tsx'

/** Five lines of advice on a draft: each is clear, or says what a reviewer will ask and why. */
export function SmartPanel(props: {
  check: SmartCheck
  /** Who reads it: whoever writes the commitment, or the coordinator at the door. */
  reader?: 'writer' | 'coordinator'
}) {
  const { t } = useSpeak()
  const { check } = props
  const place = props.reader === 'coordinator' ? 'screening.smart' : 'desk.smart'
  const open = check.lines.filter(({ clear }) => !clear).length
  return (
    <section className="stack" aria-labelledby="smart">
      <h2 id="smart">{t(`${place}.title`)}</h2>
      <p className="prose">{t(`${place}.lead`, { open })}</p>
      <dl className="summary">
        {check.lines.map(({ line, clear, why }) => (
          <div key={line}>
            <dt>{t(`desk.smart.line.${line}`)}</dt>
            <dd>
              <span className="mark">
                <Mark glyph={clear ? 'yes' : 'question'} />
                <span>
                  {clear ? (
                    t('desk.smart.clear')
                  ) : (
                    <>
                      {t('desk.smart.asks')} <b>{t(`desk.smart.${why}` as MessageKey)}</b>
                    </>
                  )}
                </span>
              </span>
              <details className="small">
                <summary>
                  {t('desk.smart.why')}
                  <span className="visually-hidden"> {t(`desk.smart.line.${line}`)}</span>
                </summary>
                <p>{t(`desk.smart.reason.${line}`)}</p>
                <p>
                  <b>{t('desk.smart.good')}</b> {t(`desk.smart.good.${line}`)}
                </p>
                <p>
                  <b>{t('desk.smart.weak')}</b> {t(`desk.smart.weak.${line}`)}
                </p>
              </details>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">{t('desk.smart.version', { version: check.version })}</p>
    </section>
  )
}
