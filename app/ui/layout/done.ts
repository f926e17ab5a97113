import type { MessageKey } from '#app/i18n/speech.ts'

/** What a desk page can be told has just happened, as `?done=` in its address. */
const dones = {
  registered: 'desk.done.registered',
  invited: 'desk.done.invited',
  role: 'desk.done.role',
  removed: 'desk.done.removed',
  joined: 'desk.done.joined',
  saved: 'desk.done.saved',
  'party-invited': 'desk.done.party-invited',
  'party-answered': 'desk.done.party-answered',
  amended: 'desk.done.amended',
  withdrawn: 'desk.done.withdrawn',
} as const satisfies Record<string, MessageKey>
export type Done = keyof typeof dones

/** Anything may stand in an address: only what is known is said. */
export const doneIn = (url: string): Done | undefined => {
  const said = new URL(url).searchParams.get('done') ?? ''
  return Object.hasOwn(dones, said) ? (said as Done) : undefined
}

export const doneKey = (done: Done): MessageKey => dones[done]
