import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import type { Database } from '#app/db/client.server.ts'
import * as logFeed from '#app/routes/feeds/log/route.tsx'
import * as checkpoint from '#app/routes/log/checkpoint/route.tsx'
import * as disclosureBundle from '#app/routes/log/disclosure-bundle/route.tsx'
import * as disclosures from '#app/routes/log/disclosures/route.tsx'
import * as front from '#app/routes/log/front/route.tsx'
import * as key from '#app/routes/log/key/route.tsx'
import * as nothing from '#app/routes/log/nothing/route.tsx'
import * as policy from '#app/routes/log/policy/route.tsx'
import * as proof from '#app/routes/log/proof/route.tsx'
import * as readme from '#app/routes/log/readme/route.tsx'
import * as receipt from '#app/routes/log/receipt/route.tsx'
import * as tile from '#app/routes/log/tile/route.tsx'
import * as witnessed from '#app/routes/log/witnessed/route.tsx'
import * as checkEntry from '#app/routes/public/check-entry/route.tsx'
import * as logEntry from '#app/routes/public/log-entry/route.tsx'
import * as log from '#app/routes/public/log/route.tsx'
import * as missing from '#app/routes/public/not-found/route.tsx'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'

import { testServer } from './server.ts'
import { testSigner } from './signer.ts'
import { granted, NOW } from './world.ts'

const routes = {
  log: front,
  'log/checkpoint': checkpoint,
  'log/checkpoint.witnessed': witnessed,
  'log/tile/*': tile,
  'log/log.vkey': key,
  'log/policy': policy,
  'log/disclosures/bundle/:bundle': disclosureBundle,
  'log/disclosures/:file': disclosures,
  'log/proof/:entry': proof,
  'log/receipt/:entry': receipt,
  'log/README': readme,
  'log/*': nothing,
  ':locale/log': log,
  ':locale/log.atom': logFeed,
  ':locale/log/:entry': logEntry,
  ':locale/log/:entry/check': checkEntry,
  '*': missing,
} as unknown as Parameters<typeof testServer>[0]

/** The log's own routes answering over HTTP, machines' and people's. */
export const serveLog = (db: Database, given: Parameters<typeof testServer>[1] = {}) =>
  testServer(routes, { db, now: () => NOW, ...given })

/** Signs what the log has become, as its job does every second. */
export const signLog = async (db: Database, now = NOW) =>
  granted(await signCheckpoint({ db, now, signer: testSigner(), marks: memoryMarks() }))
