import { useSpeak } from '#app/i18n/speak.tsx'

/** Previous and next by key; what they lead to may be said in words beneath. */
export function Pagination(props: {
  previous?: string | undefined
  next?: string | undefined
  /** For example "1 to 25 of 143". */
  shown?: string | undefined
}) {
  const { t } = useSpeak()
  if (!props.previous && !props.next) return null
  return (
    <nav className="pagination" aria-label={t('page.label')}>
      {props.previous && (
        <a href={props.previous} rel="prev">
          <span className="arrow" aria-hidden="true">
            ←
          </span>
          {t('page.previous')}
        </a>
      )}
      {props.shown && <span>{props.shown}</span>}
      {props.next && (
        <a href={props.next} rel="next">
          {t('page.next')}
          <span className="arrow" aria-hidden="true">
            →
          </span>
        </a>
      )}
    </nav>
  )
}
