import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

/** Told to whoever did a public act: where it stands in the log, and the receipt to keep. */
export function Receipt({ entry }: { entry: number | null }) {
  const { locale } = useSpeak()
  if (entry === null) return null
  return (
    <p className="small">
      <T
        k="desk.receipt"
        args={{ entry }}
        tags={{
          linkEntry: (text) => <a href={paths.logEntry(locale, entry)}>{text}</a>,
          linkReceipt: (text) => <a href={paths.logReceipt(entry)}>{text}</a>,
        }}
      />
    </p>
  )
}
