import { fromUtf8 } from '#app/domain/ledger/bytes.ts'
import { entriesPath, TILE_WIDTH } from '#app/domain/ledger/tile.ts'

import type { LogMirror, MirrorFile } from './log-mirror.ts'

/** The log by its paths (docs/public-log.md), wherever its files come from. */
export function mirrorOfFiles(
  file: MirrorFile,
  /** Which partial bundles there are at a path; where nobody can tell, only the asked one is tried. */
  widths: (path: string) => Promise<number[]> = async () => [],
): LogMirror {
  const json = async (path: string): Promise<unknown> => {
    const bytes = await file(path)
    return bytes && (JSON.parse(fromUtf8(bytes)) as unknown)
  }
  return {
    async checkpoint() {
      const bytes = await file('checkpoint')
      return bytes && fromUtf8(bytes)
    },
    async bundle(index, width) {
      const full = entriesPath(index, TILE_WIDTH)
      const wider = (await widths(`tile/${full}.p`)).filter((one) => one > width)
      for (const one of [width, ...wider.toSorted((a, b) => a - b), TILE_WIDTH]) {
        const bytes = await file(`tile/${entriesPath(index, one)}`)
        if (bytes) return bytes
      }
      return undefined
    },
    openings: (entry) => json(`disclosures/${entry}.json`),
    bundleOpenings: (index) => json(`disclosures/bundle/${index}`),
  }
}
