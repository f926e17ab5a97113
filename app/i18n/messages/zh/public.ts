import type { Translation } from '../en.ts'

export const publicPages: Translation = {}
