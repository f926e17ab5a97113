import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Code, DateText, Hash } from '#app/ui/data/text.tsx'
import { Seal } from '#app/ui/data/verify-panel.tsx'
import { Commands } from '#app/ui/log/commands.tsx'

import type { Log } from './shown.ts'

/** How far the log has got, what was signed of it, with which key, and who has seen that. */
export function SignedState({ log }: { log: Log }) {
  const { t } = useSpeak()
  const { record, signed, vkey } = log
  const waiting = record.size - (signed?.size ?? 0)
  return (
    <section className="verify" aria-labelledby="state">
      <Seal />
      <div>
        <h2 id="state">{t('log.state', { size: record.size })}</h2>
        <dl className="terms">
          <div>
            <dt>{t('footer.root')}</dt>
            <dd>
              <Hash value={record.rootHash} whole />
            </dd>
          </div>
          <div>
            <dt>{t('log.signed')}</dt>
            <dd>
              {signed ? <DateText at={signed.signedAt} /> : t('log.unsigned')}
              {signed && waiting > 0 && <> {t('log.waiting', { n: waiting })}</>}
            </dd>
          </div>
          <div>
            <dt>{t('log.key')}</dt>
            <dd>
              <Code>{vkey}</Code>
            </dd>
          </div>
          <div>
            <dt>{t('log.witnesses')}</dt>
            <dd>
              <Witnesses log={log} />
            </dd>
          </div>
        </dl>
        <p className="links">
          <a href={paths.logCheckpoint()}>{t('log.checkpoint')}</a>
          {log.witnesses.length > 0 && <a href={paths.logPolicy()}>{t('log.policy')}</a>}
          <a href={paths.logReadme()}>{t('log.readme')}</a>
        </p>
      </div>
    </section>
  )
}

/** How far each witness has followed the log, and when; of one that never has, that it has not. */
function Witnesses({ log: { witnesses } }: { log: Log }) {
  const { t, dateTime } = useSpeak()
  if (witnesses.length === 0) return <>{t('log.witnesses.none')}</>
  return (
    <ul className="plain">
      {witnesses.map(({ name, keyName, newest }) => (
        <li key={keyName}>
          <bdi>{name}</bdi>:{' '}
          {newest
            ? t('log.witnessed', { size: newest.size, at: dateTime(newest.at) })
            : t('log.not-witnessed')}
        </li>
      ))}
    </ul>
  )
}

export function HowToCheck({ log: { origin } }: { log: Log }) {
  const { t } = useSpeak()
  return (
    <section className="mbs-7" id="how">
      <h2>{t('log.how')}</h2>
      <div className="stack">
        <p className="prose">{t('log.how.signed')}</p>
        <Commands lines={[`curl ${origin}${paths.logCheckpoint()}`]} />
        <p className="prose">
          <T k="log.how.all" tags={{ code: (text) => <code>{text}</code> }} />
        </p>
        <Commands lines={[`npm run verify -- ${origin}`]} />
        <p className="prose">{t('log.how.witness')}</p>
      </div>
    </section>
  )
}
