import { expect, it } from 'vitest'

import { boundedBody } from '#app/adapters/http/bounded-body.ts'

it('is the whole answer, where it is no longer than it may be', async () => {
  expect((await boundedBody(new Response('as told'), 7)).toString()).toBe('as told')
  expect((await boundedBody(new Response(null), 7)).length).toBe(0)
})

it('asks for no more once there is too much', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1
      controller.enqueue(new Uint8Array(10))
    },
  })
  await expect(boundedBody(new Response(endless), 25)).rejects.toThrow('the answer is too long')
  expect(sent).toBeLessThan(6)
})
