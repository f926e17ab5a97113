/**
 * The EICAR test file, which every virus scanner knows and which harms nobody. In two halves: a
 * scanner of the machine this source lies on would take it away.
 */
export const TEST_VIRUS = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

export const holdsTestVirus = (bytes: Buffer): boolean => bytes.includes(TEST_VIRUS)
