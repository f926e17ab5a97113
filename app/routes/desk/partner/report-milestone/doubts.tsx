import type { ReportPage } from '#app/db/read/reports.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

const said = {
  'doubt-below-target': 'reporting.doubt.below-target',
  'doubt-target-met': 'reporting.doubt.target-met',
  'doubt-jump': 'reporting.doubt.jump',
} as const

/** Asks once more about something unusual. Whatever the answer, nothing typed is lost. */
export function Doubts(
  props: ReportPage & {
    doubts: readonly string[]
    claimed: number | null
    typed: Record<string, unknown>
  },
) {
  const { t, number } = useSpeak()
  const { milestone, doubts } = props
  const carried = Object.fromEntries(
    Object.entries(props.typed).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
  const previous = props.lastReviewed?.value ?? milestone.baseline ?? 0
  const figures = {
    value: number(props.claimed ?? 0),
    unit: milestone.unit,
    target: number(milestone.target),
    previous: number(previous),
  }
  return (
    <>
      <PageHead title={t('reporting.doubt.title')} lead={t('reporting.doubt.lead')} />
      <ul className="prose">
        {doubts
          .filter((doubt): doubt is keyof typeof said => doubt in said)
          .map((doubt) => (
            <li key={doubt}>{t(said[doubt], figures)}</li>
          ))}
      </ul>
      <PostForm hidden={{ ...carried, confirmed: doubts.join(' ') }}>
        <FormActions>
          <Button>{t('reporting.doubt.yes')}</Button>
          <Button kind="secondary" name="intent" value="change">
            {t('reporting.doubt.change')}
          </Button>
        </FormActions>
      </PostForm>
    </>
  )
}
