import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { memoryWitness } from '#app/adapters/witnesses/memory-witness.server.ts'
import { checkpointByPolicy, lastCosigned, witnessing } from '#app/db/read/witnesses.server.ts'
import { parsePolicy } from '#app/domain/ledger/policy.ts'
import { COSIGNATURE_KEY, formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { askWitnesses } from '#app/use-cases/ledger/ask-witnesses.server.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { witnessedLog } from '#tests/support/witnessed-log.ts'
import { keyOf } from '#tests/support/witnessing.ts'
import { NOW } from '#tests/support/world.ts'

const names = ['union.example', 'university.example', 'unesco.example']

async function watched() {
  const log = await witnessedLog()
  const watchers = names.map((name, i) =>
    memoryWitness({
      ...keyOf(name, COSIGNATURE_KEY, 20 + i),
      logKey: log.signer.key,
      verify,
      now: () => NOW,
    }),
  )
  const lines = watchers.map(
    ({ key }, i) => `witness W${i} ${formatVerifierKey(key.name, key.type, key.publicKey)}`,
  )
  const policy = (...rules: string[]) => parsePolicy([...lines, ...rules, ''].join('\n'))
  const ask = (...who: number[]) =>
    askWitnesses(
      who.map((i) => watchers[i]!),
      log.asking,
    )
  return { ...log, policy, ask }
}

it('finds the newest checkpoint that enough have witnessed', async () => {
  const { db, grow, ask, policy } = await watched()
  const twoOfThree = policy('group G 2 W0 W1 W2', 'quorum G')
  expect(await checkpointByPolicy(db, twoOfThree)).toBeUndefined()
  await grow(3)
  await ask(0)
  expect(await checkpointByPolicy(db, twoOfThree)).toBeUndefined()
  await ask(2)
  await grow(5)
  await ask(1)
  await grow(8)
  expect(await checkpointByPolicy(db, twoOfThree)).toMatchObject({ size: 3 })
  expect(await checkpointByPolicy(db, policy('quorum W1'))).toMatchObject({ size: 5 })
  expect(await checkpointByPolicy(db, policy('quorum none'))).toMatchObject({ size: 8 })
})

it('says who witnessed how much, and when', async () => {
  const { db, grow, ask, policy } = await watched()
  await grow(3)
  await ask(0, 1)
  await grow(4)
  await ask(1)
  expect(await lastCosigned(db, names[1]!)).toEqual({ size: 4, at: NOW })
  expect(await witnessing(db, policy('quorum W0'))).toEqual([
    { name: 'W0', keyName: names[0], newest: { size: 3, at: NOW } },
    { name: 'W1', keyName: names[1], newest: { size: 4, at: NOW } },
    { name: 'W2', keyName: names[2], newest: undefined },
  ])
})

it('does not look through all that others witnessed for one who never did', async () => {
  const { db } = await watched()
  expect(growing(await plansOf(db, () => lastCosigned(db, 'nobody.example')))).toEqual([])
})
