import type { Translation } from '../en.ts'

export const common: Translation = {}
