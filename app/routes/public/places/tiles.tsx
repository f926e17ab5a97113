import type { CommitmentFilters } from '#app/domain/browsing/filters.ts'
import type { PlaceCount, Places } from '#app/domain/browsing/places.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Mark } from '#app/ui/data/glyph.tsx'
import { statusGlyphs } from '#app/ui/data/status-mark.tsx'

type Shown = {
  places: Places
  filters: CommitmentFilters
  /** The region that is shown alone, if one is. */
  region: string | undefined
}

/** A square of one size for every country and area, by region; no borders are drawn. */
export function Tiles({ places, filters, region: alone }: Shown) {
  const { number, locale, countryName } = useSpeak()
  const figure = ({ code, made }: PlaceCount) =>
    made === 0 ? (
      <span className="figure">{number(0)}</span>
    ) : (
      <a className="figure" href={paths.commitments(locale, { ...filters, country: code })}>
        {number(made)}
      </a>
    )
  const heading = (code: string) =>
    code === alone ? (
      countryName(code)
    ) : (
      <a href={paths.places(locale, { region: code, ...filters })}>{countryName(code)}</a>
    )
  return (
    <>
      {places.regions.map((region) => (
        <section key={region.code} className="region">
          <h2>
            {heading(region.code)} {figure(region)}
          </h2>
          {region.groups.map((group) => (
            <div key={group.code}>
              <h3>
                {heading(group.code)} {figure(group)}
              </h3>
              <ul className="tiles">
                {byName(group.countries, countryName, locale).map((country) => (
                  <li key={country.code}>
                    <Tile country={country} filters={filters} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  )
}

function Tile({ country, filters }: { country: PlaceCount; filters: CommitmentFilters }) {
  const { t, number, locale, countryName } = useSpeak()
  const { code, made, commonest } = country
  const name = countryName(code)
  const inside = (
    <>
      {/* The name once: 247 of them twice made the page a tenth heavier. */}
      <abbr>{code}</abbr>
      <span className="visually-hidden">{` ${name}`}</span> <b>{number(made)}</b>
      {commonest && <Mark glyph={statusGlyphs[commonest]} label={t(`status.${commonest}`)} />}
    </>
  )
  return made === 0 ? (
    <span className="tile">{inside}</span>
  ) : (
    <a className="tile" href={paths.commitments(locale, { ...filters, country: code })}>
      {inside}
    </a>
  )
}

const byName = (
  countries: readonly PlaceCount[],
  nameOf: (code: string) => string,
  locale: string,
) => {
  const { compare } = new Intl.Collator(locale)
  return countries.toSorted((a, b) => compare(nameOf(a.code), nameOf(b.code)))
}
