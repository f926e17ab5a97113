import type { Translation } from '../en.ts'

export const log: Translation = {}
