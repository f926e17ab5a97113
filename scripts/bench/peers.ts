/**
 * What a secretariat would otherwise pick, measured once on this work beside a floor on the same
 * machine (docs/performance.md has the whole table): each best one as a part of that floor. A budget
 * against it is held against the same part of the floor that this run measures.
 */
export const bestPeer = {
  list: { name: 'Directus', part: 106 / 1_417 },
  listAsHtml: { name: 'WordPress', part: 58 / 1_490 },
  record: { name: 'Strapi', part: 333 / 2_761 },
  search: { name: 'Payload', part: 48 / 879 },
  publish: { name: 'Directus', part: 57 / 1_540 },
} as const
/** Cold start of the best one with figures above the floor's noise, in seconds: Payload's. */
export const BEST_PEERS_START = 0.85
