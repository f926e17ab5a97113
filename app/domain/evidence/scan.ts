/**
 * What is known of a file's harm: `clean` by a scanner, `not-scanned` where the register has none.
 * What a scanner finds harmful is refused and never kept.
 */
export const scanResults = ['clean', 'not-scanned'] as const
export type ScanResult = (typeof scanResults)[number]
