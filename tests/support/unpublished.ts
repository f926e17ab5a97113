import { readFileSync } from 'node:fs'

type Commitment = { title: string; state: string }
type Organisation = { names: Record<string, string>; state: string }
const read = <kind>(file: string) =>
  JSON.parse(readFileSync(`declarations/demonstration/${file}.json`, 'utf8')) as kind

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#x27;')

/** What the demonstration holds and no outsider may read: titles and names, as HTML spells them. */
export const unpublished = [
  ...read<Commitment[]>('commitments').flatMap(({ title, state }) =>
    ['draft', 'submitted', 'returned', 'declined'].includes(state) ? [title] : [],
  ),
  ...read<Organisation[]>('organisations').flatMap(({ names, state }) =>
    ['registered', 'refused'].includes(state) ? Object.values(names) : [],
  ),
].map(escaped)
