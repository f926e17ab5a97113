/** Values that travel with a form unseen. */
export function HiddenFields(props: {
  values: Readonly<Record<string, string | readonly string[] | undefined>>
}) {
  return Object.entries(props.values).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((one, place) => (
      <input key={`${name}-${place}`} type="hidden" name={name} value={one} />
    )),
  )
}
