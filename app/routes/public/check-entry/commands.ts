import { base64, concat, equal, fromHex } from '#app/domain/ledger/bytes.ts'
import type { InclusionStep } from '#app/domain/ledger/inclusion-steps.ts'
import { parseNote, type VerifierKey } from '#app/domain/ledger/signed-note.ts'
import { entriesPath, TILE_WIDTH, tileWidthAt } from '#app/domain/ledger/tile.ts'
import { paths } from '#app/paths.ts'

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo.
const SPKI = fromHex('302a300506032b6570032100')

type Asked = {
  origin: string
  index: number
  size: number
  leaf: Uint8Array
  bytesBefore: number
  steps: readonly InclusionStep[]
  note: string
  key: VerifierKey
}

/**
 * The same check for a shell that has curl and openssl: the entry out of its bundle, up to the root
 * step by step, and the signature under the checkpoint. No line needs a program of ours.
 */
export function commandsFor(it: Asked) {
  const { origin, index, size, leaf, bytesBefore, steps, key } = it
  const bundle = Math.floor(index / TILE_WIDTH)
  const tile = paths.logTile(entriesPath(bundle, tileWidthAt(size, 0, bundle)))
  // `tail -c +n` begins with byte n, counted from 1; two bytes hold the entry's length.
  const entry = `tail -c +${bytesBefore + 3} | head -c ${leaf.length}`
  return {
    entry: [
      `curl -s ${origin}${tile} | ${entry} > entry`,
      `(printf '\\0'; cat entry) | openssl dgst -sha256 -r`,
    ],
    root: [
      'sha() { openssl dgst -sha256 -binary; }',
      'with() { echo "$1" | openssl base64 -d; }',
      `(printf '\\0'; cat entry) | sha > node`,
      ...steps.map(stepUp),
      'openssl base64 -in node',
    ],
    signature: signatureCommands(it.note, key),
    all: [`npm run verify -- ${origin}`],
  }
}

const stepUp = ({ side, sibling }: InclusionStep) => {
  const other = `with ${base64(sibling)}`
  const both = side === 'left' ? `${other}; cat node` : `cat node; ${other}`
  return `(printf '\\1'; ${both}) | sha > next; mv next node`
}

function signatureCommands(note: string, key: VerifierKey): string[] {
  const { text, signatures } = parseNote(note)
  const own = signatures.find(({ name, id }) => name === key.name && equal(id, key.id))
  if (!own) return []
  return [
    "cat > checkpoint <<'END'",
    `${text}END`,
    "cat > log.pem <<'END'",
    '-----BEGIN PUBLIC KEY-----',
    base64(concat(SPKI, key.publicKey)),
    '-----END PUBLIC KEY-----',
    'END',
    `echo ${base64(own.signature)} | openssl base64 -d -A > signature`,
    'openssl pkeyutl -verify -pubin -inkey log.pem -rawin -in checkpoint -sigfile signature',
  ]
}
