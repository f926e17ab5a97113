import type { Translation } from '../en.ts'

export const account: Translation = {}
