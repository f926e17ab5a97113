import { WithMarks } from '../data/withheld.tsx'

/** A coordinator's words. No language is kept with them: their direction shows itself. */
export function Remarks({ text }: { text: string }) {
  return (
    <div className="prose">
      {text.split(/\n\s*\n/).map((paragraph, place) => (
        <p key={place} dir="auto">
          <WithMarks text={paragraph} />
        </p>
      ))}
    </div>
  )
}
