import type { Translation } from '../en.ts'

export const mails: Translation = {}
