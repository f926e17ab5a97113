/** Lines to type into a shell: they run from left to right in every language, and wrap nowhere. */
export function Commands({ lines }: { lines: readonly string[] }) {
  return (
    <pre className="commands" dir="ltr">
      <code>{lines.join('\n')}</code>
    </pre>
  )
}
