import type { evidenceToOpen } from '#app/db/read/evidence.server.ts'
import { bearsNoSign } from '#app/domain/shared/written.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Foreign } from '#app/ui/data/text.tsx'
import { WithMarks } from '#app/ui/data/withheld.tsx'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

type Item = NonNullable<Awaited<ReturnType<typeof evidenceToOpen>>>

/** Between the register and a partner's link: nobody is sent to an address unseen. */
export function OpenEvidencePage({ item, person }: { item: Item; person: DeskPerson }) {
  const { t, locale } = useSpeak()
  return (
    <DeskFrame person={person} current="queue">
      <BackLink href={paths.reviewReport(locale, item.reportId)}>{t('returning.case')}</BackLink>
      <PageHead
        kicker={t(`evidence.kind.${item.kind}`)}
        title={<Foreign lang={item.lang} text={item.title} />}
      />
      {item.url && !bearsNoSign(item.url) ? (
        <p>
          <bdi dir="ltr">
            <WithMarks text={item.url} />
          </bdi>
        </p>
      ) : item.url && item.openedAt ? (
        <Leaving url={item.url} openedAt={item.openedAt} />
      ) : (
        <PostForm>
          <p>{t('opening.not-yet')}</p>
          <FormActions>
            <Button>
              {t(
                item.kind === 'file'
                  ? 'reviewing.evidence.open-file'
                  : 'reviewing.evidence.open-link',
              )}
            </Button>
          </FormActions>
        </PostForm>
      )}
    </DeskFrame>
  )
}

function Leaving({ url, openedAt }: { url: string; openedAt: Date }) {
  const { t, dateTime } = useSpeak()
  const { host } = new URL(url)
  return (
    <div className="stack prose">
      <p>{t('opening.recorded', { at: dateTime(openedAt) })}</p>
      <p>{t('opening.leaving', { host })}</p>
      <p>
        <bdi dir="ltr">
          <code>{url}</code>
        </bdi>
      </p>
      <FormActions>
        <ButtonLink href={url} rel="noopener noreferrer nofollow">
          {t('opening.follow', { host })}
        </ButtonLink>
      </FormActions>
    </div>
  )
}
