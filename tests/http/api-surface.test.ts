import { expect, it } from 'vitest'

import { isOfApi, isOpenData } from '#app/http/api-surface.server.ts'

it('knows the API by any spelling the router takes', () => {
  for (const url of ['/api', '/api/v1/x?y=/z', '/API/v1', '/%61pi/v1', '/api/%ff'])
    expect([url, isOfApi(url)]).toEqual([url, true])
  for (const url of ['/', '/apiary', '/en/data/api', '/en?x=/api/', '/%ff'])
    expect([url, isOfApi(url)]).toEqual([url, false])
})

it('knows what programs read without a session, and none of what needs one', () => {
  for (const url of ['/api/v1', '/data/x.csv', '/data/', '/en/commitments.csv?a=b', '/AR/log.ATOM'])
    expect([url, isOpenData(url)]).toEqual([url, true])
  for (const url of [
    ...['/en', '/en/data', '/data', '/files/x.csv', '/en/commitments/QD-2027-0001'],
    ...['/en/desk/administration/audit.csv', '/en/account/data/export.json', '/en?x=.csv'],
  ])
    expect([url, isOpenData(url)]).toEqual([url, false])
})
