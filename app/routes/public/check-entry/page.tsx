import type { ReactNode } from 'react'

import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Code, DateText, Hash } from '#app/ui/data/text.tsx'
import { Seal } from '#app/ui/data/verify-panel.tsx'
import { Breadcrumbs } from '#app/ui/layout/breadcrumbs.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'
import { Commands } from '#app/ui/log/commands.tsx'
import { Subject } from '#app/ui/log/told-act.tsx'

import type { Check, Checked } from './checked.server.ts'

/** "Check it yourself": the result in words, the calculation in numbers, and how to repeat it. */
export function CheckPage({ act, check, bytes, record }: Checked) {
  const { t, locale } = useSpeak()
  const { entry } = act
  return (
    <PublicShell current="log" record={record}>
      <Breadcrumbs
        trail={[
          { href: paths.log(locale), label: t('log.title') },
          { href: paths.logEntry(locale, entry), label: t('record.entry', { entry }) },
        ]}
      />
      <PageHead title={t('check.title', { entry })} lead={t(`log.act.${act.kind}`)}>
        <p>
          <Subject subject={act.subject} />
        </p>
      </PageHead>
      {check ? (
        <div className="stack">
          <Result check={check} />
          <Steps entry={entry} bytes={bytes} check={check} />
          <Repeat check={check} entry={entry} />
        </div>
      ) : (
        <Notice title={t('check.waiting')}>{t('check.waiting.text')}</Notice>
      )}
    </PublicShell>
  )
}

function Result({ check }: { check: Check }) {
  const { t, date } = useSpeak()
  if (check.problems.length > 0)
    return (
      <Notice kind="warning" title={t('check.fails')}>
        <ul>
          {check.problems.map((problem) => (
            <li key={problem}>{t(`check.problem.${problem}`)}</li>
          ))}
        </ul>
        <p>{t('check.fails.text')}</p>
      </Notice>
    )
  return (
    <section className="verify" aria-labelledby="result">
      <Seal />
      <div>
        <h2 id="result">{t('check.holds', { day: date(check.unchangedSince) })}</h2>
        <p>{t('check.holds.text', { size: check.size })}</p>
        <p>
          {t('log.signed')}: <DateText at={check.signedAt} />
        </p>
      </div>
    </section>
  )
}

/** The inclusion proof of RFC 6962, one hashing after the other. */
function Steps({ entry, bytes, check }: { entry: number; bytes: number; check: Check }) {
  const { t, number } = useSpeak()
  const { leafHash, steps, size, root, problems } = check
  return (
    <section>
      <h2>{t('check.steps')}</h2>
      <p className="prose">{t('check.steps.text', { n: steps.length, entry, size })}</p>
      <ol className="steps">
        <li>
          <p>{t('check.step.leaf', { bytes })}</p>
          <Figures rows={[[t('head.leaf-hash'), leafHash]]} />
        </li>
        {steps.map(({ side, sibling, result }, place) => (
          <li key={sibling}>
            <p>{t(side === 'left' ? 'check.step.left' : 'check.step.right')}</p>
            <Figures
              rows={[
                [t(side === 'left' ? 'check.neighbour.left' : 'check.neighbour.right'), sibling],
                [t('check.result', { step: number(place + 2) }), result],
              ]}
            />
          </li>
        ))}
        <li>
          <p>
            {t(problems.length === 0 ? 'check.step.root' : 'check.step.root-claimed', { size })}
          </p>
          <Figures rows={[[t('footer.root'), root]]} />
        </li>
        <li>
          <p>{t('check.step.signature')}</p>
          <Commands lines={[check.note.trimEnd()]} />
          <p className="small">
            {t('log.key')} <Code>{check.key}</Code>
          </p>
        </li>
      </ol>
    </section>
  )
}

function Figures({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="terms small">
      {rows.map(([term, hash]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <Hash value={hash} whole />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The same without this page: commands for any machine, and the files they need. */
function Repeat({
  check: { commands, leafHash, rootInNote },
  entry,
}: {
  check: Check
  entry: number
}) {
  const { t } = useSpeak()
  const code = (text: ReactNode) => <Code>{text}</Code>
  return (
    <section>
      <h2>{t('check.repeat')}</h2>
      <div className="stack">
        <p>{t('check.repeat.text')}</p>
        <p>
          <T k="check.repeat.entry" args={{ hash: leafHash }} tags={{ code }} />
        </p>
        <Commands lines={commands.entry} />
        <p>
          <T k="check.repeat.root" args={{ hash: rootInNote }} tags={{ code }} />
        </p>
        <Commands lines={commands.root} />
        {commands.signature.length > 0 && (
          <>
            <p>
              <T k="check.repeat.signature" tags={{ code }} />
            </p>
            <Commands lines={commands.signature} />
          </>
        )}
        <p>{t('check.repeat.all')}</p>
        <Commands lines={commands.all} />
        <h3>{t('check.files')}</h3>
        <p className="links">
          <a href={paths.logReceipt(entry)}>{t('verify.receipt')}</a>
          <a href={paths.logProof(entry)}>{t('check.proof')}</a>
          <a href={paths.logDisclosures(entry)}>{t('log.openings')}</a>
          <a href={paths.logCheckpoint()}>{t('log.checkpoint')}</a>
        </p>
      </div>
    </section>
  )
}
