import { buffer } from 'node:stream/consumers'

import { ScannerDown, type Scanner } from './scanner.ts'
import { holdsTestVirus } from './test-virus.ts'

/** Clamd's twin for tests: finds the test virus, and is down while `down` says so. */
export function memoryScanner(): Scanner & { down: boolean; scanned: number } {
  return {
    down: false,
    scanned: 0,
    async scan(file) {
      const bytes = await buffer(file)
      if (this.down) throw new ScannerDown('down')
      this.scanned += 1
      return holdsTestVirus(bytes) ? { clean: false, found: 'Eicar-Test' } : { clean: true }
    },
  }
}
