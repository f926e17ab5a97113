import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

type Letter = { subject: string; text: string; locale: string }

export function LookIntoMailPage(props: {
  about: 'sign-up' | 'again' | 'reset' | 'address'
  demonstration: boolean
  letter: Letter | undefined
}) {
  const { t, locale } = useSpeak()
  return (
    <PublicShell>
      <PageHead title={t('look.title')} lead={t(`look.${props.about}`)} />
      <div className="stack">
        <p>{t('look.nothing')}</p>
        {props.demonstration && <Demonstrated letter={props.letter} />}
        <p>
          <a href={paths.signIn(locale)}>{t('sign-in.title')}</a>
        </p>
      </div>
    </PublicShell>
  )
}

/** The letter, since a demonstration sends none. */
function Demonstrated({ letter }: { letter: Letter | undefined }) {
  const { t } = useSpeak()
  if (!letter)
    return (
      <Notice title={t('sign-in.demonstration.title')}>
        <p>{t('look.demonstration.none')}</p>
      </Notice>
    )
  return (
    <Notice title={t('look.demonstration.title')}>
      <p>{t('look.demonstration.text')}</p>
      <div className="stack" lang={letter.locale} dir={directionOf(letter.locale)}>
        <p>
          <strong>{letter.subject}</strong>
        </p>
        {letter.text
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => (
            <p key={line}>
              {/^https?:\/\/\S+$/.test(line) ? (
                <a href={line}>
                  <bdi dir="ltr">{line}</bdi>
                </a>
              ) : (
                line
              )}
            </p>
          ))}
      </div>
    </Notice>
  )
}
