import { useSpeak } from '#app/i18n/speak.tsx'
import { inFormat, type DataFormat } from '#app/paths.ts'

/** A format is called by its name, unless it has one that says more. */
const named = { csv: 'CSV', json: 'JSON', jsonld: 'JSON-LD' } as const

/** The other formats of what stands above: at its own address, `path`, with the same filters. */
export function DataLinks(props: {
  of: 'list' | 'record' | 'organisation' | 'clause'
  path: string
  formats: readonly DataFormat[]
}) {
  const { t } = useSpeak()
  return (
    <p className="links small mbs-4">
      <span className="quiet">{t(`data.${props.of}`)}</span>
      {props.formats.map((format) => (
        <a key={format} href={inFormat(props.path, format)} rel="alternate">
          {format === 'atom' || format === 'ics' ? t(`data.format.${format}`) : named[format]}
        </a>
      ))}
    </p>
  )
}
