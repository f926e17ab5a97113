import { paths } from '#app/paths.ts'

/** What a program, or whoever writes one, needs to know of the log. */
export const readme = (origin: string, key: string): string => `\
The public log of ${origin}

Every act that changes what the public sees is an entry of this log. The log only grows. It follows
the tlog-tiles, tlog-checkpoint and signed-note specifications of c2sp.org (hashes as in RFC 6962),
so that clients written by others can read and verify it.

Origin and key name   ${key.slice(0, key.indexOf('+'))}
Verifier key          ${key}
Get the key a second time from somewhere else before you rely on it.

${origin}${paths.logCheckpoint()}
    The newest signed checkpoint: origin, number of entries, root hash, signatures.
${origin}${paths.logTile('<L>/<N>[.p/<W>]')}
    Tile N of level L: 256 hashes of 32 bytes, or the first W of them.
${origin}${paths.logTile('entries/<N>[.p/<W>]')}
    Bundle N: 256 entries, or the first W of them, each behind its length (big-endian, 16 bits).
    An entry is canonical JSON (RFC 8785), hashed as SHA-256(0x00 || entry).
${origin}/log/disclosures/<entry>.json
    What an entry says. "d": disclosures as in RFC 9901 (SD-JWT), base64url of
    [salt, field, value]; base64url(SHA-256(disclosure)) stands in the entry under "d".
    "withheld": digests that are not opened, each with the later entry that says on what basis.
    A digest that is neither opened nor named by a later entry was withheld without a reason.
${origin}/log/disclosures/bundle/<N>
    The same for the up to 256 entries of bundle N, as one JSON array. N in plain decimal.
${origin}/log/proof/<entry>
    An inclusion proof as JSON: index, size, leafHash, proof (base64, from leaf to root), checkpoint.
${origin}/log/receipt/<entry>
    The same as a receipt to keep (c2sp.org/tlog-proof@v1).
${origin}${paths.logKey()}
    The verifier key above.
${origin}${paths.logWitnessed()}, ${origin}${paths.logPolicy()}
    The newest checkpoint that enough witnesses have signed, and who they are (tlog-policy), where
    witnesses are named.

To check one entry: ${origin}${paths.checkEntry('en', 0)} shows how, with commands for a shell.
To check everything, with the software this register runs on:

    npm run verify -- ${origin} --vkey '${key}'

Entries are signed within 60 seconds of the act. Tiles never change; everything else is to be asked
for again. Any other spelling of these addresses is answered with 404.
`
