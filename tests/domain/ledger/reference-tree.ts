import { utf8 } from '#app/domain/ledger/bytes.ts'
import { leafHash, nodeHash } from '#app/domain/ledger/merkle.ts'
import type { LeafRange } from '#app/domain/ledger/proof.ts'

/** The leaves, in hexadecimal, of the Certificate Transparency reference tree. */
export const referenceLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]

/** The reference tree's root at each size from 0. */
export const referenceRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** A tree of so many leaves whose subtree roots are each hashed once. */
export function tree(size: number) {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(utf8(`leaf ${i}`)))
  const known = new Map<string, Uint8Array>()

  function root({ start, end }: LeafRange): Uint8Array {
    const key = `${start}-${end}`
    const found = known.get(key) ?? hashed(start, end)
    known.set(key, found)
    return found
  }

  function hashed(start: number, end: number): Uint8Array {
    const count = end - start
    const [leaf] = leaves.slice(start, start + 1)
    if (count === 1 && leaf) return leaf
    const middle = start + 2 ** (Math.ceil(Math.log2(count)) - 1)
    return nodeHash(root({ start, end: middle }), root({ start: middle, end }))
  }

  return { leaves, root }
}
