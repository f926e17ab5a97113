import { expect, it } from 'vitest'

import { isOfApi } from '#app/http/api-surface.server.ts'

it('knows the API by any spelling the router takes', () => {
  for (const url of ['/api', '/api/v1/x?y=/z', '/API/v1', '/%61pi/v1', '/api/%ff'])
    expect([url, isOfApi(url)]).toEqual([url, true])
  for (const url of ['/', '/apiary', '/en/data/api', '/en?x=/api/', '/%ff'])
    expect([url, isOfApi(url)]).toEqual([url, false])
})
