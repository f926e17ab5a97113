import { z } from 'zod'

import type { ToldFrom } from '../acts/told.ts'
import type { Provenance } from '../commitments/commitment.ts'
import { licenceOf, type Declaration } from '../declarations/declaration.ts'

/** The register a package comes from, as its descriptor tells it. */
export type PackageSource = {
  title: string
  homepage: string
  log: { size: number; root: string }
  /** By key. */
  declarations: ReadonlyMap<string, Declaration>
}

/** Addresses a page can safely link to. */
export const httpUrl = z.url({ protocol: /^https?$/ })

export const originOf = ({ homepage }: Pick<PackageSource, 'homepage'>): string =>
  new URL(homepage).origin

/** The register as each act that is told from it names it. */
export const toldFrom = (source: PackageSource): ToldFrom => ({
  register: originOf(source),
  ...source.log,
})

/** Where a register's own words stood first, until they were brought here. */
export function registerProvenance(source: PackageSource): Provenance {
  const { title, homepage, log, declarations } = source
  const [first] = declarations.values()
  return {
    title,
    publisher: new URL(homepage).host,
    licence: licenceOf(first ?? {}).title,
    notice: `Everything done there is told here as that register told it. Made from its public log of ${log.size} entries with the root ${log.root}.`,
    url: originOf(source),
  }
}
