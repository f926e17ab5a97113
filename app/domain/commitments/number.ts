/** `QD-2027-0147`: declaration code, year, serial. Allotted at publication, never reused. */
export const commitmentNumber = (code: string, year: number, serial: number): string =>
  `${code}-${year}-${String(serial).padStart(4, '0')}`

const NUMBER = /^[A-Z][A-Z0-9]{1,7}-\d{4}-\d{4,6}$/
export const isCommitmentNumber = (text: string): boolean => NUMBER.test(text)
